"""Lines of a file with the exact words underlined, whatever their width on a screen."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from argmap.diagnostics import Location
from argmap.files.yaml.places import ReadFile

_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")
_REPLACED: Final = "\ufffd"
_NARROWEST: Final = 20


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of a file around some words.

    Args:
        number: the number of the line, from 1.
        line: what it says, harmless for a terminal and cut to a width.
        indent: how many columns of the screen stand before the words.
        width: how many columns the words take, at least one.
    """

    number: int
    line: str
    indent: int
    width: int


def cut_snippet(file: ReadFile, place: Location, width: int) -> Snippet | None:
    """Cut out the line on which a place begins.

    Args:
        file: the file.
        place: the words to underline; of those on several lines, the first line counts.
        width: how many columns there are; a longer line is cut around the words.

    Returns:
        The snippet; None where the file has no such line.
    """
    whole = file.shown_line(place.line)
    if not whole.strip():
        return None
    start = min(max(place.column - 1, 0), len(whole))
    end = place.end_column - 1 if place.end_line == place.line else len(whole)
    end = min(max(end, start + 1), len(whole)) if place.end_line else start + 1
    left, right = _window(whole, start, end, max(width, _NARROWEST))
    end = min(end, right)
    before = ("…" if left else "") + visible(whole[left:start])
    marked = visible(whole[start:end])
    after = visible(whole[end:right]).rstrip() + ("…" if right < len(whole) else "")
    return Snippet(place.line, before + marked + after, cell_len(before), max(1, cell_len(marked.rstrip())))


def visible(text: str) -> str:
    """Put a space for a tab and U+FFFD for what steers a terminal; every character keeps its place."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if unicodedata.category(character) in _UNSEEN and character != "\t":
        return _REPLACED
    return " "


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Choose which part of a long line to show: all of it, else some before the words and what fits after."""
    near = visible(line[max(0, start - width) : start])
    if len(line) <= width and cell_len(visible(line)) <= width:
        return 0, len(line)
    words = cell_len(visible(line[start : min(end, start + width)]))
    if start <= width and cell_len(near) + words < width:
        return 0, _fitting(line, 0, width - 1)
    rest = cell_len(visible(line[start : start + width])) if len(line) <= start + width else width
    before = max(width // 4, width - 1 - rest)
    left = (
        next((at for at in range(len(near)) if cell_len(near[at:]) <= before), len(near)) + start - len(near)
    )
    return left, _fitting(line, left, width - 2)


def _fitting(line: str, left: int, width: int) -> int:
    """Tell up to where a line fits into some columns; the rest of it may take one column more."""
    part = visible(line[left : left + width + 1])
    if left + len(part) == len(line) and cell_len(part) <= width + 1:
        return len(line)
    return left + max(bisect_right(range(len(part) + 1), width, key=lambda end: cell_len(part[:end])) - 1, 1)
