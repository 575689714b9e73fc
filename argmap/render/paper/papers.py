"""The papers that a drawing can be fitted to."""

from collections.abc import Mapping
from typing import Final, NamedTuple


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
