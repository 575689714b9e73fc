"""From a line as it was read, perhaps mended, back to the line as it stands in the file."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from argmap.diagnostics import Diagnostic, Location

Line = Callable[[int], str]
"""Gives a line, counted from 1, without its end."""


@dataclass(frozen=True)
class AsItStands:
    """Turns places in what was read into places in the file, whose lines have the same numbers.

    Args:
        read: the lines that were read.
        written: the lines of the file.
    """

    read: Line
    written: Line
    _columns: dict[int, list[int] | None] = field(default_factory=dict, repr=False)

    def place(self, place: Location) -> Location:
        """Turn a place."""
        column, end = place.column, place.end_column
        if place.line:
            column = self._column(place.line, column)
        if place.end_line:
            end = self._column(place.end_line, end)
        if (place.line, column) == (place.end_line, end):
            end = column + 1
        return replace(place, column=column, end_column=end)

    def finding(self, finding: Diagnostic) -> Diagnostic:
        """Turn the places of a finding."""
        related = tuple(replace(other, location=self.place(other.location)) for other in finding.related)
        return replace(finding, location=self.place(finding.location), related=related)

    def _column(self, line: int, column: int) -> int:
        if line not in self._columns:
            read, written = self.read(line), self.written(line)
            self._columns[line] = None if read == written else columns_in(written, read)
        columns = self._columns[line]
        return column if columns is None else columns[min(column, len(columns)) - 1] + 1


def columns_in(written: str, read: str) -> list[int]:
    """Find each column of a mended line in the line that was written; both count from 0.

    A mend puts a few characters in, or in place of others. What stands before and after it is the same, and
    in between quotes may be doubled.

    Returns:
        A column for each of what was read, and one for its end.
    """
    before = _alike(written, read)
    after = _alike(written[before:][::-1], read[before:][::-1])
    columns, at, end = list(range(before)), before, len(written) - after
    for character in read[before : len(read) - after]:
        columns.append(at)
        at += at < end and character == written[at]
    return [*columns, *range(end, len(written) + 1)]


def _alike(one: str, other: str) -> int:
    """Count the characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (here, there) in pairs if here != there), min(len(one), len(other)))
