"""Read a text again of which only a few neighbouring records have changed: a pure function.

The changed records are read alone, under the name of their section, and the places of what comes behind them
are moved. Where it cannot be told that this gives the same as reading the whole text, nothing is given.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Final

from argmap.diagnostics import Diagnostic, Location, Related
from argmap.files.records.file_records import FileRecords, Found
from argmap.files.records.read_text import read_text
from argmap.files.yaml.decoding import line_starts
from argmap.files.yaml.document import Start, Starts
from argmap.files.yaml.marks import Marked, Path
from argmap.files.yaml.places import ReadFile

_MOST: Final = 100_000
"""Where more characters than this would be read again, the whole text is."""

_ODD: Final = re.compile(r"^(?:---|\.\.\.|%|<{7}|={7}|>{7}|\ufeff)", re.MULTILINE)
_LISTS: Final = frozenset({"claims", "rebuttals"})
_SECTIONS: Final = frozenset({"people", "sources", *_LISTS})


def reread(before: FileRecords, text: str, starts: Sequence[int]) -> FileRecords | None:
    """Read a text that differs from one that was read before without a fault.

    Args:
        before: what was read before, which stays as it is.
        text: the new text.
        starts: the offset of each of its lines.

    Returns:
        What `read_text` would give; None where that takes reading all of it.
    """
    file = before.file
    if not before.is_sound or not text.strip():
        return None
    span = _changed(file.text, text)
    part = _part(file, *span)
    if part is None:
        return None
    more = len(text) - len(file.text)
    piece = text[part.start : part.end + more]
    if len(piece) > _MOST or _ODD.search(piece) or not piece.endswith(("\n", "\r")):
        return None
    inner = read_text(file.name, file.path, f"{part.section}:\n{piece}")
    if not _is_whole(inner, part):
        return None
    return _Joining(before, part, inner, text, starts).join()


def read_again(
    before: FileRecords, name: str, path: FilePath | None, text: str, starts: Sequence[int]
) -> FileRecords:
    """Read a text of which an earlier state was read without a fault; give what `read_text` gives.

    Args:
        before: what was read before, which stays as it is.
        name: what findings call the text.
        path: where the file is on disk; None for what is not a file.
        text: the new text.
        starts: the offset of each of its lines.
    """

    def again(mended: str) -> FileRecords | None:
        return reread(before, mended, line_starts(mended))

    return reread(before, text, starts) or read_text(name, path, text, again)


@dataclass(frozen=True, slots=True)
class _Part:
    """The records around a change.

    Args:
        section: their section.
        first: the position of the first among the items of the section.
        last: that of the last.
        start: the offset of the line on which the first begins.
        end: the offset behind the last line of the last.
        line: the first line, counted from 1.
        behind: the line behind the last one.
    """

    section: str
    first: int
    last: int
    start: int
    end: int
    line: int
    behind: int


def _changed(old: str, new: str) -> tuple[int, int]:
    """Give where two texts begin to differ, and where in the first one they are the same again."""
    first = _common(old, new)
    most = min(len(old), len(new)) - first
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle :] == new[len(new) - middle :]:
            low = middle
        else:
            high = middle - 1
    return first, len(old) - low


def _common(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _part(file: ReadFile, start: int, end: int) -> _Part | None:
    """Find the records that hold a change; None where it lies outside records, or in several sections."""
    line = file.line_at(start)
    path, last_path = file.path_at(line), file.path_at(file.line_at(max(start, end - 1)))
    if path is None or last_path is None or path[0] != last_path[0] or path[0] not in _SECTIONS:
        return None
    section = str(path[0])
    items = file.starts[section]
    if items.in_brackets:
        return None
    keys = list(items.items)
    first, last = keys.index(path[1]), keys.index(last_path[1])
    if start <= file.offset(*items.items[keys[first]]):
        # What was put before a record may belong to the one above.
        first -= 1
    if first < 0 or last < first:
        return None
    begin, _ = items.items[keys[first]]
    behind = _behind(file, items.items[keys[last]][0])
    following = items.items[keys[last + 1]][0] if last + 1 < len(keys) else behind
    if following != behind and last + 1 < len(keys):
        return None
    stop = file.offset(behind, 1) if behind <= file.line_count else len(file.text)
    if end > stop or not all(_is_plain(file, section, items.items[key]) for key in keys[first : last + 1]):
        return None
    if last + 1 < len(keys) and not _is_plain(file, section, items.items[keys[last + 1]]):
        return None
    return _Part(section, first, last, file.offset(begin, 1), stop, begin, behind)


def _behind(file: ReadFile, line: int) -> int:
    """Give the line behind a record: that of the next record, or of what stands at the margin."""
    span = file.record_at(line)
    limit = span[1] + 1 if span else file.line_count + 1
    for number in range(line + 1, limit):
        text = file.line(number)
        if text and text[0] not in " #-":
            return number
    return limit


def _is_plain(file: ReadFile, section: str, start: Start) -> bool:
    """Tell whether a record begins on a line of its own, behind its dash where it is an item."""
    return file.line(start[0])[: start[1] - 1].strip() == ("-" if section in _LISTS else "")


def _dash(file: ReadFile, start: Start) -> int:
    """Give where the dash of an item stands; -1 where it stands on a line above it."""
    return file.line(start[0])[: start[1] - 1].find("-")


def _is_whole(inner: FileRecords, part: _Part) -> bool:
    """Tell whether records that were read alone are what they are among the others."""
    file = inner.file
    if file.text != file.original or any(fault.code[0] == "Y" for fault in inner.faults):
        return False
    if set(file.starts) != {part.section} or file.starts[part.section].in_brackets:
        return False
    items = file.starts[part.section].items
    if not items:
        return False
    first = next(iter(items.values()))
    return first[0] == 2 and all(_is_plain(file, part.section, start) for start in items.values())  # noqa: PLR2004 — the line below the section's name


class _Joining:
    """Puts records that were read alone in the place of those that were there."""

    def __init__(
        self, before: FileRecords, part: _Part, inner: FileRecords, text: str, starts: Sequence[int]
    ) -> None:
        self._before = before
        self._part = part
        self._inner = inner
        self._text = text
        self._starts = starts
        self._down = part.line - 2
        old, new = before.file.starts[part.section].items, inner.file.starts[part.section].items
        self._count = len(new)
        self._more_items = len(new) - (part.last - part.first + 1)
        self._more_lines = len(starts) - before.file.line_count
        self._keys = list(old)

    def join(self) -> FileRecords | None:
        """Give the whole; None where two records would have one key."""
        part, inner, before = self._part, self._inner, self._before
        kept = {*self._keys[: part.first], *self._keys[part.last + 1 :]}
        columns = {start[1] for start in self._items_of(before.file, kept)}
        columns |= {start[1] for start in inner.file.starts[part.section].items.values()}
        if part.section not in _LISTS and (kept & set(inner.file.starts[part.section].items)):
            return None
        if len(columns) > 1 and not (part.section in _LISTS and self._are_dashes_even()):
            return None
        file = ReadFile(
            before.file.name, self._text, self._text, self._all_starts(), before.file.path, self._marks()
        )
        file.__dict__["_offsets"] = list(self._starts)
        sections = {
            name: self._section(found) if name == part.section else self._moved(found, part.behind)
            for name, found in before.sections.items()
        }
        if part.section not in sections:
            return None
        return FileRecords(
            file,
            sections,
            inner.unread,
            [replace(one, fault=self._finding(one.fault)) for one in inner.misnamed],
            inner.mentioned,
            inner.damaged,
            [self._finding(one) for one in inner.faults],
        )

    def _items_of(self, file: ReadFile, keys: set[str | int]) -> Iterator[Start]:
        items = file.starts[self._part.section].items
        return (items[key] for key in list(keys)[:1])

    def _are_dashes_even(self) -> bool:
        """Tell whether all dashes stand in one column, whatever stands behind them."""
        old, new = self._before.file, self._inner.file
        section = self._part.section
        column = _dash(old, next(iter(old.starts[section].items.values())))
        return column >= 0 and all(
            _dash(new, start) == column for start in new.starts[section].items.values()
        )

    def _all_starts(self) -> dict[str, Starts]:
        return {
            name: self._part_starts(old) if name == self._part.section else self._moved_starts(old)
            for name, old in self._before.file.starts.items()
        }

    def _moved_starts(self, old: Starts) -> Starts:
        """Give the starts of another section."""
        if not self._more_lines:
            return old
        items = {key: self._start(start) for key, start in old.items.items()}
        return Starts(items, old.listed, old.in_brackets)

    def _part_starts(self, old: Starts) -> Starts:
        """Give the starts of the section in which something has changed."""
        part, new = self._part, self._inner.file.starts[self._part.section].items
        inside = {self._at(key): (line + self._down, column) for key, (line, column) in new.items()}
        if part.section in _LISTS and not (self._more_lines or self._more_items):
            return Starts({**old.items, **inside}, old.listed, old.in_brackets)
        items = {key: old.items[key] for key in self._keys[: part.first]} | inside
        for key in self._keys[part.last + 1 :]:
            at = key + self._more_items if isinstance(key, int) else key
            items[at] = self._start(old.items[key])
        listed = old.listed + self._more_items if old.listed else 0
        return Starts(items, listed, old.in_brackets)

    def _at(self, key: str | int) -> str | int:
        return key + self._part.first if isinstance(key, int) else key

    def _start(self, start: Start) -> Start:
        line, column = start
        return (line + self._more_lines, column) if line >= self._part.behind else start

    def _section(self, found: list[Found]) -> list[Found]:
        """Give the records of the section: those before the part, those of it, those behind it."""
        part, inside = self._part, self._inner.sections.get(self._part.section, [])
        ranks = {key: number for number, key in enumerate(self._keys)}
        before = [one for one in found if ranks[one.at] < part.first]
        behind = [one for one in found if ranks[one.at] > part.last]
        new = [Found(one.key, one.record, self._place(one.start), self._at(one.at)) for one in inside]
        return [*before, *new, *self._moved(behind, 0, self._more_items)]

    def _moved(self, found: list[Found], behind: int, items: int = 0) -> list[Found]:
        lines = self._more_lines
        if not lines and not items:
            return found
        return [
            Found(
                one.key,
                one.record,
                _down(one.start, lines) if one.start.line >= behind else one.start,
                one.at + items if isinstance(one.at, int) else one.at,
            )
            for one in found
        ]

    def _marks(self) -> dict[Path, Marked]:
        """Keep the places that are known already, of records that have not moved."""
        known = self._before.file.marked
        if self._more_lines or self._more_items:
            return {path: mark for path, mark in known.items() if mark.place.line < self._part.line}
        changed = set(self._keys[self._part.first : self._part.last + 1])
        return {
            path: mark
            for path, mark in known.items()
            if path[0] != self._part.section or path[1] not in changed
        }

    def _finding(self, finding: Diagnostic) -> Diagnostic:
        related = tuple(Related(self._place(one.location), one.message) for one in finding.related)
        return replace(finding, location=self._place(finding.location), related=related)

    def _place(self, place: Location) -> Location:
        return _down(place, self._down)


def _down(place: Location, lines: int) -> Location:
    end = place.end_line + lines if place.end_line else 0
    return Location(place.file, place.line + lines, place.column, end, place.end_column)
