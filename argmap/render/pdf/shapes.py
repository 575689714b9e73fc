"""The outlines that Graphviz draws, as PDF paths."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from fpdf.drawing import PaintedPath

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
_NUMBER = re.compile(r"[-+.\deE]+")


def outline(shape: Element) -> PaintedPath:
    """Return the path of a `polygon`, `polyline`, `ellipse` or `path`, in the drawing's coordinates."""
    path = PaintedPath()
    path.auto_close = False
    _BUILDERS[shape.tag](path, shape)
    return path


def extent(shape: Element) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom edge of a shape (of a curve's control points)."""
    if shape.tag == "ellipse":
        x, y, across, down = _ellipse(shape)
        return x - across, y - down, x + across, y + down
    numbers = _numbers(shape.get("points") or shape.get("d") or "")
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _numbers(text: str) -> list[float]:
    return list(map(float, _NUMBER.findall(text)))


def _ellipse(shape: Element) -> tuple[float, float, float, float]:
    x, y, across, down = (float(shape.get(key, "0")) for key in ("cx", "cy", "rx", "ry"))
    return x, y, across, down


def _build_ellipse(path: PaintedPath, shape: Element) -> None:
    path.ellipse(*_ellipse(shape))


def _build_polyline(path: PaintedPath, shape: Element) -> None:
    numbers = _numbers(shape.get("points", ""))
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
        numbers = _numbers(arguments)
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
