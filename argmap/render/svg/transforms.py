"""From the coordinates of a drawing to points on paper."""

import math
import re
from collections.abc import Callable
from typing import NamedTuple

from argmap.render.svg.extents import Extent
from argmap.render.svg.frame import Frame

_STEP = re.compile(r"(\w+)\(([^)]*)\)")


class Transform(NamedTuple):
    """An affine transformation, whose numbers are those of SVG's `matrix(a b c d e f)`."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: "Transform") -> "Transform":
        """Return what does this, and then another one."""
        return Transform(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def inverse(self) -> "Transform":
        """Return the way back; there is none from a shrinking to nothing."""
        size = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / size, -self.b / size, -self.c / size, self.a / size
        return Transform(a, b, c, d, -(self.e * a + self.f * c), -(self.e * b + self.f * d))

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def translation(across: float, down: float = 0.0) -> Transform:
    """Return a shift."""
    return Transform(e=across, f=down)


def scaling(across: float, down: float | None = None) -> Transform:
    """Return an enlargement; the same both ways where only one is given."""
    return Transform(a=across, d=across if down is None else down)


def _rotation(degrees: float, x: float = 0.0, y: float = 0.0) -> Transform:
    angle = math.radians(degrees)
    sine, cosine = math.sin(angle), math.cos(angle)
    turn = Transform(cosine, sine, -sine, cosine)
    return translation(-x, -y).then(turn).then(translation(x, y)) if x or y else turn


def scale_of(matrix: Transform) -> float:
    """Return how much a transformation that keeps shapes enlarges them."""
    return math.hypot(matrix.a, matrix.b)


def matrix_of(steps: str) -> Transform:
    """Read Graphviz's `scale(…) rotate(…) translate(…)`, of which the last is done first."""
    matrix = Transform()
    for name, arguments in _STEP.findall(steps):
        numbers = map(float, arguments.replace(",", " ").split())
        matrix = _TRANSFORMS[name](*numbers).then(matrix)
    return matrix


def to_points(frame: Frame) -> Transform:
    """Return the way from an SVG's view box to points from the drawing's top left corner."""
    left, top, across, down = frame.view
    return translation(-left, -top).then(scaling(frame.width / across, frame.height / down))


def transformed(extent: Extent, matrix: Transform) -> Extent:
    """Return the upright rectangle around a transformed one."""
    left, top, right, bottom = extent
    corners = [matrix.apply(x, y) for x in (left, right) for y in (top, bottom)]
    xs, ys = zip(*corners, strict=True)
    return Extent(min(xs), min(ys), max(xs), max(ys))


_TRANSFORMS: dict[str, Callable[..., Transform]] = {
    "rotate": _rotation,
    "scale": scaling,
    "translate": translation,
}
