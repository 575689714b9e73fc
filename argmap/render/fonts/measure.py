"""How wide a text is, in points, from the advance widths of the bundled fonts."""

import unicodedata
from functools import cache

from argmap.render.fonts.bundled import face

FALLBACK_STRETCH = {False: 1.18, True: 1.30}
"""By boldness: how much wider than the bundled font a viewer's substitute may draw a text.

DejaVu Sans, the widest usual substitute, draws lines of English and Russian up to 1.18 and 1.24 as wide.
"""

_WIDE = 1.0
_OTHER = 0.65


class _Advances(dict[str, float]):
    """Character -> advance in em; characters that the font lacks are estimated when first asked for."""

    def __init__(self, *, bold: bool, italic: bool) -> None:
        super().__init__()
        self._face = face(bold=bold, italic=italic)

    def __missing__(self, character: str) -> float:
        known = self._face.advance(character)
        self[character] = _estimate(character) if known is None else known
        return self[character]


def _estimate(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


@cache
def _advances(*, bold: bool, italic: bool) -> _Advances:
    return _Advances(bold=bold, italic=italic)


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of a line of text in points, without kerning.

    Characters that the bundled font lacks count as one em when they are wide or full-width (Unicode
    Standard Annex 11), as nothing when they combine with their neighbour, else as 0.65 em.

    Args:
        text: one line.
        size: font size in points.
        bold: measure the bold face.
        italic: measure the italic face.
    """
    return size * sum(map(_advances(bold=bold, italic=italic).__getitem__, text))


def box_width(lines: list[str], size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width in points that holds all lines even where a wider substitute font draws them."""
    widest = max((text_width(line, size, bold=bold, italic=italic) for line in lines), default=0.0)
    return widest * FALLBACK_STRETCH[bold]
