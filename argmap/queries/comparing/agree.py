"""How far the makers of several maps of the same material agree."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.aligning import align_all
from argmap.queries.comparing.alignment import Alignment, Given
from argmap.queries.comparing.annotations import (
    Annotations,
    Relation,
    Role,
    Subject,
    annotations_of,
    common_names,
)
from argmap.queries.comparing.coefficients import (
    Rating,
    Unit,
    Units,
    cass,
    cohen_kappa,
    fleiss_kappa,
    focused_f1,
    krippendorff_alpha,
    macro_f1,
    rated,
)

_CLASSES: Final[Mapping[Rating, str]] = {
    Relation.REASON: "inference",
    Relation.REBUT: "conflict",
    Relation.UNDERMINE: "conflict",
    Relation.UNDERCUT: "conflict",
    Relation.RESTATES: "rephrase",
    Relation.NONE: "none",
}
"""The classes of propositional relations in DialAM-2024 (RA, CA, MA), and none."""

CATEGORIES: Final = tuple(str(one) for group in (Role, Relation) for one in group)
"""What can be said of a statement, or of how one bears on another, in the order in which it is told."""


@dataclass(frozen=True)
class Coefficients:
    """How far annotators agree in one respect; None for what cannot be computed.

    Args:
        units: how many things two annotators or more judge.
        complete: how many of them all annotators judge.
        agreed: on how many of the units all who judged say the same.
        kappa: Cohen's for two annotators, Fleiss's for more; over what all judge.
        mean_kappa: the mean of Cohen's over all pairs of annotators for which there is one (Light 1971).
        alpha: Krippendorff's.
        used: each category that somebody gave, and how many of the units each annotator put into it.
    """

    units: int
    complete: int
    agreed: int
    kappa: float | None
    mean_kappa: float | None
    alpha: float | None
    used: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Difference:
    """Something about which annotators do not agree.

    Args:
        respect: what they judge, `roles` or `relations`; kinds of attacks are among the latter.
        nodes: for each map the id of the statement, or of the one and the other on which it bears; None where
            it has no say.
        ratings: what each of them says.
        is_doubtful: whether it hangs on a pair of statements that is doubtful.
    """

    respect: str
    nodes: tuple[tuple[str, ...] | None, ...]
    ratings: Unit
    is_doubtful: bool


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
        maps: the maps.
        ids: for each of them the common names of its statements, and its own ids.
        annotations: what they say, by the common names.
        respects: what the statements are, how they bear on each other, and the kinds of the attacks.
        pairs: each two annotators.
        between: which statement is which in each two of the maps, by their positions.
    """

    maps: Sequence[ArgumentMap]
    ids: Sequence[Mapping[str, str]]
    annotations: Annotations
    respects: dict[str, Coefficients]
    pairs: tuple[PairAgreement, ...]
    between: Mapping[tuple[int, int], Alignment]

    @property
    def total(self) -> int:
        """How many statements there are in all maps together."""
        return len(self.annotations.names)

    @property
    def common(self) -> int:
        """How many of them all maps have."""
        return self.total - len(self.partial)

    @property
    def partial(self) -> tuple[tuple[str | None, ...], ...]:
        """The statements that not all maps have: the id in each, None where it is not there."""
        known = [tuple(each.get(name) for each in self.ids) for name in self.annotations.names]
        return tuple(ids for ids in known if None in ids)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What the annotators do not agree about, in the order of the maps: statements, then relations."""
        return (
            *self._differences("roles", self.annotations.roles),
            *self._differences("relations", self.annotations.related),
        )

    def units(self) -> Iterator[tuple[str, tuple[tuple[str, ...] | None, ...], Unit]]:
        """Give everything that two annotators judge: the respect, the ids in each map, and what each says."""
        for respect, units in (
            ("roles", self.annotations.roles.items()),
            ("relations", self.annotations.every_relation()),
            ("kinds", self.annotations.kinds.items()),
        ):
            for subject, unit in units:
                yield respect, self._nodes(subject), unit

    def _differences(self, respect: str, units: Mapping[Subject, Unit]) -> Iterator[Difference]:
        doubtful = {
            (place, name)
            for places, alignment in self.between.items()
            for pair in alignment.doubtful
            for place, name in zip(places, (pair.key, pair.other), strict=True)
        }
        for subject, unit in units.items():
            if len({rating for rating in unit if rating is not None}) > 1:
                nodes = self._nodes(subject)
                judged = {(place, name) for place, names in enumerate(nodes) for name in names or ()}
                yield Difference(respect, nodes, unit, not doubtful.isdisjoint(judged))

    def _nodes(self, subject: Subject) -> tuple[tuple[str, ...] | None, ...]:
        """Give what is judged in the ids of each map; None where a map does not have all of it."""
        return tuple(
            tuple(its[name] for name in subject) if all(name in its for name in subject) else None
            for its in self.ids
        )


def agree(maps: Sequence[ArgumentMap], given: Sequence[Given | None] = ()) -> Agreement:
    """Find out how far the makers of several maps agree.

    Args:
        maps: the maps, two at least; their order makes no difference.
        given: what somebody has decided about the alignment of each map but the first.
    """
    between = align_all(maps, given)
    names = common_names(maps, between)
    found = annotations_of(maps, names)
    respects: dict[str, Units] = {
        "roles": Counter(found.roles.values()),
        "relations": found.relations,
        "kinds": Counter(found.kinds.values()),
    }
    return Agreement(
        maps,
        [{called: name for name, called in each.items()} for each in names],
        found,
        {name: _coefficients(units, len(maps)) for name, units in respects.items()},
        tuple(_pair(found, places, respects) for places in combinations(range(len(maps)), 2)),
        between,
    )


def _coefficients(units: Units, annotators: int) -> Coefficients:
    between = [
        kappa
        for places in combinations(range(annotators), 2)
        if (kappa := cohen_kappa(rated(units, places))) is not None
    ]
    mean = sum(between) / len(between) if between else None
    return Coefficients(
        sum(units.values()),
        rated(units, tuple(range(annotators))).total(),
        sum(number for unit, number in units.items() if len({one for one in unit if one is not None}) == 1),
        mean if annotators == 2 else fleiss_kappa(units),  # noqa: PLR2004 — two are a pair
        mean,
        krippendorff_alpha(units),
        _used(units, annotators),
    )


def _used(units: Units, annotators: int) -> Mapping[str, tuple[int, ...]]:
    """Count how often each annotator gave each category that somebody gave."""
    counts = [Counter[str]() for _ in range(annotators)]
    for unit, number in units.items():
        for its, rating in zip(counts, unit, strict=True):
            if rating is not None:
                its[str(rating)] += number
    known = [name for name in CATEGORIES if any(its[name] for its in counts)]
    return {name: tuple(its[name] for its in counts) for name in known}


def _pair(found: Annotations, places: tuple[int, int], respects: Mapping[str, Units]) -> PairAgreement:
    """Compare two annotators, over the statements that these two have."""
    one, two = places
    roles, relations, kinds = (rated(respects[name], places) for name in ("roles", "relations", "kinds"))
    classes = Counter[Unit]()
    for (ours, theirs), number in relations.items():
        classes[_CLASSES[ours], _CLASSES[theirs]] += number
    both = len(found.held[one].keys() & found.held[two].keys())
    number = len(found.held[one]) + len(found.held[two])
    shared = 2 * both / number if number else 1.0
    general = macro_f1(classes)
    none = _CLASSES[Relation.NONE]
    return PairAgreement(
        one,
        two,
        cohen_kappa(roles),
        cohen_kappa(relations),
        cohen_kappa(kinds),
        shared,
        cass(cohen_kappa(classes), shared),
        cass(general, shared),
        general,
        focused_f1(classes, none),
        focused_f1(Counter({unit[::-1]: times for unit, times in classes.items()}), none),
    )
