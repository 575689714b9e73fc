"""How wide a text is, in points, from the advance widths of the bundled fonts."""

import unicodedata
from functools import cache

from argmap.render.fonts.bundled import face

FALLBACK_STRETCH = {False: 1.18, True: 1.30}
"""By boldness: how much wider than estimated a character may be that the bundled font lacks."""

_LAST_LATIN_1 = "\u00ff"
_SPACE = 0.278
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


class _Rooms(dict[str, float]):
    """Character -> the em that it may take in whatever font it is drawn with."""

    def __init__(self, *, bold: bool) -> None:
        super().__init__()
        self._face = face(bold=bold, italic=False)
        self._bold = bold

    def __missing__(self, character: str) -> float:
        known = self._face.advance(character)
        needed = self._guess(character) if known is None else known
        self[character] = max(needed, _engine_estimate(character))
        return self[character]

    def _guess(self, character: str) -> float:
        estimate = _estimate(character)
        square = estimate == _WIDE and unicodedata.category(character)[0] in "LP"
        return estimate if square else estimate * FALLBACK_STRETCH[self._bold]


def _engine_estimate(character: str) -> float:
    """Return how wide Graphviz takes a character for that is none of Latin-1: a space for each byte."""
    return _SPACE * len(character.encode(errors="replace")) if character > _LAST_LATIN_1 else 0.0


def _estimate(character: str) -> float:
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


@cache
def _advances(*, bold: bool, italic: bool) -> _Advances:
    return _Advances(bold=bold, italic=italic)


@cache
def _rooms(*, bold: bool) -> _Rooms:
    return _Rooms(bold=bold)


@cache
def _known(*, bold: bool, italic: bool) -> frozenset[str]:
    return frozenset(map(chr, face(bold=bold, italic=italic).characters))


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


def is_known(text: str, *, bold: bool = False, italic: bool = False) -> bool:
    """Tell whether the bundled font has every character of a text, so that its width is not an estimate."""
    return _known(bold=bold, italic=italic).issuperset(text)


def room_for(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in points that holds a line in whatever font its characters are drawn.

    Those of the bundled font are drawn as wide as they are measured: a finished SVG says how wide a text is.
    Others may be wider than estimated, but for ideographs, which are squares in every font. Graphviz, which
    would widen a box for what it takes for broader, finds no reason to.

    Args:
        text: one line.
        size: font size in points.
        bold: measure the bold face.
    """
    return size * sum(map(_rooms(bold=bold).__getitem__, text))


def box_width(lines: list[str], size: float, *, bold: bool = False) -> float:
    """Return the width in points that holds all lines, each as `room_for` measures it."""
    return max((room_for(line, size, bold=bold) for line in lines), default=0.0)
