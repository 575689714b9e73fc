"""Sheets of paper, and which part of a drawing each of them shows."""

from typing import NamedTuple

from argmap.render.frame import Frame

# 200 inches: PDF 32000-1:2008, annex C.
_LONGEST_SIDE = 14_400


class Sheet(NamedTuple):
    """One page. All lengths are points, 72 to an inch, from the top left corner.

    Args:
        width: of the paper.
        height: of the paper.
        left: the drawing's point that comes to the left edge of the printed area.
        top: the drawing's point that comes to the upper edge of the printed area.
        scale: how much the drawing is enlarged.
        margin: unprinted on all sides.
    """

    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    scale: float = 1.0
    margin: float = 0.0


def whole(frame: Frame) -> Sheet:
    """Return a sheet as large as the drawing, or as the largest page that all PDF readers show."""
    scale = min(1.0, _LONGEST_SIDE / max(frame.width, frame.height))
    return Sheet(frame.width * scale, frame.height * scale, scale=scale)
