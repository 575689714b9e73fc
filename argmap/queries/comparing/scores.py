"""Precision, recall and F1 of a map against a key (van Rijsbergen 1979)."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind
from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.matching import take_matches
from argmap.queries.comparing.relations import AttackUnit, Relations

STATEMENTS: Final = ("statements", "claims", "rebuttals")
RELATIONS: Final = ("attacks", *(kind.value for kind in AttackKind), "reasons", "inferences")
MEASURED: Final = (*STATEMENTS, *RELATIONS)
"""What is scored, in the order in which it is told."""


@dataclass(frozen=True)
class Score:
    """How much of a kind is as in the key.

    Args:
        found: how many of the key's are in the map.
        missing: how many of the key's are not.
        surplus: how many of the map's are not in the key.
    """

    found: int
    missing: int
    surplus: int

    @property
    def precision(self) -> float | None:
        """The share of the map's that are in the key; None where the map has none."""
        return _share(self.found, self.found + self.surplus)

    @property
    def recall(self) -> float | None:
        """The share of the key's that are in the map; None where the key has none."""
        return _share(self.found, self.found + self.missing)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where neither has any."""
        return _share(2 * self.found, 2 * self.found + self.missing + self.surplus)


def score(
    key: ArgumentMap, other: ArgumentMap, alignment: Alignment, ours: Relations, theirs: Relations
) -> dict[str, Score]:
    """Score a map against a key.

    Statements are found where they are aligned, claims and rebuttals where they are the same there. An
    attack is found where the map has one between the same statements, of any kind; one of a kind where it
    has that kind and hits the same step, if it hits one. Reasons are pairs of a premise and its conclusion;
    inferences are found with all their premises and no others.

    Args:
        key: the key.
        other: the map.
        alignment: which statement is which.
        ours: the relations of the key.
        theirs: those of the map, in the names of the key.
    """
    both = {pair.key: pair.other for pair in alignment.pairs}
    claims = sum(one in key.claims and two in other.claims for one, two in both.items())
    rebuttals = sum(one in key.rebuttals and two in other.rebuttals for one, two in both.items())
    kinds = {kind.value: _attacks_of(kind, ours, theirs) for kind in AttackKind}
    return {
        "statements": _of(len(both), len(key.statements), len(other.statements)),
        "claims": _of(claims, len(key.claims), len(other.claims)),
        "rebuttals": _of(rebuttals, len(key.rebuttals), len(other.rebuttals)),
        "attacks": _common({unit.ends for unit in ours.attacks}, {unit.ends for unit in theirs.attacks}),
        **kinds,
        "reasons": _common(ours.reasons, theirs.reasons),
        "inferences": _common(_steps(ours), _steps(theirs)),
    }


def _attacks_of(kind: AttackKind, ours: Relations, theirs: Relations) -> Score:
    lost = [unit for unit in ours.attacks if unit.kind is kind]
    odd = [unit for unit in theirs.attacks if unit.kind is kind]
    found = take_matches(lost, odd, _ends, _ends, AttackUnit.hits_the_same)
    return Score(len(found), len(lost), len(odd))


def _ends(unit: AttackUnit) -> Hashable:
    return unit.ends


def _steps(relations: Relations) -> set[Hashable]:
    return {(step.premises, step.conclusion) for step in relations.steps}


def _common(ours: Collection[Hashable], theirs: Collection[Hashable]) -> Score:
    return _of(len(set(ours) & set(theirs)), len(ours), len(theirs))


def _of(found: int, ours: int, theirs: int) -> Score:
    return Score(found, ours - found, theirs - found)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
