"""Where each field of a record stands, worked out only when somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from argmap.diagnostics import Location

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK_STYLES: Final = frozenset({"|", ">"})

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Marked:
    """A value's place, its key's place where it has one, and its parts."""

    place: Location
    key: Location | None = None
    parts: dict[str | int, "Marked"] = field(default_factory=dict)


@dataclass(frozen=True)
class Lines:
    """The lines that a marker looks at.

    Args:
        file: the name of the file.
        line: gives a line, counted from 1, without its end.
        before: how many lines stand before the text that is marked.
    """

    file: str
    line: Callable[[int], str]
    before: int = 0


class TextFrom:
    """A text from some place on, as a stream that is read only as far as the parser goes.

    Args:
        text: the whole text.
        offset: where to begin.
        indent: how many spaces to put before it, so that columns stay what they are.
    """

    def __init__(self, text: str, offset: int, indent: int) -> None:
        self._text = text
        self._offset = offset
        self._indent = indent

    def read(self, size: int) -> str:
        """Give the next characters, so few that they fit into ``size`` bytes."""
        if self._indent:
            spaces, self._indent = " " * min(self._indent, size), max(0, self._indent - size)
            return spaces
        piece = self._text[self._offset : self._offset + max(1, size // 4)]
        self._offset += len(piece)
        return piece


def mark_document(text: str, lines: Lines) -> Marked:
    """Find the place of every value in a text that `read_document` has read."""
    next_event = _Loader(text).get_event
    next_event()
    if isinstance(next_event(), yaml.StreamEndEvent):  # nothing but comments
        return Marked(Location(lines.file, 1, 1))
    return _mark(next_event(), next_event, lines)


def mark_record(stream: TextFrom, lines: Lines, *, is_entry: bool) -> Marked:
    """Find the place of every value of one record.

    Args:
        stream: the text from the start of the record on.
        lines: for the places.
        is_entry: whether the record is a ``key: value`` of a mapping, and not the item of a list.

    Raises:
        YAMLError: the record cannot be read without what stands around it.
    """
    next_event = _Loader(stream).get_event
    next_event()
    if isinstance(next_event(), yaml.StreamEndEvent):
        raise yaml.YAMLError("an empty item at the end of the file")
    event = next_event()
    if event.start_mark.line:
        raise yaml.YAMLError("an empty item: what was read is the next one")
    if not is_entry:
        return _mark(event, next_event, lines)
    key = _mark(next_event(), next_event, lines)
    value = _mark(next_event(), next_event, lines)
    value.key = key.place
    return value


def find_mark(root: Marked, path: Path) -> tuple[Marked, bool]:
    """Follow a path of keys and list positions; parts that a short form leaves out are passed over.

    Returns:
        The mark, and whether the last part of the path was found.
    """
    is_found = True
    for part in path:
        inner = root.parts.get(part)
        is_found = inner is not None
        root = inner or root
    return root, is_found


def covers(mark: Marked, at: tuple[int, int]) -> bool:
    """Tell whether a line and column lie inside one of the texts of a value."""
    if mark.parts:
        return any(covers(part, at) for part in mark.parts.values())
    place = mark.place
    return (place.line, place.column) <= at < (place.end_line, place.end_column)


def _mark(event: Any, next_event: Any, lines: Lines) -> Marked:
    marked = Marked(_place(event, lines))
    if isinstance(event, MappingStartEvent):
        marked.place = _stretched(marked.place, _mark_mapping(marked, next_event, lines), lines)
    elif isinstance(event, SequenceStartEvent):
        number = 0
        while not isinstance(item := next_event(), SequenceEndEvent):
            marked.parts[number] = _mark(item, next_event, lines)
            number += 1
        marked.place = _stretched(marked.place, item, lines)
    return marked


def _mark_mapping(marked: Marked, next_event: Any, lines: Lines) -> Any:
    while not isinstance(key := next_event(), MappingEndEvent):
        key_mark = _mark(key, next_event, lines)
        inner = _mark(next_event(), next_event, lines)
        inner.key = key_mark.place
        name = key.value if isinstance(key, ScalarEvent) else ""
        before = marked.parts.setdefault(name, inner)
        if before is not inner:
            _append_parts(before, inner)
    return key


def _append_parts(first: Marked, more: Marked) -> None:
    """Add the items of a repeated section as the reader does, after those of the first."""
    count = len(first.parts)
    for name, item in more.parts.items():
        first.parts.setdefault(count + name if isinstance(name, int) else name, item)


def _place(event: Any, lines: Lines) -> Location:
    start, end = event.start_mark, event.end_mark
    line, end_line = start.line + 1 + lines.before, end.line + 1 + lines.before
    if isinstance(event, ScalarEvent) and event.style in _BLOCK_STYLES:
        return _block_content(event, line, end_line, lines) or Location(
            lines.file, line, start.column + 1, line, start.column + 2
        )
    return Location(lines.file, line, start.column + 1, end_line, end.column + 1)


def _stretched(start: Location, closing: Any, lines: Lines) -> Location:
    """Let a mapping or list reach to its closing bracket, or without one to the end of its first line."""
    end = closing.end_mark
    if (closing.start_mark.line, closing.start_mark.column) != (end.line, end.column):
        return Location(lines.file, start.line, start.column, end.line + 1 + lines.before, end.column + 1)
    width = len(lines.line(start.line).rstrip())
    return Location(lines.file, start.line, start.column, start.line, max(width, start.column) + 1)


def _block_content(event: Any, line: int, end_line: int, lines: Lines) -> Location | None:
    """Find the text of a block scalar, which starts below its indicator; None where it has none."""
    if not event.value.strip():
        return None
    first = next(at for at in range(line + 1, end_line + 1) if lines.line(at).strip())
    text = lines.line(first)
    indent = len(text) - len(text.lstrip(" "))
    last = end_line
    while last > first and not _belongs(lines.line(last), indent):
        last -= 1
    return Location(lines.file, first, indent + 1, last, len(lines.line(last).rstrip()) + 1)


def _belongs(line: str, indent: int) -> bool:
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) >= indent
