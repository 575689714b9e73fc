"""Painting a finished SVG on a page, element by element, in the order of the document."""

from urllib.parse import quote
from xml.etree.ElementTree import Element

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.drawing_primitives import Transform

from argmap.render.frame import frame_of
from argmap.render.paper.extents import LEAVES, SHAPES, Extent, around, extent, reach
from argmap.render.paper.furniture import Marks
from argmap.render.paper.sheets import Sheet
from argmap.render.paper.transforms import matrix_of, to_points, transformed
from argmap.render.pdf.gradients import gradients_of
from argmap.render.pdf.shapes import outline
from argmap.render.pdf.strokes import set_style
from argmap.render.pdf.text import Typesetter

# PDF addresses are ASCII; these characters have a meaning in them and stay (RFC 3986).
_ADDRESS = "%:/?#[]@!$&'()*+,;=~"


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
        self._window = Extent(0, 0, 0, 0)

    def paint(self, sheet: Sheet) -> None:
        """Paint the part of the drawing that a sheet shows, and nothing that it would hide."""
        margin = sheet.margin
        self._window = Extent(margin, margin, sheet.width - margin, sheet.height - margin)
        with self._pdf.rect_clip(margin, margin, sheet.width - 2 * margin, sheet.height - 2 * margin):
            for graph in self._root.findall("g"):
                matrix = matrix_of(graph.get("transform", "")) @ self._placement(sheet)
                with self._pdf.transform(matrix):
                    self._paint(graph, matrix)
                    self._flush()

    def paint_marks(self, marks: Marks, sheet: Sheet) -> None:
        """Paint what stands around the drawing on a sheet, which is the current page."""
        self._window = Extent(0, 0, sheet.width, sheet.height)
        group = Element("g")
        group.extend(marks.shapes)
        self._paint(group, Transform.identity())
        self._flush()
        for (left, top, right, bottom), page in marks.links:
            self._pdf.link(left, top, right - left, bottom - top, self._pdf.add_link(page=page))

    def _placement(self, sheet: Sheet) -> Transform:
        """Return the way from the SVG's view box to the sheet."""
        window = Transform.translation(-sheet.left, -sheet.top).scale(sheet.scale)
        return to_points(self._frame) @ window.translate(sheet.margin, sheet.margin)

    def _paint(self, element: Element, matrix: Transform) -> None:
        for child in element:
            if child.tag in LEAVES and not transformed(reach(child), matrix).meets(self._window):
                continue
            if child.tag in SHAPES:
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
        found = around(Extent(*extent(shape)) for shape in anchor.iter() if shape.tag in SHAPES)
        place = transformed(found, matrix) if found else None
        if place and place.meets(self._window):
            address = quote(anchor.get("xlink:href", ""), safe=_ADDRESS)
            width, height = place.right - place.left, place.bottom - place.top
            self._pdf.link(place.left, place.top, width, height, address)
