"""The records of a document as an outline, and those of all maps by their names."""

from collections.abc import Iterator
from typing import Final

from lsprotocol.types import (
    DocumentSymbol,
    DocumentSymbolParams,
    Range,
    SymbolKind,
    WorkspaceSymbol,
)

from argmap.diagnostics import Location
from argmap.files.yaml.document import SECTIONS
from argmap.lsp.spaces import Space, declared_at
from argmap.lsp.state import Document, RecordName, State
from argmap.model import Person, Rebuttal, Source, Statement
from argmap.queries.find import Match, Thing, find
from argmap.text.clean import one_line

_MOST: Final = 200
_KINDS: Final = {
    "people": SymbolKind.Class,
    "sources": SymbolKind.File,
    "claims": SymbolKind.Function,
    "rebuttals": SymbolKind.Event,
}
_SECTION_OF: Final = {
    Thing.PERSON: "people",
    Thing.SOURCE: "sources",
    Thing.CLAIM: "claims",
    Thing.REBUTTAL: "rebuttals",
}


def outline(document: Document, _: DocumentSymbolParams) -> list[DocumentSymbol]:
    """Give the sections of a document with their records."""
    file = document.state.file(document.name)
    if file is None:
        return []
    found: dict[str, list[DocumentSymbol]] = {}
    for name, (holder, _path, start) in document.state.loaded.places.records.items():
        if holder is file and name[0] in _KINDS:
            found.setdefault(name[0], []).append(_record(document, name, start.line))
    return [_section(document, section, found[section]) for section in SECTIONS if section in found]


def find_symbols(state: State, query: str) -> Iterator[WorkspaceSymbol]:
    """Find the records that a name means, as `argmap show` does; all where there is no name."""
    for match in _matches(state, query)[:_MOST]:
        section = _SECTION_OF[match.thing]
        if (section, match.id) not in state.loaded.places.records:
            continue
        space = {"people": Space.PERSON, "sources": Space.SOURCE}.get(section, Space.NODE)
        place = declared_at(state, space, match.id)
        if place:
            yield WorkspaceSymbol(
                state.place(place), match.id, _KINDS[section], container_name=_label(state, section, match.id)
            )


def _matches(state: State, query: str) -> list[Match]:
    if not query.strip():
        things = {section: thing for thing, section in _SECTION_OF.items()}
        names = state.loaded.places.records
        return [Match(things[section], key) for section, key in names if section in things]
    return [match for match in find(state.map, query) if match.thing in _SECTION_OF]


def _label(state: State, section: str, key: str) -> str:
    record = state.map.record(section, key)
    if isinstance(record, Person):
        return one_line(record.name)
    if isinstance(record, Source):
        return one_line(record.title)
    assert isinstance(record, Statement)  # noqa: S101 — for the type checker: nothing else is listed
    author = f"{one_line(state.map.person_name(record.by))}: " if record.by else ""
    return author + one_line(record.label)


def _record(document: Document, name: RecordName, start: int) -> DocumentSymbol:
    state = document.state
    section, key = name
    whole = state.range(lines_of(document, start))
    if section in {"people", "sources"}:
        place = state.loaded.places.find(section, key, key=True)
    else:
        place = state.loaded.places.find(section, key, "id")
    chosen = state.range(place)
    record = state.map.record(section, key)
    detail = _label(state, section, key)
    if isinstance(record, Rebuttal) and (bucket := state.standing.buckets.get(key)):
        detail += f" ({bucket.words})"
    return DocumentSymbol(key, _KINDS[section], _enclosing(whole, chosen), chosen, detail)


def lines_of(document: Document, start: int) -> Location:
    """Give the lines of a record, without those that are empty behind it.

    Args:
        document: the document.
        start: the line on which the record begins.
    """
    file = document.state.loaded.places.files[document.name]
    first, last = file.record_at(start) or (start, start)
    while last > first and _is_outside(document.buffer.line(last)):
        last -= 1
    end = document.buffer.line(last)
    return Location(document.name, first, 1, last, len(end) + 1)


def _is_outside(line: str) -> bool:
    """Tell whether a line behind a record belongs to what comes after it."""
    return not line.strip() or not line[0].isspace()


def _section(document: Document, name: str, records: list[DocumentSymbol]) -> DocumentSymbol:
    file = document.state.loaded.places.files[document.name]
    chosen = document.state.range(file.locate((name,), key=True))
    whole = chosen
    for one in records:
        whole = _enclosing(whole, one.range)
    return DocumentSymbol(name, SymbolKind.Namespace, whole, chosen, children=records)


def _enclosing(one: Range, other: Range) -> Range:
    return Range(min(one.start, other.start), max(one.end, other.end))
