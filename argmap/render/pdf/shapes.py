"""The outlines that Graphviz draws, as PDF paths."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from fpdf.drawing import PaintedPath

from argmap.render.svg.extents import ellipse_of, numbers_in
from argmap.render.svg.path import steps_of


def outline(shape: Element) -> PaintedPath:
    """Return the path of a `polygon`, `polyline`, `ellipse` or `path`, in the drawing's coordinates."""
    path = PaintedPath()
    path.auto_close = False
    _BUILDERS[shape.tag](path, shape)
    return path


def _build_ellipse(path: PaintedPath, shape: Element) -> None:
    path.ellipse(*ellipse_of(shape))


def _build_polyline(path: PaintedPath, shape: Element) -> None:
    numbers = numbers_in(shape.get("points", ""))
    path.move_to(*numbers[:2])
    for x, y in zip(numbers[2::2], numbers[3::2], strict=True):
        path.line_to(x, y)


def _build_polygon(path: PaintedPath, shape: Element) -> None:
    _build_polyline(path, shape)
    path.close()


def _build_path(path: PaintedPath, shape: Element) -> None:
    for command, numbers in steps_of(shape):
        _STEPS[command](path, *numbers)


_BUILDERS: dict[str, Callable[[PaintedPath, Element], None]] = {
    "ellipse": _build_ellipse,
    "path": _build_path,
    "polygon": _build_polygon,
    "polyline": _build_polyline,
}
_STEPS: dict[str, Callable[..., object]] = {
    "M": PaintedPath.move_to,
    "L": PaintedPath.line_to,
    "C": PaintedPath.curve_to,
    "Z": PaintedPath.close,
}
