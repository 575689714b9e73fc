"""Boxes as the shapes and texts that Graphviz would draw, put where it left room for them.

Graphviz spends more time on the tables of boxes than on finding places for them.
"""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from argmap.render.dot.boxes import PADDING, SMALL, Card, Row
from argmap.render.fonts.measure import text_width
from argmap.render.numbers import hundredths
from argmap.render.svg.extents import Extent, extent

_FONT: Final = "Helvetica"
_DASHES: Final = {"dashed": "5,2", "dotted": "1,5"}


def put(card: Card, group: Element) -> Extent:
    """Draw a box in the place of the shape that Graphviz drew for it.

    Args:
        card: the box.
        group: of the node; it is changed.

    Returns:
        The place.
    """
    shape = next(group.iter("polygon"))
    left, top, right, bottom = extent(shape)
    group[:] = list(_drawn(card, (left + right - card.width) / 2, (top + bottom - card.height) / 2))
    return Extent(left, top, right, bottom)


def _drawn(card: Card, left: float, top: float) -> Iterator[Element]:
    """Draw a box from its upper left corner."""
    border = card.border
    if card.is_filled:
        yield _rectangle(left, top, card.width, card.height, {"fill": card.frame, "stroke": "none"})
    # As Graphviz has it: a hair line runs along the edge, a thicker one within it.
    inset = border / 2 if border > 1 else 0.0
    looks = {"stroke": card.frame} | ({"stroke-width": f"{border}"} if border > 1 else {})
    if card.style in _DASHES:
        looks["stroke-dasharray"] = _DASHES[card.style]
    width, height = card.width - 2 * inset, card.height - 2 * inset
    yield _rectangle(left + inset, top + inset, width, height, {"fill": "none", **looks})
    left, top, width = left + border, top + border, card.width - 2 * border
    for row in card.rows:
        yield from _row(row, left, top, width)
        top += row.height


def _row(row: Row, left: float, top: float, width: float) -> Iterator[Element]:
    yield _rectangle(left, top, width, row.height, {"fill": row.ground, "stroke": "none"})
    looks = {"font-weight": "bold"} if row.bold else {}
    for number, line in enumerate(row.lines):
        if line:
            y = top + PADDING + _ascent(row.size, is_plain=not row.bold) + number * row.leading
            yield _text(line, left + PADDING, y, row, row.size, looks)
    if row.mark:
        x = left + width - PADDING - text_width(row.mark, SMALL, italic=True)
        yield _text(
            row.mark, x, top + PADDING + _ascent(SMALL, is_plain=False), row, SMALL, {"font-style": "italic"}
        )


def _ascent(size: float, *, is_plain: bool) -> float:
    """Return how far below the top of its row Graphviz writes the first line of a text."""
    return size if is_plain else 0.9 * size - 1


def _rectangle(left: float, top: float, width: float, height: float, looks: Mapping[str, str]) -> Element:
    """Draw a rectangle as Graphviz does: from the lower left corner."""
    west, north, east, south = map(hundredths, (left, top, left + width, top + height))
    points = f"{west},{south} {west},{north} {east},{north} {east},{south} {west},{south}"
    return Element("polygon", {**looks, "points": points})


def _text(text: str, x: float, y: float, row: Row, size: float, looks: Mapping[str, str]) -> Element:
    attributes = {
        "text-anchor": "start",
        "x": hundredths(x),
        "y": hundredths(y),
        "font-family": _FONT,
        **looks,
        "font-size": f"{size:.2f}",
        "fill": row.ink,
    }
    element = Element("text", attributes)
    element.text = text
    return element
