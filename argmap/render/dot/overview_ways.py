"""Which way the lines of an overview take: beside the boxes, never over one."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.render.diagram import Line
from argmap.render.dot.grid import Point
from argmap.render.dot.overview_sheet import ARROW, INDENT, TRACK, Sheet

_PORT, _SLOT = 12.0, 10.0


def ways(sheet: Sheet, lines: Sequence[Line], under: Mapping[str, str]) -> dict[str, tuple[Point, ...]]:
    """Find the corners of each line, from its tail to its head.

    A line to what its tail stands under runs up in the margin at the left. Others run in the gutters between
    the columns, and above the columns where they have to pass one.

    Args:
        sheet: where everything stands.
        lines: between its boxes.
        under: box -> the box beneath which it stands.
    """
    found = {
        line.id: _upwards(sheet, line, slot)
        for line, slot in _slots([line for line in lines if under.get(line.tail) == line.head])
    }
    router = _Router(sheet)
    for line in lines:
        if line.id not in found:
            found[line.id] = router.way(line)
    return found


def lanes(sheet: Sheet, lines: Sequence[Line], under: Mapping[str, str]) -> dict[int, int]:
    """Count how many lines run in each gutter, whose breadth makes no difference."""
    router = _Router(sheet)
    for line in lines:
        if under.get(line.tail) != line.head:
            router.way(line)
    return router.tracks


def _slots(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Lines of different looks to one box run side by side."""
    looks: dict[str, dict[object, int]] = {}
    for line in lines:
        known = looks.setdefault(line.head, {})
        yield line, known.setdefault((line.relation, line.inferred), len(known))


def _upwards(sheet: Sheet, line: Line, slot: int) -> tuple[Point, ...]:
    tail, head = sheet.boxes[line.tail], sheet.boxes[line.head]
    x = tail.left - INDENT * 2 / 3 + _SLOT * min(slot, 1)
    y = min(tail.middle.y, tail.top + INDENT / 2)
    return Point(tail.left, y), Point(x, y), Point(x, head.bottom)


class _Router:
    """Gives each line in the gutters a track of its own."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.tracks: dict[int, int] = {}
        self._above = 0
        self._ports: dict[tuple[str, bool], int] = {}

    def way(self, line: Line) -> tuple[Point, ...]:
        """Find a way that leaves and enters at a side from which no box is passed."""
        tails, heads = self._sides(line.tail), self._sides(line.head)
        shared = [(one, other) for one in tails for other in heads if one[0] == other[0]]
        if shared:
            (gutter, right), (_, at_right) = shared[0]
            start, end = self._port(line.tail, right=right), self._port(line.head, right=at_right)
            x = self._track(gutter)
            return start, Point(x, start.y), Point(x, end.y), end
        pairs = [(one, other) for one in tails for other in heads]
        (gutter, right), (last, at_right) = min(pairs, key=lambda pair: abs(pair[0][0] - pair[1][0]))
        start, end = self._port(line.tail, right=right), self._port(line.head, right=at_right)
        self._above += 1
        y = -TRACK * self._above - 2
        x, other = self._track(gutter), self._track(last)
        return start, Point(x, start.y), Point(x, y), Point(other, y), Point(other, end.y), end

    def _sides(self, key: str) -> list[tuple[int, bool]]:
        """Name the gutters beside a box, and whether at its right; others have lines at their left."""
        column, area = self._sheet.columns[key], self._sheet.boxes[key]
        free = area.left - self._sheet.gutters[column][1] < INDENT
        return [(column + 1, True), *([(column, False)] if free else [])]

    def _port(self, key: str, *, right: bool) -> Point:
        area = self._sheet.boxes[key]
        number = self._ports.get((key, right), 0)
        self._ports[key, right] = number + 1
        room = max(area.bottom - area.top - _PORT, 1.0)
        return Point(area.right if right else area.left, area.top + (_PORT * (number + 1)) % room)

    def _track(self, gutter: int) -> float:
        number = self.tracks.get(gutter, 0)
        self.tracks[gutter] = number + 1
        return self._sheet.gutters[gutter][0] + ARROW + TRACK * number
