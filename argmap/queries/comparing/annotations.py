"""Several maps of the same material as annotations: what each says of the same things."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind, Claim, Rebuttal
from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.coefficients import Unit
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


@dataclass(frozen=True)
class Annotations:
    """What several maps say of the same statements.

    Args:
        roles: for each statement that two maps have, whether it is a claim or a rebuttal in each.
        relations: for each ordered pair of statements that all maps have, how the first bears on the second.
        kinds: for each such pair that is an attack in two maps, its kind in each.
        common: how many statements all maps have.
        total: how many there are.
    """

    roles: Sequence[Unit]
    relations: Sequence[tuple[Relation, ...]]
    kinds: Sequence[Unit]
    common: int
    total: int


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
    everything = dict.fromkeys(name for each in held for name in each)
    common = [name for name in everything if all(name in each for each in held)]
    bearings = [_bearings(each, called) for each, called in zip(maps, names, strict=True)]
    relations = [
        tuple(each.get(pair, Relation.NONE) for each in bearings) for pair in permutations(common, 2)
    ]
    roles: list[Unit] = [[each.get(name) for each in held] for name in everything]
    kinds: list[Unit] = [[one if one in _ATTACKS else None for one in unit] for unit in relations]
    return Annotations(
        list(filter(_is_shared, roles)),
        relations,
        list(filter(_is_shared, kinds)),
        len(common),
        len(everything),
    )


def common_names(
    maps: Sequence[ArgumentMap], between: Mapping[tuple[int, int], Alignment]
) -> list[dict[str, str]]:
    """Give the statements of all maps common names: those of the first map that has them.

    Args:
        maps: the maps.
        between: which statement is which in each two of them, by their positions.

    Returns:
        For each map, its statements to those names; what it alone has gets a name that nothing else has.
    """
    names: list[dict[str, str]] = []
    for number, argument_map in enumerate(maps):
        called: dict[str, str] = {}
        for earlier, known in enumerate(names):
            for pair in between[earlier, number].pairs:
                if pair.other not in called and known[pair.key] not in called.values():
                    called[pair.other] = known[pair.key]
        own = {name: f"{number} {name}" for name in argument_map.statements if name not in called}
        names.append(called | own)
    return names


def _is_shared(unit: Unit) -> bool:
    return sum(rating is not None for rating in unit) > 1


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
