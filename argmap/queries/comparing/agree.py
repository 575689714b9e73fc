"""How far the makers of several maps of the same material agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.alignment import Alignment, Given, align
from argmap.queries.comparing.annotations import Relation, annotations_of, common_names
from argmap.queries.comparing.coefficients import (
    AlphaMissingError,
    Unit,
    cass,
    cohen_kappa,
    fleiss_kappa,
    focused_f1,
    krippendorff_alpha,
    macro_f1,
)

_CLASSES: Final = {
    Relation.REASON: "inference",
    Relation.REBUT: "conflict",
    Relation.UNDERMINE: "conflict",
    Relation.UNDERCUT: "conflict",
    Relation.RESTATES: "rephrase",
    Relation.NONE: "none",
}
"""The classes of propositional relations in DialAM-2024 (RA, CA, MA), and none."""


@dataclass(frozen=True)
class Coefficients:
    """How far annotators agree in one respect; None for what cannot be computed.

    Args:
        units: how many things are judged.
        agreed: on how many of them all who judged say the same.
        kappa: Cohen's for two annotators, Fleiss's for more.
        mean_kappa: the mean of Cohen's over all pairs of annotators (Light 1971).
        alpha: Krippendorff's.
    """

    units: int
    agreed: int
    kappa: float | None
    mean_kappa: float | None
    alpha: float | None


@dataclass(frozen=True)
class PairAgreement:
    """How far two annotators agree.

    Args:
        first: the position of the one.
        second: the position of the other.
        roles: Cohen's kappa of what the statements are.
        relations: Cohen's kappa of how they bear on each other.
        kinds: Cohen's kappa of the kinds of the attacks.
        shared: the share of statements that both have (Dice 1945), instead of the likeness of segments.
        cass_kappa: the harmonic mean of that and the kappa of inference, conflict, rephrase and none.
        cass_f1: the same with the macro F1.
        general: the macro F1 of inference, conflict, rephrase and none over all pairs of statements.
        focused: the same over the pairs that the first relates.
        focused_back: the same over the pairs that the second relates.
    """

    first: int
    second: int
    roles: float | None
    relations: float | None
    kinds: float | None
    shared: float
    cass_kappa: float | None
    cass_f1: float | None
    general: float | None
    focused: float | None
    focused_back: float | None


@dataclass(frozen=True, eq=False)
class Agreement:
    """How far the makers of several maps agree.

    Args:
        common: how many statements all maps have.
        total: how many there are.
        respects: what the statements are, how they bear on each other, and the kinds of the attacks.
        pairs: each two annotators.
        between: which statement is which in each two of the maps, by their positions.
        has_alpha: whether the library that computes alpha is there.
    """

    common: int
    total: int
    respects: dict[str, Coefficients]
    pairs: tuple[PairAgreement, ...]
    between: Mapping[tuple[int, int], Alignment]
    has_alpha: bool


def agree(maps: Sequence[ArgumentMap], given: Sequence[Given | None] = ()) -> Agreement:
    """Find out how far the makers of several maps agree.

    Args:
        maps: the maps, two at least. Each two are aligned; where both are like the first, that decides.
        given: what somebody has decided about the alignment of each map but the first.
    """
    between = _align_all(maps, given)
    found = annotations_of(maps, common_names(maps, between))
    respects: dict[str, Sequence[Unit]] = {
        "roles": found.roles,
        "relations": found.relations,
        "kinds": found.kinds,
    }
    has_alpha = _has_alpha()
    return Agreement(
        found.common,
        found.total,
        {name: _coefficients(units, len(maps), has_alpha=has_alpha) for name, units in respects.items()},
        tuple(_pair(maps, places, alignment) for places, alignment in sorted(between.items(), key=_places)),
        between,
        has_alpha,
    )


def _places(item: tuple[tuple[int, int], Alignment]) -> tuple[int, int]:
    return item[0]


def _align_all(
    maps: Sequence[ArgumentMap], given: Sequence[Given | None]
) -> dict[tuple[int, int], Alignment]:
    """Align each two of the maps: the first one with all others, and then these as that says."""
    first, *others = maps
    decided = given or [None] * len(others)
    found = {
        (0, number): align(first, other, one)
        for number, (other, one) in enumerate(zip(others, decided, strict=True), 1)
    }
    for one, two in combinations(range(1, len(maps)), 2):
        its = {pair.key: pair.other for pair in found[0, two].pairs}
        same = {pair.other: its[pair.key] for pair in found[0, one].pairs if pair.key in its}
        found[one, two] = align(maps[one], maps[two], Given(proposed=same))
    return found


def _has_alpha() -> bool:
    """Tell whether alpha can be computed."""
    try:
        krippendorff_alpha([("a", "b"), ("a", "a")])
    except AlphaMissingError:
        return False
    return True


def _coefficients(units: Sequence[Unit], annotators: int, *, has_alpha: bool) -> Coefficients:
    between = [
        kappa
        for one, two in combinations(range(annotators), 2)
        if (kappa := cohen_kappa([(unit[one], unit[two]) for unit in units])) is not None
    ]
    mean = sum(between) / len(between) if between else None
    return Coefficients(
        len(units),
        sum(len({rating for rating in unit if rating is not None}) == 1 for unit in units),
        mean if annotators == 2 else fleiss_kappa(units),  # noqa: PLR2004 — two are a pair
        mean,
        krippendorff_alpha(units) if has_alpha else None,
    )


def _pair(maps: Sequence[ArgumentMap], places: tuple[int, int], alignment: Alignment) -> PairAgreement:
    """Compare two annotators, over the statements that these two have."""
    one, two = places
    both = [maps[one], maps[two]]
    found = annotations_of(both, common_names(both, {(0, 1): alignment}))
    ours = [_CLASSES[unit[0]] for unit in found.relations]
    theirs = [_CLASSES[unit[1]] for unit in found.relations]
    number = sum(len(each.statements) for each in both)
    shared = 2 * found.common / number if number else 1.0
    general = macro_f1(ours, theirs)
    return PairAgreement(
        one,
        two,
        cohen_kappa(found.roles),
        cohen_kappa(found.relations),
        cohen_kappa(found.kinds),
        shared,
        cass(cohen_kappa(list(zip(ours, theirs, strict=True))), shared),
        cass(general, shared),
        general,
        focused_f1(ours, theirs, _CLASSES[Relation.NONE]),
        focused_f1(theirs, ours, _CLASSES[Relation.NONE]),
    )
