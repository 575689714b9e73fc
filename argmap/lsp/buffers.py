"""Texts that stand open in the editor, saved or not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lsprotocol.types import (
    Position,
    Range,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
)

from argmap.files.yaml.decoding import line_starts
from argmap.lsp.positions import Units, line_of

_NO_KEY: Final = " -#\r\n"


@dataclass
class Buffer:
    """A text that stands open in the editor.

    Args:
        uri: what the editor calls it.
        path: where it is or would be on disk; None for a text that has no place yet.
        text: what it says now.
        version: the editor's number of that text.
    """

    uri: str
    path: Path | None
    text: str
    version: int = 0
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = self.starts or line_starts(self.text)

    def line(self, number: int) -> str:
        """Give a line, counted from 1, without its end; nothing beyond the last one."""
        if not 0 < number <= len(self.starts):
            return ""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")

    def at_margin_above(self, number: int) -> int:
        """Give the nearest line above one that begins with a key at the margin; 0 where there is none."""
        for above in range(min(number, len(self.starts)) - 1, 0, -1):
            if self.text[self.starts[above - 1]] not in _NO_KEY:
                return above
        return 0

    def offset(self, position: Position, units: Units) -> int:
        """Turn a position into an offset; what lies behind the end of a line, or of the text, is that end."""
        if position.line >= len(self.starts):
            return len(self.text)
        return self.starts[position.line] + units.column(self.line(position.line + 1), position.character)

    def position(self, offset: int, units: Units) -> Position:
        """Turn an offset into a position."""
        line = line_of(self.starts, offset)
        return Position(line, units.count(self.text[self.starts[line] : offset]))

    def range(self, start: int, end: int, units: Units) -> Range:
        """Turn two offsets into a range."""
        return Range(self.position(start, units), self.position(end, units))

    def changed(
        self, changes: Iterable[TextDocumentContentChangeEvent], version: int, units: Units
    ) -> "Buffer":
        """Give the buffer with changes made one after the other.

        Args:
            changes: whole texts, or parts with other words in their place.
            version: the number of the new text.
            units: in which positions count.
        """
        found = self
        for change in changes:
            if isinstance(change, TextDocumentContentChangePartial):
                start = found.offset(change.range.start, units)
                end = max(start, found.offset(change.range.end, units))
                found = found._spliced(start, end, change.text)
            else:
                found = Buffer(self.uri, self.path, change.text, version)
        return Buffer(self.uri, self.path, found.text, version, found.starts)

    def _spliced(self, start: int, end: int, new: str) -> "Buffer":
        """Put other words in place of some; only the lines around them are looked at again."""
        text = self.text[:start] + new + self.text[end:]
        first = max(line_of(self.starts, start) - 1, 0)
        last = min(line_of(self.starts, end) + 2, len(self.starts))
        more = len(new) - (end - start)
        begin = self.starts[first]
        stop = self.starts[last] + more if last < len(self.starts) else len(text)
        middle = [begin + at for at in line_starts(text[begin:stop])]
        rest = [at + more for at in self.starts[last:]]
        if rest and middle[-1] == rest[0]:
            middle.pop()
        return Buffer(self.uri, self.path, text, self.version, [*self.starts[:first], *middle, *rest])
