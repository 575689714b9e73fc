"""A map as it stands in the editor at one moment, with all that requests ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from lsprotocol.types import Location as Place
from lsprotocol.types import Position, Range

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import DEFAULT_STYLE, Bibliography
from argmap.csl import CslError
from argmap.diagnostics import Location
from argmap.files.assembling import Loaded
from argmap.files.disk.snapshot import read_file
from argmap.files.settings import Settings
from argmap.files.yaml.places import ReadFile
from argmap.lsp.agreement import Agreement
from argmap.lsp.buffers import Buffer
from argmap.lsp.map_of_document import uri_of
from argmap.lsp.positions import Units
from argmap.model import Statement
from argmap.queries.unanswered import Standing, find_standing
from argmap.semantics.explain import Explainer
from argmap.semantics.reading import read
from argmap.semantics.status import evaluate

_MOST_OF_A_STYLE: Final = 4 * 1024 * 1024

RecordName = tuple[str, str]
"""The section of a record, and its key or id."""


@dataclass(frozen=True, eq=False)
class State:
    """A map at one moment.

    Args:
        stamp: which moment; it grows with every change.
        loaded: the map as far as it can be read.
        settings: those of its project.
        agreement: what client and server agreed on.
        buffers: the documents of the map that stand open, by the names of their files.
        good: the map when it could last be read without an error; the same map where it can be now.
        asked: what the editor has begun to rename, as it was then, by the address of the document.
    """

    stamp: int
    loaded: Loaded
    settings: Settings
    agreement: Agreement
    buffers: Mapping[str, Buffer] = field(default_factory=dict)
    good: ArgumentMap = field(default_factory=ArgumentMap)
    asked: dict[str, Statement] = field(default_factory=dict)

    @property
    def units(self) -> Units:
        """The units in which the client counts columns."""
        return self.agreement.units

    @property
    def map(self) -> ArgumentMap:
        """The records that can be read now."""
        return self.loaded.map

    @cached_property
    def standing(self) -> Standing:
        """The buckets of the map."""
        return find_standing(self.map)

    @cached_property
    def works(self) -> Bibliography:
        """The works of the map in the style of its project, or in the usual one where that is unusable."""
        style = self.settings.citation_style
        try:
            found = read_file(style, _MOST_OF_A_STYLE) if isinstance(style, Path) else style
            return Bibliography(self.known, found or DEFAULT_STYLE)
        except (OSError, CslError):
            return Bibliography(self.known)

    @cached_property
    def explainer(self) -> Explainer:
        """The map as it is weighed under grounded semantics."""
        return Explainer(evaluate(read(self.map)))

    @cached_property
    def known(self) -> ArgumentMap:
        """The map, with those records of `good` that cannot be read now."""
        if self.good is self.map:
            return self.map
        now, before = self.map, self.good
        taken = now.statements
        return ArgumentMap(
            info=now.info if now.info.tags or now.info.title else before.info,
            people={**before.people, **now.people},
            sources={**before.sources, **now.sources},
            claims={**{k: one for k, one in before.claims.items() if k not in taken}, **now.claims},
            rebuttals={**{k: one for k, one in before.rebuttals.items() if k not in taken}, **now.rebuttals},
            locations={**before.locations, **now.locations},
        )

    @cached_property
    def _records(self) -> Mapping[tuple[str, tuple[str | int, ...]], RecordName]:
        """Each record by its file and its path there."""
        return {(file.name, path): name for name, (file, path, _) in self.loaded.places.records.items()}

    def record_at(self, file: str, line: int) -> RecordName | None:
        """Give the record that a line belongs to; None where none is, or it cannot be read.

        Args:
            file: the name of the file.
            line: counted from 1.
        """
        read = self.loaded.places.files.get(file)
        path = read.path_at(line) if read else None
        if path is None or read is None:
            return None
        return self._records.get((file, ("map",) if path[0] == "map" else path))

    def file(self, name: str) -> ReadFile | None:
        """Give a file of the map as it was read."""
        return self.loaded.places.files.get(name)

    def uri(self, name: str) -> str:
        """Give the address of a file of the map, or of its settings."""
        if name in self.buffers:
            return self.buffers[name].uri
        file = self.file(name)
        return uri_of(file.path if file and file.path else Path(name))

    def version(self, name: str) -> int | None:
        """Give the editor's number of the text of a file; None where it is not open."""
        return self.buffers[name].version if name in self.buffers else None

    def line(self, name: str, number: int) -> str:
        """Give a line of a file of the map, or of its settings, as it stands there."""
        if name in self.buffers:
            return self.buffers[name].line(number)
        if file := self.file(name):
            return file.shown_line(number)
        lines = self.settings.text.splitlines() if name == self.settings.name else []
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def range(self, place: Location) -> Range:
        """Turn a place into a range of the protocol."""
        return self.units.range(lambda number: self.line(place.file, number), place)

    def place(self, place: Location) -> Place:
        """Turn a place into a location of the protocol."""
        return Place(self.uri(place.file), self.range(place))

    def document(self, uri: str) -> "Document | None":
        """Give a document of the map that stands open; None where it does not."""
        names = (name for name, buffer in self.buffers.items() if buffer.uri == uri)
        name = next(names, None)
        return Document(self, name, self.buffers[name]) if name is not None else None


@dataclass(frozen=True, eq=False)
class Document:
    """A document of a map, as a request asks about it.

    Args:
        state: the map.
        name: what findings call the file.
        buffer: its text.
    """

    state: State
    name: str
    buffer: Buffer

    def at(self, position: Position) -> tuple[int, int]:
        """Turn a position into a line and a column, both counted from 1."""
        number = min(position.line + 1, len(self.buffer.starts))
        return number, self.state.units.column(self.buffer.line(number), position.character) + 1

    def lines(self, asked: Range) -> range:
        """Give the lines of a range, counted from 1."""
        return range(self.at(asked.start)[0], self.at(asked.end)[0] + 1)
