"""Statements as argument units: their names, segments and sides."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.arggraph.ids import Group, by_number, regular_groups
from argmap.formats.arggraph.reading import SIDES
from argmap.formats.base import Loss
from argmap.formats.names import Names
from argmap.model import Attack, Claim, Inference, Person, Rebuttal

_LOCATOR: Final = re.compile(r"[^\s,+]+(\+[^\s,+]+)*(, [^\s,+]+(\+[^\s,+]+)*)*")
_XML_NAME: Final = re.compile(r"[^\W\d][\w.-]*")


@dataclass
class Unit:
    """A statement as an argument unit.

    Args:
        statement: the statement.
        name: the id of the unit.
        groups: the segments that make it up, each group once a claim of its own.
        texts: the text of each segment.
    """

    statement: Claim | Rebuttal
    name: str
    groups: list[Group] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def segments(self) -> list[str]:
        """The ids of all its segments."""
        return [name for group in self.groups for name in group.segments]


def origin_names(record: Claim | Rebuttal | Inference | Attack | Person) -> tuple[str, ...]:
    """Give the ids that a record had in the file that it came from."""
    return tuple(record.origin.id.split()) if record.origin and record.origin.id else ()


def make_units(argument_map: ArgumentMap, names: Names, losses: list[Loss]) -> dict[str, Unit]:
    """Make a unit of each statement, in the order of their numbers where they come from such a file.

    Args:
        argument_map: the map.
        names: the ids taken, to which those of units, segments, joints and their edges are added.
        losses: to which is added what the units cannot say.

    Returns:
        The units, by the ids of their statements.
    """
    statements = list(argument_map.statements.values())
    origins = [origin_names(statement) for statement in statements]
    firsts = [known[0] if known else "" for known in origins]
    keep = len(set(firsts)) == len(firsts) and all(_XML_NAME.fullmatch(name) for name in firsts)
    units: list[Unit] = []
    for statement, first in zip(statements, firsts, strict=True):
        wanted = first if keep else statement.id
        units.append(Unit(statement, names.new(wanted if _XML_NAME.fullmatch(wanted) else f"a{wanted}", "a")))
    if keep:
        units.sort(key=lambda unit: by_number(unit.name))
    _add_segments(units, losses, keep_names=keep)
    for unit in units:
        for name in (*unit.segments, *(name for group in unit.groups for name in group.names)):
            names.new(name, "c")
    return {unit.statement.id: unit for unit in units}


def _add_segments(units: Sequence[Unit], losses: list[Loss], *, keep_names: bool) -> None:
    """Part the units into segments: by their places in the source if all of these fit, else one for each."""
    groups = _known_groups(units) if keep_names else []
    for unit, own in zip(units, groups or _new_groups(units), strict=True):
        unit.groups = own
        text = unit.statement.text or unit.statement.title or ""
        unit.texts = text.split("\n") if len(unit.segments) > 1 else [text]
        _check_words(unit.statement, losses, is_placed=bool(groups))


def _known_groups(units: Sequence[Unit]) -> list[list[Group]]:
    """Give the segments that the statements name as their places; none where that does not fit."""
    places = [_places(unit.statement) for unit in units]
    if not all(places):
        return []
    regular = regular_groups(places, sum(len(names) for groups in places for names in groups))
    found = [
        _with_names(groups, origin_names(unit.statement)[1:])
        for unit, groups in zip(units, regular, strict=True)
    ]
    names = [unit.name for unit in units]
    names += [name for groups in found for group in groups for name in (*group.segments, *group.names)]
    return found if len(set(names)) == len(names) and all(map(_XML_NAME.fullmatch, names)) else []


def _new_groups(units: Sequence[Unit]) -> list[list[Group]]:
    """Give each unit a segment of its own, with ids that no unit has."""
    taken = {unit.name for unit in units}
    mark = ""
    while any(f"{kind}{mark}{number}" in taken for kind in "ec" for number in range(1, 2 * len(units) + 1)):
        mark += "_"
    count = len(units)
    return [[Group((f"e{mark}{n}",), "", (f"c{mark}{count + n}",))] for n in range(1, count + 1)]


def _places(statement: Claim | Rebuttal) -> list[tuple[str, ...]]:
    """Read the segments from the place in the source; none where it names something else."""
    locator = statement.source.locator if statement.source else None
    if not locator or not _LOCATOR.fullmatch(locator):
        return []
    groups = [tuple(group.split("+")) for group in locator.split(", ")]
    names = [name for group in groups for name in group]
    lines = (statement.text or "").count("\n") + 1
    return groups if len(names) in {1, lines} else []


def _with_names(groups: list[Group], names: tuple[str, ...]) -> list[Group]:
    """Give groups the ids that their joints and edges had; the regular ones where none are remembered."""
    if len(names) != sum(len(group.names) for group in groups):
        return groups
    rest, renamed = list(names), []
    for group in groups:
        own = [rest.pop(0) for _ in group.names]
        joint = own.pop(0) if group.joint else ""
        renamed.append(Group(group.segments, joint, tuple(own)))
    return renamed


def _check_words(statement: Claim | Rebuttal, losses: list[Loss], *, is_placed: bool) -> None:
    if statement.title:
        what = "title of a statement" if statement.text else "title as such"
        losses.append(Loss(what, statement.id, "a unit has only its text"))
    if statement.source and statement.source.locator and not is_placed:
        losses.append(Loss("locator of a source", statement.id, "it names no segments"))


def find_sides(argument_map: ArgumentMap, losses: list[Loss]) -> dict[str, str]:
    """Tell the side of each statement: pro or opp, as its speaker is called, else by what it bears on.

    What attacks stands against its target, what supports stands with its conclusion, all else is pro.

    Args:
        argument_map: the map.
        losses: to which are added the speakers that no side stands for.
    """
    sides: dict[str, str] = {}
    named = {key: side for side, (key, name) in SIDES.items() if argument_map.person_name(key) == name}
    for name, statement in argument_map.statements.items():
        if statement.by in named:
            sides[name] = named[statement.by]
        elif statement.by:
            losses.append(Loss("by of a statement", name, "a text has two sides, not people"))
    for name in argument_map.statements:
        _follow(argument_map, name, sides)
    return sides


def _follow(argument_map: ArgumentMap, name: str, sides: dict[str, str]) -> None:
    """Go from a statement to what it bears on, up to one whose side is known, and note the sides."""
    way: list[tuple[str, bool]] = []
    seen: set[str] = set()
    while name not in sides and name not in seen:
        seen.add(name)
        attacks, uses = argument_map.attacks_by.get(name, ()), argument_map.uses_of.get(name, ())
        way.append((name, bool(attacks)))
        if attacks:
            name = argument_map.statement_of(attacks[0].target).id
        elif uses:
            name = uses[0].conclusion
    side = sides.get(name, "pro")
    if name not in sides:
        way.pop()
        sides[name] = side
    for below, attacks_it in reversed(way):
        if below not in sides:
            side = ("opp" if side == "pro" else "pro") if attacks_it else side
            sides[below] = side
