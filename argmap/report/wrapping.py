"""Where the lines of a paragraph begin and end, counted in terminal cells."""

import re
from typing import Final

from rich.cells import cell_len

_WORD: Final = re.compile(r"\S+")
_UNUSUAL: Final = re.compile("[^ -~\xa1-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e]")
"""Anything but Latin, Greek, Cyrillic and Armenian letters and common signs, which all take one cell."""


def width_of(text: str) -> int:
    """Count the terminal cells of a text."""
    return cell_len(text) if _UNUSUAL.search(text) else len(text)


def wrap(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Break a text into lines at spaces; a word that is too long is broken where the line is full.

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
        if end > start and width_of(text[start : match.end()]) > room:
            lines.append((start, end))
            start, room = match.start(), rest
        elif end == start:
            start = match.start() if lines else start
        end = match.end()
        while width_of(text[start:end]) > room:
            cut = _fitting(text, start, end, room)
            lines.append((start, cut))
            start, room = cut, rest
    lines.append((start, end))
    return lines


def _fitting(text: str, start: int, end: int, room: int) -> int:
    """Find where a word must be broken so that its beginning fits; at least one character is taken."""
    cut = start + 1
    while cut < end and width_of(text[start : cut + 1]) <= room:
        cut += 1
    return cut
