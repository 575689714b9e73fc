"""The attacks and reasons of a map, in the names of a key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, AttackKind, Inference

_FOREIGN: Final = "\0"
"""Stands before the id of a statement that the key does not have."""


def foreign(name: str) -> str:
    """Give the name under which a statement goes that the key does not have."""
    return _FOREIGN + name


def is_foreign(name: str) -> bool:
    """Tell whether a name is that of a statement that the key does not have."""
    return name.startswith(_FOREIGN)


@dataclass(frozen=True)
class AttackUnit:
    """An attack: who attacks which statement, and how.

    Args:
        source: the statement that attacks.
        target: the statement that is attacked, or to which the attacked step leads.
        kind: how.
        premises: those of the attacked step; empty where a statement is attacked.
        attack: the attack as its map has it.
    """

    source: str
    target: str
    kind: AttackKind
    premises: frozenset[str]
    attack: Attack

    @property
    def ends(self) -> tuple[str, str]:
        """The statements at its ends."""
        return self.source, self.target

    def hits_the_same(self, other: "AttackUnit") -> bool:
        """Tell whether another attack with the same ends hits the same step, or the statement itself.

        Args:
            other: the attack of a map in the names of a key; what it may have for premises that the key does
                not have tells nothing.
        """
        if not self.premises or not other.premises:
            return self.premises == other.premises
        return bool(self.premises & other.premises) or all(map(is_foreign, other.premises))


@dataclass(frozen=True)
class StepUnit:
    """An inference: from premises, jointly, to a conclusion."""

    premises: frozenset[str]
    conclusion: str
    step: Inference


@dataclass(frozen=True)
class Relations:
    """What joins the statements of a map.

    Args:
        attacks: each attack once.
        steps: each inference once.
    """

    attacks: tuple[AttackUnit, ...]
    steps: tuple[StepUnit, ...]

    @property
    def reasons(self) -> Mapping[tuple[str, str], None]:
        """Each premise with its conclusion, once, in the map's order."""
        return dict.fromkeys(
            (premise, step.conclusion) for step in self.steps for premise in sorted(step.premises)
        )


def relations_of(argument_map: ArgumentMap, names: Mapping[str, str] | None = None) -> Relations:
    """Give what joins the statements of a map.

    Args:
        argument_map: the map.
        names: its statements to those of a key, if the relations shall be given in the names of the key.
    """
    known = {name: name for name in argument_map.statements} if names is None else names
    called = {name: known.get(name, foreign(name)) for name in argument_map.statements}
    return Relations(
        tuple(dict.fromkeys(_attacks(argument_map, called))),
        tuple(
            StepUnit(frozenset(called[one] for one in step.premises), called[step.conclusion], step)
            for step in argument_map.inferences.values()
        ),
    )


def _attacks(argument_map: ArgumentMap, called: Mapping[str, str]) -> Iterator[AttackUnit]:
    for attack in argument_map.attacks:
        step = argument_map.inferences.get(attack.target)
        yield AttackUnit(
            called[attack.rebuttal],
            called[argument_map.statement_of(attack.target).id],
            attack.kind,
            frozenset(called[one] for one in step.premises) if step else frozenset(),
            attack,
        )
