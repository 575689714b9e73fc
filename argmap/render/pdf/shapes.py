"""The outlines that Graphviz draws, as PDF paths."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from fpdf.drawing import PaintedPath

from argmap.render.paper.extents import ellipse_of, numbers_in

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


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
    """Follow a path's commands; Graphviz writes absolute moves, lines, cubic curves and closings only."""
    for command, arguments in _COMMAND.findall(shape.get("d", "")):
        if command == "Z":
            path.close()
            continue
        draw, count = _STEPS[command]
        numbers = numbers_in(arguments)
        for start in range(0, len(numbers), count):
            draw(path, *numbers[start : start + count])


_BUILDERS: dict[str, Callable[[PaintedPath, Element], None]] = {
    "ellipse": _build_ellipse,
    "path": _build_path,
    "polygon": _build_polygon,
    "polyline": _build_polyline,
}
_STEPS: dict[str, tuple[Callable[..., PaintedPath], int]] = {
    "M": (PaintedPath.move_to, 2),
    "L": (PaintedPath.line_to, 2),
    "C": (PaintedPath.curve_to, 6),
}
