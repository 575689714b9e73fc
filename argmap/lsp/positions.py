"""Places as the protocol counts them, from 0 and in units of an encoding, and as findings count them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from lsprotocol.types import Position, PositionEncodingKind, Range

from argmap.diagnostics import Location

Line = Callable[[int], str]
"""Gives a line, counted from 1, without its end."""


class Units:
    """Counts the characters of a line in the units of an encoding.

    A place inside a character, as the client may name one, is taken for the place before it.

    Args:
        encoding: the encoding that client and server agreed on.
    """

    def __init__(self, encoding: str = PositionEncodingKind.Utf16) -> None:
        self.encoding = PositionEncodingKind(encoding)

    def agree(self, encoding: PositionEncodingKind | str | None) -> None:
        """Count in another encoding from now on; in UTF-16 where client and server agreed on none."""
        self.encoding = PositionEncodingKind(encoding or PositionEncodingKind.Utf16)

    def count(self, text: str) -> int:
        """Count the units of a text."""
        if text.isascii() or self.encoding is PositionEncodingKind.Utf32:
            return len(text)
        if self.encoding is PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(character > "\uffff" for character in text)

    def column(self, line: str, units: int) -> int:
        """Turn units from the start of a line into characters; beyond its end, its length.

        Args:
            line: the line.
            units: how many units lie before the place.
        """
        if line.isascii() or self.encoding is PositionEncodingKind.Utf32:
            return min(units, len(line))
        counted = 0
        for column, character in enumerate(line):
            counted += self.count(character)
            if counted > units:
                return column
        return len(line)

    def position(self, line: Line, number: int, column: int) -> Position:
        """Turn a line and a column, both counted from 1, into a position."""
        return Position(number - 1, self.count(line(number)[: column - 1]))

    def range(self, line: Line, place: Location) -> Range:
        """Turn the place of a finding into a range; of a place without an end, the rest of the word there."""
        start = self.position(line, place.line, place.column)
        if not place.end_line:
            text = line(place.line)
            rest = text[place.column - 1 :]
            word = len(rest) - len(rest.lstrip()) or len(rest.split(maxsplit=1)[0] if rest.strip() else "")
            return Range(start, self.position(line, place.line, place.column + word))
        return Range(start, self.position(line, place.end_line, place.end_column))


def line_of(starts: Sequence[int], offset: int) -> int:
    """Give the line, counted from 0, on which an offset lies.

    Args:
        starts: the offset of each line.
        offset: an offset into the text.
    """
    return max(bisect_right(starts, offset) - 1, 0)
