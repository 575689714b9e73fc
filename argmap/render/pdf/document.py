"""The PDF document: pages, properties, and the painting of a drawing on each page."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from xml.etree.ElementTree import Element

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont

from argmap.render.fonts.coverage import cover
from argmap.render.paper.furniture import Furniture, Marks, rectangle
from argmap.render.paper.papers import Paper
from argmap.render.paper.sheets import whole
from argmap.render.paper.tiling import Tiling, tile
from argmap.render.pdf.painter import Painter
from argmap.render.pdf.text import Typesetter, is_complex
from argmap.render.picture import Picture
from argmap.render.svg.extents import Extent
from argmap.render.svg.finish import Caption
from argmap.render.svg.frame import background_of, frame_of
from argmap.render.svg.markup import root_of

# A document made twice is the same to the byte, so it cannot say when it was made.
_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def pdf(svg: str | Element, caption: Caption, paper: Paper | None = None) -> Picture:
    """Draw a finished SVG as a PDF document.

    Text is text, set in embedded subsets of fonts, so that it can be searched and copied.

    Args:
        svg: a document from `argmap.render.svg.finish.finish`, or its root.
        caption: for the document's properties.
        paper: what to fit the drawing to: one page, or an overview and numbered pages; by default one page
            as large as the drawing.

    Returns:
        The document, and warnings about text that a reader may not see as it was meant.
    """
    root = root_of(svg)
    words = "".join(text.text or "" for text in root.iter("text")) + (caption.title if paper else "")
    coverage = cover(words)
    shaping = find_spec("uharfbuzz") is not None
    with _document(caption) as document:
        painter = Painter(document, root, Typesetter(document, coverage, shaping=shaping))
        if paper:
            _fit(document, painter, tile(root, paper), caption.title, background_of(root))
        else:
            sheet = whole(frame_of(root))
            document.add_page(format=(sheet.width, sheet.height))
            painter.paint(sheet)
        data = bytes(document.output())
    warnings = coverage.warnings
    if is_complex(words) and not shaping:
        warnings += ("text from right to left and joined letters need `pip install uharfbuzz`",)
    return Picture(data, warnings)


def _fit(document: FPDF, painter: Painter, tiling: Tiling, title: str, ground: str | None) -> None:
    """Paint the overview, then each part."""
    furniture = Furniture(tiling, title, ground)
    for page, (place, sheet) in enumerate([(None, tiling.overview), *tiling.tiles.items()], 1):
        document.add_page(format=(sheet.width, sheet.height))
        if ground:
            whole = rectangle(Extent(0, 0, sheet.width, sheet.height), {"fill": ground})
            painter.paint_marks(Marks([whole]), sheet)
        painter.paint(sheet)
        painter.paint_marks(furniture.marks(page, sheet, place), sheet)


@contextmanager
def _document(caption: Caption) -> Iterator[FPDF]:
    """Begin a document; in the end its font files are closed, also where it was not finished."""
    document = FPDF(unit="pt")
    document.set_margin(0)
    document.c_margin = 0
    document.set_auto_page_break(auto=False)
    document.set_creation_date(_DATE)
    document.set_title(caption.title)
    document.set_subject(caption.description)
    document.set_author(caption.author)
    document.set_lang(caption.language)
    document.set_creator("argmap")
    document.viewer_preferences = ViewerPreferences(display_doc_title=True)
    try:
        yield document
    finally:
        for font in document.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()
