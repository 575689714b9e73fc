"""A line of a picture, laid flat: what the legend shows is what was drawn."""

import math
from typing import NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.html.elements import Markup, element
from argmap.render.numbers import plain
from argmap.render.svg.extents import numbers_in

_LENGTH, _HEIGHT, _SHAFT = 56, 16, 42
_LEAST = 2
_HEAD = frozenset({"polygon", "polyline", "ellipse"})
_PAINT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity")
_PLACE = ("points", "cx", "cy", "rx", "ry")

_Point = tuple[float, float]


class _End(NamedTuple):
    at: _Point
    before: _Point


def sample(edge: Element) -> Markup | None:
    """Draw a straight line with the stroke and the arrowhead of a line in a picture.

    Args:
        edge: the group of the line.

    Returns:
        An `svg` element that stands for nothing to screen readers; None where the line has no path.
    """
    path = edge.find("path")
    points = _points(path.get("d", "")) if path is not None else []
    if path is None or len(points) < _LEAST:
        return None
    head = [part for part in edge if part.tag in _HEAD]
    end = _end_at(points, head)
    shaft = element(
        "path", {**_paint(path), "d": f"M2,{plain(_HEIGHT / 2)}H{_SHAFT if head else _LENGTH - 2}"}
    )
    return element(
        "svg",
        {
            "class": "stroke picture",
            "viewBox": f"0 0 {_LENGTH} {_HEIGHT}",
            "width": "56",
            "height": "16",
            "aria-hidden": "true",
        },
        shaft,
        element("g", {"transform": _laid_flat(end)}, *(_copy(part) for part in head)),
    )


def _end_at(points: list[_Point], head: list[Element]) -> _End:
    """Find the end of a curve at which its arrowhead stands."""
    last, first = _End(points[-1], _other(points[::-1])), _End(points[0], _other(points))
    corners = [corner for part in head for corner in _points(_place(part))]
    if not corners:
        return last
    return min((last, first), key=lambda end: min(math.dist(end.at, corner) for corner in corners))


def _other(points: list[_Point]) -> _Point:
    """Return the nearest point that is not the first."""
    return next((point for point in points if point != points[0]), (points[0][0] - 1, points[0][1]))


def _laid_flat(end: _End) -> str:
    (across, down), before = end
    turn = math.degrees(math.atan2(down - before[1], across - before[0]))
    there, back = f"{_SHAFT} {plain(_HEIGHT / 2)}", f"{plain(-across)} {plain(-down)}"
    return f"translate({there}) rotate({-turn:.2f}) translate({back})"


def _place(part: Element) -> str:
    return part.get("points") or f"{part.get('cx', '0')},{part.get('cy', '0')}"


def _points(text: str) -> list[_Point]:
    numbers = numbers_in(text)
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _paint(part: Element) -> dict[str, str]:
    return {name: part.get(name, "") for name in _PAINT if part.get(name)}


def _copy(part: Element) -> Markup:
    return element(part.tag, _paint(part) | {name: part.get(name, "") for name in _PLACE if part.get(name)})
