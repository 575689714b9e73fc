"""The room that a drawing is laid out for: its shape and, where that matters, its size."""

import math
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

Orientation = Literal["portrait", "landscape"]

ORIENTATIONS: Final[tuple[Orientation, ...]] = get_args(Orientation)
"""Higher than broad, or broader than high."""


class Extent(NamedTuple):
    """A breadth and a height; points, or no more than their proportion."""

    width: float
    height: float

    @property
    def shape(self) -> float:
        """The breadth over the height."""
        return self.width / self.height


_SCREEN: Final = Extent(16, 10)
# ISO 216.
_SHEET: Final = Extent(1, math.sqrt(2))
_SQUARE: Final = Extent(1, 1)

COLUMN: Final = Extent(2, 3)
"""As broad as a line of text, and as high as a figure can be with its caption on the page of such lines."""

_SHAPES: Final[dict[Orientation | None, tuple[Extent, ...]]] = {
    None: (_SCREEN, _SQUARE, _SHEET, COLUMN),
    "landscape": (_SCREEN,),
    "portrait": (_SHEET,),
}
_TRIFLE: Final = 0.01
# A figure of the width of a line and this much higher than usual still stands on a page with its caption.
_HIGHER: Final = 1.2


@dataclass(frozen=True)
class Room:
    """What a drawing is to fill.

    Args:
        extents: those that it may have; of two that suit it alike, the first.
        is_measured: whether they are in points, so that a larger drawing will be shrunk to them.
        is_open: whether a drawing is shrunk to the width alone, so that it may be somewhat higher.
    """

    extents: tuple[Extent, ...]
    is_measured: bool = False
    is_open: bool = False

    def scale(self, width: float, height: float, extent: Extent) -> float:
        """Tell how large a drawing can be shown in one of the extents.

        Args:
            width: of the drawing, in points.
            height: of the drawing.
            extent: one of `extents`.

        Returns:
            More than for another drawing that is shown smaller. Where the room is measured, it is the
            enlargement but for a trifle, and what need not be shrunk is shown large enough.
        """
        root = math.sqrt(extent.shape)
        across, down = root / max(width, 1.0), 1 / root / max(height, 1.0)
        filled = min(across, _HIGHER * down if self.is_open else down)
        if not self.is_measured:
            return filled
        return min(1.0, math.sqrt(extent.width * extent.height) * filled) + _TRIFLE * filled


A_SCREEN: Final = Room((_SCREEN,))
"""As large as a drawing comes, in the shape of a screen."""


def room_for(orientation: Orientation | None, width: float | None, *, is_open: bool = False) -> Room:
    """Return the room for a drawing that is not fitted to paper.

    Args:
        orientation: the one that it is to have; by default that of a screen or, where it has to have a width,
            whichever lets its text be larger.
        width: how broad it will be shown, in points; by default that does not matter.
        is_open: whether it will be as broad as that however high it is.
    """
    if width is None:
        return Room(_SHAPES[orientation or "landscape"])
    return Room(
        tuple(Extent(width, width / one.shape) for one in _SHAPES[orientation]),
        is_measured=True,
        is_open=is_open,
    )
