"""What is otherwise in a map than in a key, each thing once and by its name."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import AttackKind
from argmap.queries.comparing.alignment import Alignment, Trust
from argmap.queries.comparing.matching import take_matches
from argmap.queries.comparing.relations import AttackUnit, Relations, StepUnit, foreign, is_foreign


class FaultKind(StrEnum):
    """What is otherwise. The order is that in which feedback tells it."""

    WRONG_TARGET = "wrong_target"
    WRONG_KIND = "wrong_kind"
    WRONG_WAY = "wrong_way"
    REASON_FOR_ATTACK = "reason_for_attack"
    ATTACK_FOR_REASON = "attack_for_reason"
    MISSED_UNDERCUT = "missed_undercut"
    MISSING_ATTACK = "missing_attack"
    WRONG_CONCLUSION = "wrong_conclusion"
    NOT_LINKED = "not_linked"
    LINKED = "linked"
    MISSING_REASON = "missing_reason"
    MISSING_STATEMENT = "missing_statement"
    SURPLUS_ATTACK = "surplus_attack"
    SURPLUS_REASON = "surplus_reason"
    SURPLUS_STATEMENT = "surplus_statement"


@dataclass(frozen=True)
class Fault:
    """Something that is otherwise in a map than in the key.

    Args:
        kind: what.
        key: the nodes of the key that it is about: of a relation what it comes from, and then what it goes
            to; of a step its conclusion, and then its premises; of a statement that itself.
        other: the same in the map.
        key_kind: how the key attacks.
        other_kind: how the map does.
        is_doubtful: whether it hangs on a pair of statements that is doubtful.
    """

    kind: FaultKind
    key: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    key_kind: AttackKind | None = None
    other_kind: AttackKind | None = None
    is_doubtful: bool = False


def find_faults(alignment: Alignment, key: Relations, other: Relations) -> tuple[Fault, ...]:
    """Find what is otherwise in a map than in the key.

    Args:
        alignment: which statement is which.
        key: the relations of the key.
        other: those of the map, in the names of the key.
    """
    finder = _Finder(alignment, key, other)
    order = list(FaultKind)
    return tuple(sorted(finder.find(), key=lambda fault: order.index(fault.kind)))


class _Finder:
    def __init__(self, alignment: Alignment, key: Relations, other: Relations) -> None:
        self._alignment, self._key, self._other = alignment, key, other
        self._names = {pair.key: pair.other for pair in alignment.pairs}
        self._doubtful = {pair.key for pair in alignment.pairs if pair.trust is Trust.DOUBTFUL}
        self._lost, self._odd = list(key.attacks), list(other.attacks)
        self._lost_reasons, self._odd_reasons = list(key.reasons), list(other.reasons)
        self._told: set[str] = set()

    def find(self) -> Iterator[Fault]:
        take_matches(self._lost, self._odd, _exactly, _exactly, AttackUnit.hits_the_same)
        take_matches(self._lost_reasons, self._odd_reasons, _itself, _itself)
        yield from self._wrong_attacks()
        yield from self._taken_for_each_other()
        yield from self._wrong_reasons()
        yield from self._linked()
        yield from self._left_attacks()
        yield from self._left_reasons()
        yield from self._statements()

    def _wrong_attacks(self) -> Iterator[Fault]:
        same_ends = take_matches(self._lost, self._odd, _ends, _ends, _differ_in_kind)
        turned = take_matches(self._lost, self._odd, _ends, lambda two: two.ends[::-1])
        elsewhere = take_matches(self._lost, self._odd, _source, _source)
        for kind, pairs in (
            (FaultKind.WRONG_KIND, same_ends),
            (FaultKind.WRONG_WAY, turned),
            (FaultKind.WRONG_TARGET, elsewhere),
        ):
            for one, two in pairs:
                yield self._attack_fault(kind, one, two)

    def _taken_for_each_other(self) -> Iterator[Fault]:
        for attack, reason in take_matches(self._lost, self._odd_reasons, _ends, _itself):
            yield Fault(
                FaultKind.REASON_FOR_ATTACK,
                _nodes(attack),
                self._in_map(*reason),
                attack.kind,
                is_doubtful=self._doubt(*reason),
            )
        for reason, attack in take_matches(self._lost_reasons, self._odd, _itself, _ends):
            yield Fault(
                FaultKind.ATTACK_FOR_REASON,
                reason,
                _nodes(attack),
                other_kind=attack.kind,
                is_doubtful=self._doubt(*reason),
            )

    def _wrong_reasons(self) -> Iterator[Fault]:
        lost, odd = self._lost_reasons, self._odd_reasons
        turned = take_matches(lost, odd, _itself, lambda two: two[::-1])
        elsewhere = take_matches(lost, odd, lambda one: one[0], lambda two: two[0])
        for kind, pairs in ((FaultKind.WRONG_WAY, turned), (FaultKind.WRONG_CONCLUSION, elsewhere)):
            for one, two in pairs:
                yield Fault(kind, one, self._in_map(*two), is_doubtful=self._doubt(*one, *two))

    def _linked(self) -> Iterator[Fault]:
        """Find the premises that both maps have for a conclusion, but only one of them jointly."""
        both = self._key.reasons.keys() & self._other.reasons.keys()
        for kind, mine, its in (
            (FaultKind.NOT_LINKED, self._key.steps, self._other.steps),
            (FaultKind.LINKED, self._other.steps, self._key.steps),
        ):
            rivals = defaultdict[str, list[StepUnit]](list)
            for step in its:
                rivals[step.conclusion].append(step)
            for step in mine:
                shared = {one for one in step.premises if (one, step.conclusion) in both}
                if len(shared) > 1 and not any(shared <= one.premises for one in rivals[step.conclusion]):
                    nodes = step.conclusion, *sorted(shared)
                    yield Fault(kind, nodes, self._in_map(*nodes), is_doubtful=self._doubt(*nodes))

    def _left_attacks(self) -> Iterator[Fault]:
        for one in self._lost:
            is_undercut = one.kind is AttackKind.UNDERCUT
            if one.source in self._names or is_undercut:
                kind = FaultKind.MISSED_UNDERCUT if is_undercut else FaultKind.MISSING_ATTACK
                self._told.add(one.source)
                yield Fault(kind, _nodes(one), (), one.kind, is_doubtful=self._doubt(*one.ends))
        for two in self._odd:
            if not is_foreign(two.source):
                yield Fault(
                    FaultKind.SURPLUS_ATTACK,
                    (),
                    _nodes(two),
                    other_kind=two.kind,
                    is_doubtful=self._doubt(*two.ends),
                )

    def _left_reasons(self) -> Iterator[Fault]:
        for one in self._lost_reasons:
            if all(name in self._names for name in one):
                yield Fault(FaultKind.MISSING_REASON, one, is_doubtful=self._doubt(*one))
        for two in self._odd_reasons:
            if not is_foreign(two[0]):
                yield Fault(FaultKind.SURPLUS_REASON, (), self._in_map(*two), is_doubtful=self._doubt(*two))

    def _statements(self) -> Iterator[Fault]:
        for name in self._alignment.missing:
            if name not in self._told:
                yield Fault(FaultKind.MISSING_STATEMENT, (name,))
        for name in self._alignment.surplus:
            yield Fault(FaultKind.SURPLUS_STATEMENT, (), (name,))

    def _attack_fault(self, kind: FaultKind, one: AttackUnit, two: AttackUnit) -> Fault:
        doubt = self._doubt(*one.ends, *two.ends)
        return Fault(kind, _nodes(one), _nodes(two), one.kind, two.kind, doubt)

    def _in_map(self, *names: str) -> tuple[str, ...]:
        """Give the ids that statements have in the map itself."""
        return tuple(
            name.removeprefix(foreign("")) if is_foreign(name) else self._names[name] for name in names
        )

    def _doubt(self, *names: str) -> bool:
        return not self._doubtful.isdisjoint(names)


def _exactly(unit: AttackUnit) -> Hashable:
    return unit.ends, unit.kind


def _ends(unit: AttackUnit) -> Hashable:
    return unit.ends


def _source(unit: AttackUnit) -> Hashable:
    return unit.source


def _itself(unit: tuple[str, str]) -> Hashable:
    return unit


def _differ_in_kind(one: AttackUnit, two: AttackUnit) -> bool:
    return one.kind is not two.kind


def _nodes(unit: AttackUnit) -> tuple[str, str]:
    """Give what attacks and what is hit, as they are called in the map of the attack."""
    return unit.attack.rebuttal, unit.attack.target
