"""Painting a finished SVG on a page, element by element, in the order of the document."""

import re
from collections.abc import Callable
from urllib.parse import quote
from xml.etree.ElementTree import Element

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import Point, Transform

from argmap.render.frame import frame_of
from argmap.render.pdf.gradients import gradients_of
from argmap.render.pdf.shapes import extent, outline
from argmap.render.pdf.sheets import Sheet
from argmap.render.pdf.strokes import set_style
from argmap.render.pdf.text import Typesetter

_STEP = re.compile(r"(\w+)\(([^)]*)\)")
# PDF addresses are ASCII; these characters have a meaning in them and stay (RFC 3986).
_ADDRESS = "%:/?#[]@!$&'()*+,;=~"
_SHAPES = frozenset({"polygon", "polyline", "ellipse", "path"})


class Painter:
    """Paints one drawing on the current page of a document.

    Args:
        pdf: the document, in points.
        root: the finished SVG.
        typesetter: writes the text.
    """

    def __init__(self, pdf: FPDF, root: Element, typesetter: Typesetter) -> None:
        self._pdf = pdf
        self._root = root
        self._frame = frame_of(root)
        self._typesetter = typesetter
        self._gradients = gradients_of(root)
        self._shapes: list[PaintedPath] = []

    def paint(self, sheet: Sheet) -> None:
        """Paint the part of the drawing that a sheet shows."""
        margin = sheet.margin
        with self._pdf.rect_clip(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin):
            for graph in self._root.findall("g"):
                matrix = _matrix(graph.get("transform", "")) @ self._placement(sheet)
                with self._pdf.transform(matrix):
                    self._paint(graph, matrix)
                    self._flush()

    def _placement(self, sheet: Sheet) -> Transform:
        """Return the way from the SVG's view box to the sheet."""
        left, top, across, down = self._frame.view
        to_points = Transform.scaling(self._frame.width / across, self._frame.height / down)
        window = Transform.translation(-sheet.left, -sheet.top).scale(sheet.scale)
        return Transform.translation(-left, -top) @ to_points @ window.translate(sheet.margin, sheet.margin)

    def _paint(self, element: Element, matrix: Transform) -> None:
        for child in element:
            if child.tag in _SHAPES:
                path = outline(child)
                set_style(path.style, child, self._gradients, matrix)
                self._shapes.append(path)
            elif child.tag == "text":
                self._flush()
                self._typesetter.write(child)
            elif child.tag in {"g", "a"}:
                self._paint(child, matrix)
            if child.tag == "a":
                self._link(child, matrix)

    def _flush(self) -> None:
        """Put the shapes collected so far on the page."""
        if self._shapes:
            with self._pdf.drawing_context() as context:
                for path in self._shapes:
                    context.add_item(path, clone=False)
            self._shapes = []

    def _link(self, anchor: Element, matrix: Transform) -> None:
        """Make the place of the shapes inside a link clickable."""
        extents = [extent(shape) for shape in anchor.iter() if shape.tag in _SHAPES]
        if not extents:
            return
        lefts, tops, rights, bottoms = zip(*extents, strict=True)
        corners = [Point(x, y) @ matrix for x in (min(lefts), max(rights)) for y in (min(tops), max(bottoms))]
        xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
        address = quote(anchor.get("xlink:href", ""), safe=_ADDRESS)
        self._pdf.link(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys), address)


def _matrix(steps: str) -> Transform:
    """Read Graphviz's `scale(…) rotate(…) translate(…)`, of which the last is done first."""
    matrix = Transform.identity()
    for name, arguments in _STEP.findall(steps):
        numbers = map(float, arguments.replace(",", " ").split())
        matrix = _TRANSFORMS[name](*numbers) @ matrix
    return matrix


_TRANSFORMS: dict[str, Callable[..., Transform]] = {
    "rotate": Transform.rotation_d,
    "scale": Transform.scaling,
    "translate": Transform.translation,
}
