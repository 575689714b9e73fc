"""How far the parts of a drawing reach, in its own coordinates."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.fonts.measure import text_width

_NUMBER: Final = re.compile(r"[-+.\deE]+")

SHAPES: Final = frozenset({"polygon", "polyline", "ellipse", "path"})
"""The elements that are shapes."""

LEAVES: Final = SHAPES | {"text"}
"""The elements that leave something on paper."""

_BEFORE: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Extent(NamedTuple):
    """An upright rectangle; all four are coordinates."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Extent") -> bool:
        """Tell whether two rectangles have more than a border in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Extent") -> bool:
        """Tell whether another rectangle lies inside this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


def extent(shape: Element) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom edge of a shape (of a curve's control points)."""
    if shape.tag == "ellipse":
        x, y, across, down = ellipse_of(shape)
        return x - across, y - down, x + across, y + down
    numbers = numbers_in(shape.get("points") or shape.get("d") or "")
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def numbers_in(text: str) -> list[float]:
    """Read the numbers of a list of points or of a path."""
    return list(map(float, _NUMBER.findall(text)))


def ellipse_of(shape: Element) -> tuple[float, float, float, float]:
    """Return the centre of an ellipse and its radii."""
    x, y, across, down = (float(shape.get(key, "0")) for key in ("cx", "cy", "rx", "ry"))
    return x, y, across, down


def before(text: Element) -> float:
    """Return how much of a text stands at the left of its place, by its `text-anchor` and direction."""
    part = _BEFORE[text.get("text-anchor", "start")]
    return 1 - part if text.get("direction") == "rtl" else part


def reach(element: Element) -> Extent:
    """Return how far a shape or a text reaches; a text by its advance widths, a shape with its pen."""
    if element.tag != "text":
        pen = float(element.get("stroke-width", "1"))
        left, top, right, bottom = extent(element)
        return Extent(left - pen, top - pen, right + pen, bottom + pen)
    size = float(element.get("font-size", "14"))
    width = text_width(element.text or "", size, bold=element.get("font-weight") == "bold")
    left = float(element.get("x", "0")) - width * before(element)
    baseline = float(element.get("y", "0"))
    return Extent(left, baseline - size, left + width, baseline + size / 4)


def around(extents: Iterable[Extent]) -> Extent | None:
    """Return the rectangle around some others, None around nothing."""
    sides = list(zip(*extents, strict=True))
    return Extent(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])) if sides else None
