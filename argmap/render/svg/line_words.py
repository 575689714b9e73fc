"""Words beside lines: where a place is free, none touches a line, a box or another word.

Graphviz sets a word at its line, and often on it where that is slanted. In a large drawing, where it would
spend more time on words than on anything else, it does not set them at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import dist
from typing import Final
from xml.etree.ElementTree import Element

from argmap.render.dot.plan import Words
from argmap.render.fonts.measure import text_width
from argmap.render.numbers import hundredths
from argmap.render.svg.extents import SHAPES, Extent, around, before, extent, numbers_in
from argmap.render.svg.frame import frame_of
from argmap.render.svg.transforms import matrix_of, transformed

LEAST: Final = 2.4
"""Points that a word must keep away from the middle of a line; what stands nearer is moved."""

_GAP: Final = 3.5
# From boxes and from other words.
_APART: Final = 1.0
_SIZE: Final = 9.0
_FONT: Final = "Helvetica"
# Of capitals and of descenders, in parts of the size.
_ABOVE, _BELOW = 0.72, 0.21
_PIECES: Final = 8
_CELL: Final = 128.0
_HEADS: Final = SHAPES - {"path"}
# How far away a word may go, besides its own width.
_FAR: Final = 32.0
_GRAVE: Final = 10
# How far along its line a word may be moved, in its own heights and widths, the nearest first.
_SLIDES: Final = (0.0, 0.5, -0.5, 1.0, -1.0, 1.75, -1.75, 2.5, -2.5)

Point = tuple[float, float]
_Cell = tuple[int, int]


def add_word(edge: Element, words: Words) -> None:
    """Put a word on the middle of a line, from where `settle` moves it.

    Args:
        edge: the group of the line; it is changed.
        words: what is said of the line; nothing happens where no word stands beside it.
    """
    way = _way(edge) if words.beside else ()
    if not way:
        return
    x, y = _middle(way)
    text = Element(
        "text",
        {
            "text-anchor": "middle",
            "x": hundredths(x),
            "y": hundredths(y + (_ABOVE - _BELOW) * _SIZE / 2),
            "font-family": _FONT,
            "font-size": f"{_SIZE:.2f}",
            "fill": words.ink,
        },
    )
    text.text = words.beside
    edge.append(text)


class _Surroundings:
    """What words may touch, by squares, as far as it is near to one of them."""

    def __init__(self, words: Sequence[Extent], shown: Extent) -> None:
        self._shown = shown
        reaches = (_grown(word, word.right - word.left + _FAR) for word in words)
        self._near = {cell for reach in reaches for cell in _cells(*reach)}
        self._lines: dict[_Cell, list[tuple[Extent, Point, Point]]] = {}
        self._boxes: dict[_Cell, list[Extent]] = {}
        for word in words:
            self.add_box(word)

    def add_line(self, points: Sequence[Point]) -> None:
        """Add a line that leads straight from point to point."""
        for one, other in pairwise(points):
            (x, y), (to_x, to_y) = one, other
            left, right = (x, to_x) if x <= to_x else (to_x, x)
            top, bottom = (y, to_y) if y <= to_y else (to_y, y)
            piece = Extent(left, top, right, bottom), one, other
            for cell in _cells(left, top, right, bottom):
                if cell in self._near:
                    self._lines.setdefault(cell, []).append(piece)

    def add_box(self, box: Extent) -> None:
        """Add a box, an arrowhead or a word."""
        for cell in _cells(*box):
            if cell in self._near:
                self._boxes.setdefault(cell, []).append(box)

    def remove_word(self, word: Extent) -> None:
        """Take away a word that is going to move."""
        for cell in _cells(*word):
            self._boxes[cell].remove(word)

    def touched(self, place: Extent, gap: float) -> int:
        """Say how much a word would touch in a place; boxes and words count more than lines."""
        wide, apart = _grown(place, gap), _grown(place, _APART)
        cells = _cells(*wide)
        lines = {
            (one, other)
            for cell in cells
            for reach, one, other in self._lines.get(cell, ())
            if _meets(reach, wide, one, other)
        }
        boxes = {box for cell in cells for box in self._boxes.get(cell, ()) if box.meets(apart)}
        return len(lines) + _GRAVE * (len(boxes) + (not self._shown.holds(place)))


def settle(root: Element, groups: Sequence[Element], boxes: Mapping[str, Extent]) -> None:
    """Move each word that touches something to the nearest place beside its line that is free.

    Where no place is free, it goes where it touches least.

    Args:
        root: of the drawing.
        groups: its nodes and edges; the texts of edges are changed.
        boxes: node -> where its box is, as far as that is known.
    """
    edges = [group for group in groups if _is(group, "edge")]
    worded = [(edge, texts[0]) for edge in edges if len(texts := edge.findall("text")) == 1]
    if not worded:
        return
    surroundings = _Surroundings([_reach(text) for _, text in worded], _shown(root))
    ways = {id(edge): _way(edge) for edge in edges}
    for edge in edges:
        surroundings.add_line(ways[id(edge)])
        for head in _heads(edge):
            surroundings.add_box(head)
    for node in groups:
        if _is(node, "node") and (box := boxes.get(node.get("id", "")) or _outline(node)):
            surroundings.add_box(box)
    for edge, text in worded:
        here = _reach(text)
        surroundings.remove_word(here)
        place = _best(here, ways[id(edge)], surroundings)
        surroundings.add_box(place)
        if place != here:
            text.set("x", hundredths(float(text.get("x", "0")) + place.left - here.left))
            text.set("y", hundredths(float(text.get("y", "0")) + place.top - here.top))


def _shown(root: Element) -> Extent:
    """Return the part of a drawing's own coordinates that is shown."""
    left, top, across, down = frame_of(root).view
    graph = root.find("g")
    matrix = matrix_of("" if graph is None else graph.get("transform", ""))
    return transformed(Extent(left, top, left + across, top + down), matrix.inverse())


