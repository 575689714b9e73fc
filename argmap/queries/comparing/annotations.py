"""Several maps of the same material as annotations: what each says of the same things."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind, Claim, Rebuttal
from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.coefficients import Unit, Units
from argmap.queries.comparing.relations import Relations, relations_of


class Role(StrEnum):
    """What a statement is."""

    CLAIM = "claim"
    REBUTTAL = "rebuttal"


class Relation(StrEnum):
    """How one statement bears on another. Where it does so in several ways, the first one counts."""

    REASON = "reason"
    REBUT = AttackKind.REBUT.value
    UNDERMINE = AttackKind.UNDERMINE.value
    UNDERCUT = AttackKind.UNDERCUT.value
    RESTATES = "restates"
    NONE = "none"


_ATTACKS: Final = frozenset((Relation.REBUT, Relation.UNDERMINE, Relation.UNDERCUT))

Subject = tuple[str, ...]
"""What is judged: a statement, or one and another on which it bears, by their common names."""


@dataclass(frozen=True)
class Annotations:
    """What several maps say of the same statements. How one bears on itself is not judged.

    Args:
        held: for each of the maps its statements, by their common names, and what they are there.
        related: for each ordered pair of statements that a map relates, how the first bears on the second in
            each map; None for a map that does not have both.
    """

    held: Sequence[Mapping[str, Role]]
    related: Mapping[Subject, tuple[Relation | None, ...]]

    @property
    def names(self) -> list[str]:
        """The statements of all maps, each once."""
        return list(dict.fromkeys(name for each in self.held for name in each))

    @property
    def roles(self) -> Mapping[Subject, Unit]:
        """What each statement that two maps have is in each."""
        units = {(name,): tuple(each.get(name) for each in self.held) for name in self.names}
        return {subject: unit for subject, unit in units.items() if _is_shared(unit)}

    @property
    def relations(self) -> Units:
        """How often maps relate two statements so: all ordered pairs that two maps have."""
        units = Counter[Unit](unit for unit in self.related.values() if _is_shared(unit))
        units.update(
            {unit: number for unit, number in self._unrelated().items() if number and _is_shared(unit)}
        )
        return units

    @property
    def kinds(self) -> Mapping[Subject, Unit]:
        """For each pair that is an attack in two maps, its kind in each."""
        units = {
            subject: tuple(one if one in _ATTACKS else None for one in unit)
            for subject, unit in self.related.items()
        }
        return {subject: unit for subject, unit in units.items() if _is_shared(unit)}

    def every_relation(self) -> Iterator[tuple[Subject, Unit]]:
        """Give each ordered pair of statements that two maps have, one by one: they may be many."""
        for subject in permutations(self.names, 2):
            unit = self.related.get(subject) or self._apart(*subject)
            if _is_shared(unit):
                yield subject, unit

    def _apart(self, one: str, two: str) -> Unit:
        return _none_where(one in each and two in each for each in self.held)

    def _unrelated(self) -> Counter[Unit]:
        """Count the pairs that no map relates, without looking at each."""
        holders = Counter(tuple(name in each for each in self.held) for name in self.names)
        found = Counter[Unit]()
        for one, number in holders.items():
            for two, its in holders.items():
                unit = _none_where(map(all, zip(one, two, strict=True)))
                found[unit] += number * (its - (one == two))
        found.subtract(self._apart(*subject) for subject in self.related)
        return found


def annotations_of(maps: Sequence[ArgumentMap], names: Sequence[Mapping[str, str]]) -> Annotations:
    """Give what maps say of the same statements.

    Args:
        maps: the maps.
        names: for each of them its statements to the names under which all maps know them.
    """
    held = [
        {called[name]: _role(one) for name, one in each.statements.items()}
        for each, called in zip(maps, names, strict=True)
    ]
    bearings = [_bearings(each, called) for each, called in zip(maps, names, strict=True)]
    related: dict[Subject, tuple[Relation | None, ...]] = {
        (one, two): tuple(
            its.get((one, two), Relation.NONE) if one in each and two in each else None
            for each, its in zip(held, bearings, strict=True)
        )
        for one, two in dict.fromkeys(pair for each in bearings for pair in each)
        if one != two
    }
    return Annotations(held, related)


def common_names(
    maps: Sequence[ArgumentMap], between: Mapping[tuple[int, int], Alignment]
) -> list[dict[str, str]]:
    """Give the statements of all maps common names, which say in which map they stand first, and as what.

    Args:
        maps: the maps.
        between: which statement is which in each two of them, by their positions.

    Returns:
        For each map, its statements to those names.
    """
    names: list[dict[str, str]] = []
    for number, argument_map in enumerate(maps):
        called = {name: f"{number} {name}" for name in argument_map.statements}
        for earlier in reversed(range(number)):
            called |= {pair.other: names[earlier][pair.key] for pair in between[earlier, number].pairs}
        names.append(called)
    return names


def _is_shared(unit: Unit) -> bool:
    return sum(rating is not None for rating in unit) > 1


def _none_where(maps_have_both: Iterator[bool]) -> Unit:
    return tuple(Relation.NONE if has_both else None for has_both in maps_have_both)


def _role(statement: Claim | Rebuttal) -> Role:
    return Role.REBUTTAL if isinstance(statement, Rebuttal) else Role.CLAIM


def _bearings(argument_map: ArgumentMap, names: Mapping[str, str]) -> dict[tuple[str, str], Relation]:
    """Give how statements bear on each other."""
    found: dict[tuple[str, str], Relation] = {}
    for pair, relation in _all_bearings(argument_map, names, relations_of(argument_map, names)):
        found.setdefault(pair, relation)
    return found


def _all_bearings(
    argument_map: ArgumentMap, names: Mapping[str, str], relations: Relations
) -> Iterator[tuple[tuple[str, str], Relation]]:
    """Give every relation, those first that count before others."""
    for pair in relations.reasons:
        yield pair, Relation.REASON
    for kind in AttackKind:
        for unit in relations.attacks:
            if unit.kind is kind:
                yield unit.ends, Relation(kind.value)
    for name, statement in argument_map.statements.items():
        for other in statement.restates:
            yield (names[name], names[other]), Relation.RESTATES
