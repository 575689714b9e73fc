"""From the coordinates of a drawing to points on paper."""

import re
from collections.abc import Callable

from fpdf.drawing_primitives import Point, Transform

from argmap.render.frame import Frame
from argmap.render.paper.extents import Extent

_STEP = re.compile(r"(\w+)\(([^)]*)\)")


def matrix_of(steps: str) -> Transform:
    """Read Graphviz's `scale(…) rotate(…) translate(…)`, of which the last is done first."""
    matrix = Transform.identity()
    for name, arguments in _STEP.findall(steps):
        numbers = map(float, arguments.replace(",", " ").split())
        matrix = _TRANSFORMS[name](*numbers) @ matrix
    return matrix


def to_points(frame: Frame) -> Transform:
    """Return the way from an SVG's view box to points from the drawing's top left corner."""
    left, top, across, down = frame.view
    return Transform.translation(-left, -top) @ Transform.scaling(frame.width / across, frame.height / down)


def transformed(extent: Extent, matrix: Transform) -> Extent:
    """Return the upright rectangle around a transformed one."""
    left, top, right, bottom = extent
    corners = [Point(x, y) @ matrix for x in (left, right) for y in (top, bottom)]
    xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
    return Extent(min(xs), min(ys), max(xs), max(ys))


_TRANSFORMS: dict[str, Callable[..., Transform]] = {
    "rotate": Transform.rotation_d,
    "scale": Transform.scaling,
    "translate": Transform.translation,
}
