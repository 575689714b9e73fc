"""Where the cells of a flow sheet stand, in points, and the corners of the lines between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from argmap.render.diagram import Line
from argmap.render.dot.tracks import Track, exits_left, tracks
from argmap.render.flow import Cell

_OUT, _IN, _STEP = 11.0, 27.0, 10.0
_TRACK, _EDGE = 8.0, 16.0
_NARROW = 14.0
_BETWEEN_ROWS, _BETWEEN_THREADS = 14.0, 36.0
_ABOVE = 6.0


class Point(NamedTuple):
    """A point of the sheet: points from its left edge, and from its top."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a line.

    Args:
        corners: from its tail to its head.
        word: the middle of the place for the word beside it.
    """

    corners: tuple[Point, ...]
    word: Point


class Grid:
    """Columns and rows, with gutters before, between and behind the columns for lines and words.

    Args:
        cells: statement id -> column and row, in reading order.
        heights: statement id -> points.
        lines: each from a cell to one above it or at its left.
        widths: of the columns, in points.
        word: the room that words beside lines need, in points.
        top: where the first row begins, in points.
    """

    def __init__(
        self,
        cells: Mapping[str, Cell],
        heights: Mapping[str, float],
        lines: Sequence[Line],
        *,
        widths: Sequence[float],
        word: float,
        top: float,
    ) -> None:
        self._cells, self._heights, self._widths = cells, heights, widths
        self._tracks = tracks(cells, lines)
        columns = len(widths)
        wordy = {self._word_gutter(line) for line in lines}
        tracked = _tracked(self._tracks.values())
        self._rooms = [tracked.get((number, True), 0.0) for number in range(columns + 1)]
        ends = [tracked.get((number, False), 0.0) for number in range(columns + 1)]
        self._words = [word if number in wordy else _NARROW for number in range(columns + 1)]
        gutters = [sum(parts) for parts in zip(self._rooms, self._words, ends, strict=True)]
        both = zip(gutters[:-1], widths, strict=True)
        self._gutters = [0.0, *accumulate(gutter + width for gutter, width in both)]
        self._lefts = [start + gutter for start, gutter in zip(self._gutters, gutters[:-1], strict=False)]
        self._tops = _row_tops(cells, heights, top)
        self.width = self._gutters[-1] + gutters[-1]
        self.height = max((self.top(key) + heights[key] for key in cells), default=top)

    def left(self, column: int) -> float:
        """Return where a column begins."""
        return self._lefts[column]

    def middle(self, column: int) -> float:
        """Return where the middle of a column is."""
        return self._lefts[column] + self._widths[column] / 2

    def top(self, key: str) -> float:
        """Return where a cell begins."""
        return self._tops[self._cells[key].row]

    def route(self, line: Line) -> Route:
        """Find the way of a line: along its row, up a track, and into the cell that it challenges."""
        leftwards = exits_left(self._cells, line)
        start = Point(self._side(line.tail, right=not leftwards), self.top(line.tail) + _OUT)
        gutter = self._word_gutter(line)
        middle = self._gutters[gutter] + self._rooms[gutter] + self._words[gutter] / 2
        word = Point(middle, start.y - _ABOVE)
        track = self._tracks.get(line.id)
        if track is None:
            return Route((start, Point(self._side(line.head, right=leftwards), start.y)), word)
        x = self._track_x(track)
        lowest = max(self._heights[line.head] - _ABOVE, _IN)
        y = self.top(line.head) + min(_IN + _STEP * track.port, lowest)
        end = Point(self._side(line.head, right=track.at_right), y)
        return Route((start, Point(x, start.y), Point(x, y), end), word)

    def _word_gutter(self, line: Line) -> int:
        return self._cells[line.tail].column + (not exits_left(self._cells, line))

    def _track_x(self, track: Track) -> float:
        inwards = _EDGE + _TRACK * track.number
        return (
            self._gutters[track.gutter] + inwards if track.at_right else self._lefts[track.gutter] - inwards
        )

    def _side(self, key: str, *, right: bool) -> float:
        column = self._cells[key].column
        return self._lefts[column] + (self._widths[column] if right else 0.0)


def _tracked(tracks: Iterable[Track]) -> dict[tuple[int, bool], float]:
    """Measure the part of each gutter for the tracks to the cells on one side of it."""
    rooms: dict[tuple[int, bool], float] = {}
    for track in tracks:
        side = track.gutter, track.at_right
        rooms[side] = max(rooms.get(side, 0.0), _EDGE + _TRACK * (track.number + 1))
    return rooms


def _row_tops(cells: Mapping[str, Cell], heights: Mapping[str, float], top: float) -> list[float]:
    """Return where each row begins: below the highest cell of the one before."""
    highest: dict[int, float] = {}
    roots = {cell.row for cell in cells.values() if cell.is_root}
    for key, cell in cells.items():
        highest[cell.row] = max(highest.get(cell.row, 0.0), heights[key])
    tops: list[float] = []
    for row, height in highest.items():
        if row and row in roots:
            top += _BETWEEN_THREADS - _BETWEEN_ROWS
        tops.append(top)
        top += height + _BETWEEN_ROWS
    return tops
