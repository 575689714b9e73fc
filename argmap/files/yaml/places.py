"""From a field of a record to its line and column."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from pathlib import Path as FilePath

import yaml

from argmap.diagnostics import Diagnostic, Location
from argmap.files.yaml.decoding import line_starts, split_lines
from argmap.files.yaml.document import Starts
from argmap.files.yaml.marks import (
    Lines,
    Marked,
    Path,
    TextFrom,
    covers,
    find_mark,
    mark_document,
    mark_record,
)
from argmap.files.yaml.mended import AsItStands


@dataclass
class ReadFile:
    """A file as it was read.

    Args:
        name: what findings call it.
        text: what was read, with lines mended and lost records emptied.
        original: the text before that, in which findings have their places.
        starts: for each section, where its items start.
        path: where the file is on disk; None for a text that is not a file.
    """

    name: str
    text: str
    original: str
    starts: dict[str, Starts] = field(default_factory=dict)
    path: FilePath | None = None
    _known: dict[Path, Marked] = field(default_factory=dict, repr=False)

    def standing_for(self, original: str) -> "ReadFile":
        """Give the same text as one that was read in place of another, which has as many lines.

        Args:
            original: what was written.
        """
        other = ReadFile(self.name, self.text, original, self.starts, self.path, dict(self._known))
        other.__dict__["_offsets"] = self._offsets
        return other

    @property
    def marked(self) -> Mapping[Path, Marked]:
        """The records that were marked alone so far."""
        return self._known

    @cached_property
    def marks(self) -> Marked:
        """The place of every value."""
        return mark_document(self.text, Lines(self.name, self.line))

    @cached_property
    def line_count(self) -> int:
        """How many lines the file has."""
        return len(self._offsets)

    @cached_property
    def _shown_lines(self) -> list[str] | None:
        """The lines as they stand in the file, where some were mended or emptied for reading; else None."""
        return None if self.text == self.original else split_lines(self.original)

    def shown(self, place: Location) -> Location:
        """Turn a place in what was read into one in the file as it stands."""
        return place if self._shown_lines is None else self._as_it_stands.place(place)

    def shown_finding(self, finding: Diagnostic) -> Diagnostic:
        """Turn the places of a finding, as `shown` does."""
        return finding if self._shown_lines is None else self._as_it_stands.finding(finding)

    @cached_property
    def _as_it_stands(self) -> AsItStands:
        return AsItStands(self.line, self.shown_line)

    def shown_line(self, number: int) -> str:
        """Give a line as it stands in the file, counted from 1; nothing beyond the last one."""
        lines = self._shown_lines
        if lines is None:
            return self.line(number)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each line of the text that was read starts."""
        return line_starts(self.text)

    def line(self, number: int) -> str:
        """Give a line of what was read, counted from 1, without its end; nothing beyond the last one."""
        if not 0 < number <= len(self._offsets):
            return ""
        start = self._offsets[number - 1]
        end = self._offsets[number] if number < len(self._offsets) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """Turn a line and a column into an offset into what was read."""
        return self._offsets[line - 1] + column - 1

    def line_at(self, offset: int) -> int:
        """Give the line, counted from 1, that an offset into what was read lies on."""
        return bisect_right(self._offsets, offset)

    @cached_property
    def _items(self) -> list[tuple[int, Path]]:
        """The first line and the path of each record, in the order of the file."""
        items = (
            (start[0], (section, at))
            for section, starts in self.starts.items()
            for at, start in starts.items.items()
        )
        return sorted(items, key=itemgetter(0))

    @cached_property
    def _item_lines(self) -> list[int]:
        return [line for line, _ in self._items]

    def path_at(self, line: int) -> Path | None:
        """Give the path of the record that a line belongs to; None before the first one."""
        number = bisect_right(self._item_lines, line)
        return self._items[number - 1][1] if number else None

    def record_at(self, line: int) -> tuple[int, int] | None:
        """Give the first and last line of the record that a line belongs to; None before the first one."""
        number = bisect_right(self._item_lines, line)
        if not number:
            return None
        after = self._item_lines[number] if number < len(self._items) else self.line_count + 1
        first = self._item_lines[number - 1]
        return first, max(first, after - 1)

    def is_in_scalar(self, line: int, column: int) -> bool:
        """Tell whether a place lies inside a text, where a number sign starts no comment."""
        path = self.path_at(line)
        mark = self.record(path) if path else self.marks
        return mark is not None and covers(mark, (line, column))

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """Find a value, or with ``key`` the key before it; where there is none, what encloses it."""
        if len(path) > 1 and (record := self.record(path[:2])):
            mark, is_found = find_mark(record, path[2:])
        else:
            mark, is_found = find_mark(self.marks, path)
        return self.shown(mark.key if key and is_found and mark.key else mark.place)

    def record(self, path: Path) -> Marked | None:
        """Mark one record alone, which in a large file is much less work than all of it.

        Args:
            path: the section, and the key or position of the record.

        Returns:
            The record's marks; None where there is no such record.
        """
        if path not in self._known:
            starts = self.starts.get(str(path[0]))
            start = starts.items.get(path[1]) if starts else None
            if starts is None or start is None:
                return None
            self._known[path] = self._mark_record(path, start, in_brackets=starts.in_brackets)
        return self._known[path]

    def _mark_record(self, path: Path, start: tuple[int, int], *, in_brackets: bool) -> Marked:
        if in_brackets:
            return find_mark(self.marks, path)[0]
        line, column = start
        stream = TextFrom(self.text, self.offset(line, column), column - 1)
        lines = Lines(self.name, self.line, line - 1)
        try:
            return mark_record(stream, lines, is_entry=isinstance(path[1], str))
        except yaml.YAMLError:
            return find_mark(self.marks, path)[0]


