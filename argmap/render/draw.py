"""From DOT text to a finished picture, in one step."""

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args
from xml.etree.ElementTree import Element

from argmap.render.dot.plan import NOTHING, Parts
from argmap.render.engine import TIMEOUT, Program, lay_out
from argmap.render.length import LONGEST, UNITS, Length
from argmap.render.picture import Picture, PictureError
from argmap.render.room import COLUMN, Orientation
from argmap.render.svg.finish import Caption, finished
from argmap.render.svg.frame import Frame, frame_of, set_width
from argmap.render.svg.legibility import smallest_text, warnings_of
from argmap.render.svg.markup import serialise

if TYPE_CHECKING:
    from argmap.render.paper.papers import Paper

Format = Literal["svg", "png", "pdf", "tikz"]

FORMATS: tuple[Format, ...] = get_args(Format)
"""The formats that can be drawn."""


class Drawing(NamedTuple):
    """How to draw.

    Args:
        engine: one of `argmap.render.engine.ENGINES`.
        program: which Graphviz to run.
        timeout: seconds that the layout may take.
        scale: of a PNG image; 1 gives 96 pixels an inch; by default one that suits the size.
        page: the paper to fit the picture to, one of `argmap.render.paper.papers.PAPERS`; by default as
            large as it is. Means nothing for TikZ.
        one_page: whether it is fitted to one sheet, however small its text becomes.
        orientation: of the sheets; by default the one that suits the picture.
        width: of the picture; by default its own.
        at_most: whether a picture that is narrower than that stays so, and a high one becomes narrower.
    """

    engine: str = "dot"
    program: Program = "auto"
    timeout: float = TIMEOUT
    scale: float | None = None
    page: str | None = None
    one_page: bool = False
    orientation: Orientation | None = None
    width: Length | None = None
    at_most: bool = False


def draw(
    dot: str,
    output: Format,
    caption: Caption,
    drawing: Drawing | None = None,
    parts: Parts = NOTHING,
) -> Picture:
    """Lay out a graph and draw it.

    Args:
        dot: one graph in the DOT language.
        output: the format of the picture.
        caption: the title, description, author and language of the picture.
        drawing: how to draw.
        parts: what the graph does not say; nothing where Graphviz has to draw a PNG.

    Returns:
        The content of the file, and what to warn of. The same graph gives the same content. Only a PDF has
        pages: an SVG or PNG that needs several sheets of paper has others.

    Raises:
        EngineError: Graphviz is missing, too slow, or cannot draw the graph.
        PictureError: the picture would be too large, or cannot be drawn on paper here.
        MarkupError: what Graphviz wrote is not XML, or lacks the place of a box.
    """
    how = drawing or Drawing()
    root, told = laid_out(dot, caption, how, parts)
    picture = _picture(root, output, caption, how) or _engine_image(dot, how)
    return picture._replace(warnings=told + picture.warnings)


def laid_out(
    dot: str, caption: Caption, how: Drawing, parts: Parts = NOTHING
) -> tuple[Element, tuple[str, ...]]:
    """Lay out a graph, for what goes on with its drawing.

    Args:
        dot: one graph in the DOT language.
        caption: the title, description, author and language of the picture.
        how: how to draw.
        parts: what the graph does not say.

    Returns:
        The root of the finished SVG, and what to warn of.

    Raises:
        EngineError: Graphviz is missing, too slow, or cannot draw the graph.
        PictureError: the picture would be too large.
        MarkupError: what Graphviz wrote is not XML, or lacks the place of a box.
    """
    layout = lay_out(dot, engine=how.engine, program=how.program, timeout=how.timeout)
    root = finished(layout.output, caption, parts)
    return root, layout.warnings + _fitted(root, how)


def _fitted(root: Element, how: Drawing) -> tuple[str, ...]:
    """Give a picture the width that it has to have, and say so where its text becomes too small."""
    if how.width is not None:
        set_width(root, _narrowed(frame_of(root), how.width.points) if how.at_most else how.width.points)
        if (height := frame_of(root).height) > LONGEST:
            raise PictureError(
                f"the picture would be {height / UNITS['cm']:,.0f} cm high, and 508 is the most: "
                "make it narrower, or draw a part of the map"
            )
        return warnings_of(smallest_text(root))
    paper = _paper(how)
    if paper is None or not how.one_page:
        return ()
    from argmap.render.paper.papers import PAPERS
    from argmap.render.paper.tiling import tile

    shown = smallest_text(root) * tile(root, paper).overview.scale
    return warnings_of(shown, PAPERS[how.page or ""].bearable)


def _picture(svg: Element, output: Format, caption: Caption, how: Drawing) -> Picture | None:
    """Draw a finished SVG; None if what draws PNG images does not exist for this platform."""
    if output == "tikz":
        from argmap.render.tikz import tikz

        return Picture(tikz(svg, caption).encode())
    paper = _paper(how)
    if output == "pdf":
        from argmap.render.pdf import pdf

        return pdf(svg, caption, paper)
    if paper is None:
        return _image(svg, output, how)
    from argmap.render.paper.cut import cut

    sheets = [_image(sheet, output, how) for sheet in cut(svg, caption.title, paper)]
    drawn = [sheet for sheet in sheets if sheet]
    if not drawn:
        raise PictureError("a PNG is fitted to paper by resvg-py, which is not installed; make an SVG or PDF")
    warnings = dict.fromkeys(warning for sheet in drawn for warning in sheet.warnings)
    return Picture(drawn[0].data, tuple(warnings), tuple(sheet.data for sheet in drawn[1:]))


def _paper(how: Drawing) -> "Paper | None":
    if how.page is None:
        return None
    from argmap.render.paper.papers import PAPERS

    paper = PAPERS[how.page].turned(how.orientation)
    return paper.in_one() if how.one_page else paper


def _image(svg: Element, output: Format, how: Drawing) -> Picture | None:
    if output == "svg":
        return Picture(serialise(svg).encode())
    from argmap.render.png import png

    try:
        return png(svg, how.scale or _scale(how.width), has_density=how.width is not None)
    except ImportError:
        return None


def _narrowed(frame: Frame, width: float) -> float:
    """Return how wide a picture may be that has to stand in a column of text."""
    return min(frame.width, width, width / COLUMN.shape * frame.width / frame.height)


def _scale(width: Length | None) -> float | None:
    """Return the scale at which a picture has as many pixels as were asked for."""
    return 1.0 if width is not None and width.unit == "px" else None


def _engine_image(dot: str, how: Drawing) -> Picture:
    """Let Graphviz draw the image itself: without the bundled fonts and the scale."""
    if how.width is not None:
        raise PictureError("a PNG gets its width from resvg-py, which is not installed; make an SVG or PDF")
    layout = lay_out(dot, "png", engine=how.engine, program=how.program, timeout=how.timeout)
    return Picture(layout.output, ("drawn by Graphviz itself, because resvg-py is not installed",))
