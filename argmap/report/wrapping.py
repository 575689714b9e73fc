"""Where the lines of a paragraph begin and end, counted in terminal cells."""

import re
from itertools import pairwise
from typing import Final

from rich.cells import cell_len

from argmap.text.graphemes import continues, graphemes

_WORD: Final = re.compile(r"\S+")
_UNUSUAL: Final = re.compile("[^ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e]")
"""Anything but Latin, Greek, Cyrillic and Armenian letters and common signs, which all take one cell."""


def width_of(text: str) -> int:
    """Count the terminal cells of a text."""
    return cell_len(text) if _UNUSUAL.search(text) else len(text)


def wrap(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Break a text into lines at spaces; a word that is too long is broken between characters.

    Args:
        text: what to break, without line breaks of its own.
        first: cells in the first line.
        rest: cells in each line after it.

    Returns:
        Start and end offsets of each line; one empty line for an empty text.
    """
    if width_of(text) <= first:
        return [(0, len(text))]
    lines: list[tuple[int, int]] = []
    start, end, room = 0, 0, first
    for match in _WORD.finditer(text):
        if end > start and _may_end(text, match.start()) and width_of(text[start : match.end()]) > room:
            lines.append((start, end))
            start, room = match.start(), rest
        elif end == start:
            start = match.start() if lines else start
        end = match.end()
        if width_of(text[start:end]) > room:
            *full, start = _breaks(text, start, end, room, rest)
            lines += pairwise([*full, start])
            room = rest if full else room
    lines.append((start, end))
    return lines


def _may_end(text: str, at: int) -> bool:
    """Tell whether a line may end at the space before a word, which a mark may stand on."""
    return not continues(text[at])


def _breaks(text: str, start: int, end: int, first: int, rest: int) -> list[int]:
    """Find where the lines of a word begin that is too long for one; each takes one character at least."""
    begins, at, room, used = [start], start, first, 0
    for character in graphemes(text[start:end]):
        width = width_of(character)
        if used and used + width > room:
            begins.append(at)
            room, used = rest, 0
        used += width
        at += len(character)
    return begins
