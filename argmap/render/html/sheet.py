"""The picture as a page carries it: a drawing, or boxes alone, which the page's scripts lay out."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from argmap.argument_map import ArgumentMap
from argmap.render.diagram import Diagram
from argmap.render.dot.boxes import Card
from argmap.render.draw import Drawing
from argmap.render.html.elements import Markup
from argmap.render.html.embedding import embed
from argmap.render.html.example_lines import example_lines
from argmap.render.html.legend import Strokes, strokes_of
from argmap.render.html.loose_boxes import drawn_boxes, paints_of, sheet_of
from argmap.render.html.repaint import Paints

DRAWN_AT_MOST: Final = 1_000
"""The page of a map of more statements carries no drawing.

Only readers without scripts see the drawing: scripts take its boxes and lay them out themselves. To lay out
many statements takes Graphviz most of the time of writing a page, and nobody finds anything in its drawing.
"""


class Sheet(NamedTuple):
    """What a page has of its picture.

    Args:
        markup: the `svg` element.
        strokes: how its lines look.
        paints: its colours.
        is_drawn: whether it can be looked at; else its boxes lie on one another until a script lays them out.
    """

    markup: Markup
    strokes: Strokes
    paints: Paints
    is_drawn: bool


def drawn_sheet(svg: str | Element, diagram: Diagram) -> Sheet:
    """Take a drawing into a page.

    Args:
        svg: the finished SVG, or its root, which is changed.
        diagram: what it shows.

    Raises:
        MarkupError: `svg` is not XML.
    """
    picture = embed(svg, diagram)
    return Sheet(picture.markup, strokes_of(diagram, picture.root), Paints.of(picture.root), is_drawn=True)


def loose_sheet(
    argument_map: ArgumentMap, diagram: Diagram, cards: Mapping[str, Card], drawing: Drawing | None = None
) -> Sheet:
    """Draw the boxes of a page that lays itself out.

    Args:
        argument_map: the map.
        diagram: what is shown of it.
        cards: statement -> its box as it is to look.
        drawing: how to draw the lines of the legend.

    Raises:
        EngineError: Graphviz, which draws the lines of the legend, is missing.
    """
    boxes = drawn_boxes(diagram, cards.values()).values()
    lines = example_lines(argument_map, diagram, drawing)
    return Sheet(sheet_of(boxes), lines.strokes, paints_of(boxes) | lines.paints, is_drawn=False)