@dataclass
class Places:
    """Where the records of a map stand.

    Args:
        files: the files, by name.
        records: section and key of each record, to its file, its path there, and its start.
    """

    files: dict[str, ReadFile] = field(default_factory=dict)
    records: dict[tuple[str, str], tuple[ReadFile, Path, Location]] = field(default_factory=dict)

    def start(self, section: str, key: str) -> Location:
        """Give the place where a record begins.

        Raises:
            KeyError: there is no such record.
        """
        return self.records[section, key][2]

    def find(self, section: str, name: str, *path: str | int, key: bool = False) -> Location:
        """Find a field of a record.

        Args:
            section: ``map``, ``people``, ``sources``, ``claims`` or ``rebuttals``.
            name: the record's key or id; empty for ``map``.
            path: field names and list positions, from the record inwards.
            key: whether the field's name is meant, not its value.

        Returns:
            The place of the field, or of the nearest part of the record that encloses it.

        Raises:
            KeyError: there is no such record.
        """
        file, inside, _ = self.records[section, name]
        return file.locate((*inside, *path), key=key)

    def find_words(self, words: str, section: str, name: str, *path: str | int) -> Location:
        """Find some words of a field; the whole field where they do not stand in it as they are.

        Args:
            words: a name or phrase, such as one of several ids.
            section: as in `find`.
            name: as in `find`.
            path: as in `find`.

        Raises:
            KeyError: there is no such record.
        """
        return self.narrow(self.find(section, name, *path), words)

    def narrow(self, place: Location, words: str) -> Location:
        """Narrow a place to the first whole occurrence of some words in it, if there is one."""
        file = self.files.get(place.file)
        if file is None or not words or not place.end_line:
            return place
        pattern = re.compile(rf"(?<![\w.-]){re.escape(words)}(?![\w-])")
        for number in range(place.line, place.end_line + 1):
            line = file.shown_line(number)
            end = place.end_column - 1 if number == place.end_line else len(line)
            if match := pattern.search(line, place.column - 1 if number == place.line else 0, end):
                return Location(place.file, number, match.start() + 1, number, match.end() + 1)
        return place