def _is(group: Element, kind: str) -> bool:
    return group.get("class", "").startswith(kind)


def _best(here: Extent, way: Sequence[Point], surroundings: _Surroundings) -> Extent:
    """Find a place that is free, the nearest first, or else the one that touches least."""
    least, best = surroundings.touched(here, LEAST), here
    for slide in _SLIDES if least else ():
        for place in sorted(_beside(here, way, slide), key=lambda one: _distance(one, here)):
            touched = surroundings.touched(place, (LEAST + _GAP) / 2)
            if touched < least:
                least, best = touched, place
            if not touched:
                return place
    return best


def _beside(here: Extent, way: Sequence[Point], slide: float) -> Iterator[Extent]:
    """Yield places at both sides of a line, above it and below it."""
    width, height = here.right - here.left, here.bottom - here.top
    top = here.top + slide * height
    if xs := _within(way, top - _GAP, top + height + _GAP, axis=1):
        for left in (max(xs) + _GAP, min(xs) - _GAP - width):
            yield Extent(left, top, left + width, top + height)
    left = here.left + slide * width
    if ys := _within(way, left - _GAP, left + width + _GAP, axis=0):
        for top in (min(ys) - _GAP - height, max(ys) + _GAP):
            yield Extent(left, top, left + width, top + height)


def _within(way: Sequence[Point], least: float, most: float, *, axis: int) -> list[float]:
    """List how far across the ends of those pieces of a line are that lie within a strip."""
    found = []
    for one, other in pairwise(way):
        low, high = (one, other) if one[axis] <= other[axis] else (other, one)
        start, end = low[axis], high[axis]
        if end < least or start > most:
            continue
        from_, to = low[1 - axis], high[1 - axis]
        length = end - start
        found.append(from_ if start >= least else from_ + (to - from_) * (least - start) / length)
        found.append(to if end <= most else from_ + (to - from_) * (most - start) / length)
    return found


def _distance(one: Extent, other: Extent) -> float:
    return (one.left - other.left) ** 2 + (one.top - other.top) ** 2


def _cells(left: float, top: float, right: float, bottom: float) -> list[_Cell]:
    first, last = int(left // _CELL), int(right // _CELL)
    upper, lower = int(top // _CELL), int(bottom // _CELL)
    if first == last and upper == lower:
        return [(first, upper)]
    return [(x, y) for x in range(first, last + 1) for y in range(upper, lower + 1)]


def _grown(area: Extent, by: float) -> Extent:
    return Extent(area.left - by, area.top - by, area.right + by, area.bottom + by)


def _meets(reach: Extent, area: Extent, one: Point, other: Point) -> bool:
    """Tell whether a piece of a line, which reaches so far, enters a rectangle (Liang and Barsky 1984)."""
    if reach.left >= area.right or reach.right <= area.left:
        return False
    if reach.top >= area.bottom or reach.bottom <= area.top:
        return False
    first, last = 0.0, 1.0
    for axis, least, most in ((0, area.left, area.right), (1, area.top, area.bottom)):
        start, length = one[axis], other[axis] - one[axis]
        if length:
            into, out = sorted(((least - start) / length, (most - start) / length))
            first, last = max(first, into), min(last, out)
    return first < last


def _reach(text: Element) -> Extent:
    """Return how far the letters of a word reach."""
    size, words = float(text.get("font-size", f"{_SIZE}")), text.text or ""
    width = text_width(words, size, bold=text.get("font-weight") == "bold")
    left = float(text.get("x", "0")) - width * before(text)
    blank = text_width(" ", size)
    left += blank * (len(words) - len(words.lstrip(" ")))
    width -= blank * (len(words) - len(words.strip(" ")))
    baseline = float(text.get("y", "0"))
    return Extent(left, baseline - _ABOVE * size, left + width, baseline + _BELOW * size)


def _outline(node: Element) -> Extent | None:
    """Return the edges of a box or of a joint."""
    return around(Extent(*extent(shape)) for shape in node.iter() if shape.tag in SHAPES)


def _heads(edge: Element) -> Iterator[Extent]:
    """Yield where the arrowheads of a line are."""
    return (Extent(*extent(shape)) for shape in edge if shape.tag in _HEADS)


def _way(edge: Element) -> Sequence[Point]:
    """Return points along a line, close enough for a word."""
    path = next(edge.iter("path"), None)
    if path is None:
        return ()
    numbers = numbers_in(path.get("d", ""))
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    xs, ys = set(numbers[::2]), set(numbers[1::2])
    if len(xs) == 1 or len(ys) == 1:
        return points[0], points[-1]
    # Graphviz draws lines as one move and cubic curves.
    curves = zip(points[:-1:3], points[1::3], points[2::3], points[3::3], strict=True)
    return [points[0], *(point for curve in curves for point in _along(*curve))]


def _along(start: Point, one: Point, other: Point, end: Point) -> Iterator[Point]:
    """Yield points of a Bézier curve, but for its start."""
    for step in range(1, _PIECES + 1):
        part = step / _PIECES
        rest = 1.0 - part
        a, b, c, d = rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3
        yield (
            a * start[0] + b * one[0] + c * other[0] + d * end[0],
            a * start[1] + b * one[1] + c * other[1] + d * end[1],
        )


def _middle(way: Sequence[Point]) -> Point:
    """Return the point half-way along a line."""
    lengths = [dist(one, other) for one, other in pairwise(way)]
    left = sum(lengths) / 2
    for (one, other), length in zip(pairwise(way), lengths, strict=True):
        if length and left <= length:
            part = left / length
            return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
        left -= length
    return way[-1]
