"""Where names stand in a map: in their declarations, and in all that refers to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.diagnostics import Location
from argmap.lsp.cursor import where
from argmap.lsp.fields import held_at
from argmap.lsp.spaces import OF, Space, declared_at
from argmap.lsp.state import Document, RecordName, State
from argmap.model import Rebuttal, Statement
from argmap.references import Named, references, used_names

_NAME: Final = re.compile(r"[\w.\-/\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A name that stands somewhere.

    Args:
        space: what it stands for.
        name: the name.
        place: where.
        record: the record in which it stands; None where that cannot be read.
        path: the field in it; empty for the declaration of the record.
        declares: whether what it stands for is declared there.
    """

    space: Space
    name: str
    place: Location
    record: RecordName | None = None
    path: tuple[str | int, ...] = ()
    declares: bool = False


def occurrence_at(document: Document, line: int, column: int) -> Occurrence | None:
    """Find the name at a place; what cannot be read is judged by what stands around it.

    Args:
        document: the document.
        line: counted from 1.
        column: counted from 1; the place behind the last character of a name belongs to it.
    """
    state = document.state
    record = state.record_at(document.name, line)
    if record:
        for one in occurrences_in(state, record):
            if _covers(one.place, document.name, line, column):
                return one
    return _word_at(document, line, column)


def occurrences_in(state: State, record: RecordName) -> Iterator[Occurrence]:
    """Give the names in a record, what it declares first."""
    yield from _declared(state, record)
    file, path, _ = state.loaded.places.records[record]
    for one in references(state.map.record(*record)):
        if one.kind is Named.AUTHOR and one.name not in state.map.people:
            continue
        place = file.locate((*path, *one.path), key=one.is_key)
        space = OF[one.kind]
        narrow = state.loaded.places.narrow(place, one.name)
        declares = record[0] == "map" and space is Space.TAG
        yield Occurrence(space, one.name, narrow, record, one.path, declares)


def occurrences_of(state: State, space: Space, name: str) -> Iterator[Occurrence]:
    """Give every place where a name stands, in the order of the map."""
    kinds = [kind for kind, its in OF.items() if its is space]
    for record in state.loaded.places.records:
        if record[1] == name or _may_hold(state, record, kinds, name):
            for one in occurrences_in(state, record):
                if one.space is space and one.name == name:
                    yield one


def _may_hold(state: State, record: RecordName, kinds: list[Named], name: str) -> bool:
    """Tell whether a record declares or names something, without looking for the place."""
    one = state.map.record(*record)
    used = used_names((one,))
    if any(name in used[kind] for kind in kinds):
        return True
    own = (step.id for step in one.because) if isinstance(one, Statement) else ()
    aims = (aim.id for aim in one.aims) if isinstance(one, Rebuttal) else ()
    return name in {*own, *aims}


def _declared(state: State, record: RecordName) -> Iterator[Occurrence]:
    section, key = record
    one = state.map.record(section, key)
    if section in {"people", "sources"}:
        space = Space.PERSON if section == "people" else Space.SOURCE
        yield from _declaration(state, space, key, record, ())
    if isinstance(one, Statement):
        yield from _declaration(state, Space.NODE, key, record, ("id",))
        for number, step in enumerate(one.because):
            if "/" not in step.id:
                yield from _declaration(state, Space.NODE, step.id, record, ("because", number, "id"))
        for number, aim in enumerate(one.aims if isinstance(one, Rebuttal) else ()):
            if aim.id:
                yield from _declaration(state, Space.NODE, aim.id, record, ("attacks", number, "id"))


def _declaration(
    state: State, space: Space, name: str, record: RecordName, path: tuple[str | int, ...]
) -> Iterator[Occurrence]:
    place = declared_at(state, space, name)
    if place:
        yield Occurrence(space, name, state.loaded.places.narrow(place, name), record, path, declares=True)


def _covers(place: Location, file: str, line: int, column: int) -> bool:
    if place.file != file or not place.end_line:
        return False
    return (place.line, place.column) <= (line, column) <= (place.end_line, place.end_column)


def _word_at(document: Document, line: int, column: int) -> Occurrence | None:
    """Take the word at a place for a name, where the map knows it as what can stand there."""
    text = document.buffer.line(line)
    words = (found for found in _NAME.finditer(text) if found.start() < column <= found.end() + 1)
    found = next(words, None)
    if found is None:
        return None
    name = found.group()
    place = Location(document.name, line, found.start() + 1, line, found.end() + 1)
    here = where(document.buffer, line, found.start() + 1)
    held = held_at(here.section, here.keys) if not here.is_prose else None
    if held and held.named:
        return Occurrence(OF[held.named], name, place)
    if here.section in {"claims", "rebuttals"} and here.keys == ("id",):
        return Occurrence(Space.NODE, name, place, declares=True)
    return None
