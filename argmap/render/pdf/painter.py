"""Painting a finished SVG on a page, element by element, in the order of the document."""

from xml.etree.ElementTree import Element

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import Transform as PdfTransform

from argmap.render.paper.furniture import Marks
from argmap.render.paper.sheets import Pane, Sheet, panes
from argmap.render.pdf.shapes import outline
from argmap.render.pdf.strokes import set_style
from argmap.render.pdf.text import Typesetter
from argmap.render.svg.extents import LEAVES, SHAPES, Extent, reach
from argmap.render.svg.frame import frame_of
from argmap.render.svg.transforms import (
    Transform,
    matrix_of,
    scaling,
    to_points,
    transformed,
    translation,
)


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
        self._shapes: list[PaintedPath] = []
        self._window = Extent(0, 0, 0, 0)

    def paint(self, sheet: Sheet) -> None:
        """Paint the part of the drawing that a sheet shows, and nothing that it would hide."""
        for pane in panes(sheet):
            left, top, right, bottom = pane.part
            width, height = (right - left) * sheet.scale, (bottom - top) * sheet.scale
            self._window = Extent(pane.x, pane.y, pane.x + width, pane.y + height)
            with self._pdf.rect_clip(pane.x, pane.y, width, height):
                self._paint_graphs(self._placement(pane, sheet.scale))

    def paint_marks(self, marks: Marks, sheet: Sheet) -> None:
        """Paint what stands around the drawing on a sheet, which is the current page."""
        self._window = Extent(0, 0, sheet.width, sheet.height)
        group = Element("g")
        group.extend(marks.shapes)
        self._paint(group, Transform())
        self._flush()
        for (left, top, right, bottom), page in marks.links:
            self._pdf.link(left, top, right - left, bottom - top, self._pdf.add_link(page=page))

    def _paint_graphs(self, placement: Transform) -> None:
        for graph in self._root.findall("g"):
            matrix = matrix_of(graph.get("transform", "")).then(placement)
            with self._pdf.transform(PdfTransform(*matrix)):
                self._paint(graph, matrix)
                self._flush()

    def _placement(self, pane: Pane, scale: float) -> Transform:
        """Return the way from the SVG's view box to the sheet."""
        window = translation(-pane.part.left, -pane.part.top).then(scaling(scale))
        return to_points(self._frame).then(window).then(translation(pane.x, pane.y))

    def _paint(self, element: Element, matrix: Transform) -> None:
        for child in element:
            if child.tag in LEAVES and not transformed(reach(child), matrix).meets(self._window):
                continue
            if child.tag in SHAPES:
                path = outline(child)
                set_style(path.style, child)
                self._shapes.append(path)
            elif child.tag == "text":
                self._flush()
                self._typesetter.write(child)
            elif child.tag == "g":
                self._paint(child, matrix)

    def _flush(self) -> None:
        """Put the shapes collected so far on the page."""
        if self._shapes:
            with self._pdf.drawing_context() as context:
                for path in self._shapes:
                    context.add_item(path, clone=False)
            self._shapes = []
