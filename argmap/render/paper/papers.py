"""The papers that a drawing can be fitted to."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from argmap.render.room import Extent, Orientation, Room


class Paper(NamedTuple):
    """A kind of page. All lengths are points, 72 to an inch.

    Args:
        width: of the page.
        height: of the page.
        margin: unprinted on all sides, but for numbers.
        bearable: the smallest size of text for which a drawing is not taken apart.
        least: the smallest size of text on the parts of one that is.
        turns: whether it can be laid on its side.
    """

    width: float
    height: float
    margin: float
    bearable: float
    least: float
    turns: bool = True

    def ways(self) -> tuple["Paper", ...]:
        """Return the paper as it is and, if it turns, on its side."""
        return (self, self._replace(width=self.height, height=self.width)) if self.turns else (self,)

    def turned(self, orientation: Orientation | None) -> "Paper":
        """Return the paper laid one way, which it then keeps; itself where no orientation is given."""
        if orientation is None:
            return self
        short, long = sorted((self.width, self.height))
        width, height = (short, long) if orientation == "portrait" else (long, short)
        return self._replace(width=width, height=height, turns=False)

    def in_one(self) -> "Paper":
        """Return the paper for a drawing that is not taken apart, however small its text becomes."""
        return self._replace(bearable=0)

    def to_fill(self, *, one_page: bool) -> Room:
        """Return the room for a drawing: on its side or, if the paper turns, upright as well.

        Args:
            one_page: whether one sheet has to hold it.
        """
        extents = sorted((Extent(*way.room) for way in self.ways()), reverse=True)
        return Room(tuple(extents), is_measured=one_page)

    @property
    def room(self) -> tuple[float, float]:
        """The width and height between the margins."""
        return self.width - 2 * self.margin, self.height - 2 * self.margin


PAPERS: Final[Mapping[str, Paper]] = {
    "a4": Paper(595.28, 841.89, margin=30, bearable=5.5, least=6),
    "letter": Paper(612, 792, margin=30, bearable=5.5, least=6),
    "slide": Paper(960, 540, margin=30, bearable=7, least=9, turns=False),
}
"""Name -> paper: ISO 216, ANSI/ASME Y14.1, and a slide of 16 to 9, 13⅓ inches wide."""
