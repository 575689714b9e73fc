"""Which way the lines of a flow sheet take: beside which cells they run, and on which track."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.render.diagram import Line
from argmap.render.flow import Cell

_MOST_TRACKS = 64


class Track(NamedTuple):
    """The upright part of a line.

    Args:
        gutter: between which columns: before the column of this number.
        at_right: whether it enters the cell that it leads to from the right.
        first: the row of that cell.
        last: the row that it comes from.
        number: of the track, counted from that cell's side of the gutter.
        port: of how many lines that enter the cell on this side it is, counted from 0.
    """

    gutter: int
    at_right: bool
    first: int
    last: int
    number: int = 0
    port: int = 0


def tracks(cells: Mapping[str, Cell], lines: Sequence[Line]) -> dict[str, Track]:
    """Give each line that cannot simply run along its row a track of its own.

    Longer tracks are nearer to the cell they lead to, so that lines into one cell do not cross. Where more
    than can be told apart run side by side, the shortest share one.

    Args:
        cells: statement id -> where it stands.
        lines: at most one from each cell, in reading order.

    Returns:
        Line id -> track; none for a line that runs along its row.
    """
    found = {line.id: track for line in lines if (track := _track(cells, line))}
    by_length = sorted(found, key=lambda key: found[key].first - found[key].last)
    sides: dict[tuple[int, bool], list[_Taken]] = {}
    for key in by_length:
        track = found[key]
        side = sides.setdefault((track.gutter, track.at_right), [])
        found[key] = track._replace(number=_place(track, side))
    return _with_ports(found, lines)


def exits_left(cells: Mapping[str, Cell], line: Line) -> bool:
    """Tell whether a line leaves its cell at the left: where it leads to a column farther left."""
    return cells[line.head].column < cells[line.tail].column


def _track(cells: Mapping[str, Cell], line: Line) -> Track | None:
    tail, head = cells[line.tail], cells[line.head]
    at_right = head.column <= tail.column
    if tail.row == head.row:
        return None
    return Track(head.column + at_right, at_right, head.row, tail.row)


def _place(track: Track, side: list["_Taken"]) -> int:
    """Give a line the first track that is free there; where there are too many, they share the last."""
    for number, taken in enumerate(side):
        if taken.take(track):
            return number
    if len(side) == _MOST_TRACKS:
        return _MOST_TRACKS - 1
    side.append(_Taken())
    side[-1].take(track)
    return len(side) - 1


class _Taken:
    """Which rows of a track are taken: pieces in order, none of which touches another."""

    def __init__(self) -> None:
        self._firsts: list[int] = []
        self._lasts: list[int] = []

    def take(self, track: Track) -> bool:
        """Take the rows of a line; False if one of them is taken."""
        at = bisect_left(self._lasts, track.first)
        if at < len(self._firsts) and self._firsts[at] <= track.last:
            return False
        self._firsts.insert(at, track.first)
        self._lasts.insert(at, track.last)
        return True


def _with_ports(found: Mapping[str, Track], lines: Sequence[Line]) -> dict[str, Track]:
    entered: dict[tuple[str, bool], int] = {}
    numbered: dict[str, Track] = {}
    for line in lines:
        if track := found.get(line.id):
            side = line.head, track.at_right
            numbered[line.id] = track._replace(port=entered.get(side, 0))
            entered[side] = numbered[line.id].port + 1
    return numbered
