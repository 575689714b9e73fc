"""Sheets of paper, and which part of a drawing each of them shows."""

from typing import NamedTuple

from argmap.render.svg.extents import Extent
from argmap.render.svg.frame import Frame

# 200 inches: PDF 32000-1:2008, annex C.
_LONGEST_SIDE = 14_400
_ENDLESS = float("inf")


class Sheet(NamedTuple):
    """One page. All lengths are points, 72 to an inch, from the top left corner.

    Args:
        width: of the paper.
        height: of the paper.
        left: the drawing's point that comes to the left edge of the printed area.
        top: the drawing's point that comes to the upper edge of the printed area.
        scale: how much the drawing is enlarged.
        margin: unprinted on all sides.
        across: how much of the drawing it shows from there to the right at most; 0 for all that has room.
        down: the same downwards.
        head: the upper and the lower edge of a part of the drawing that stands once more above it; as high as
            it is, the printed area begins lower. Empty where there is none.
    """

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0
    margin: float = 0.0
    across: float = 0.0
    down: float = 0.0
    head: tuple[float, float] | tuple[()] = ()


class Pane(NamedTuple):
    """A part of a drawing on a sheet.

    Args:
        part: of the drawing, in points.
        x: where its left edge stands on the sheet, in points.
        y: where its upper edge stands.
    """

    part: Extent
    x: float
    y: float


def visible(sheet: Sheet) -> Extent:
    """Return the part of the drawing that a sheet shows below its head, in points."""
    across, down = (side - 2 * sheet.margin for side in (sheet.width, sheet.height))
    room = down / sheet.scale - _high(sheet)
    return Extent(
        sheet.left,
        sheet.top,
        sheet.left + min(across / sheet.scale, sheet.across or _ENDLESS),
        sheet.top + min(room, sheet.down or _ENDLESS),
    )


def panes(sheet: Sheet) -> tuple[Pane, ...]:
    """Return what a sheet shows: its head, if it has one, and below it a part of the drawing."""
    shown = visible(sheet)
    below = Pane(shown, sheet.margin, sheet.margin + _high(sheet) * sheet.scale)
    if not sheet.head:
        return (below,)
    top, bottom = sheet.head
    return Pane(Extent(shown.left, top, shown.right, bottom), sheet.margin, sheet.margin), below


def _high(sheet: Sheet) -> float:
    return sheet.head[1] - sheet.head[0] if sheet.head else 0.0


def whole(frame: Frame) -> Sheet:
    """Return a sheet as large as the drawing, or as the largest page that all PDF readers show."""
    scale = min(1.0, _LONGEST_SIDE / max(frame.width, frame.height))
    return Sheet(frame.width * scale, frame.height * scale, scale=scale)
