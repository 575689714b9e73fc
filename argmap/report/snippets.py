"""Lines of a file with the exact words underlined, whatever their width on a screen."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rich.cells import cell_len

from argmap.diagnostics import Location
from argmap.files.yaml.places import ReadFile
from argmap.text.clean import visible
from argmap.text.graphemes import cuts

_NARROWEST: Final = 20
_LONGEST: Final = 8
"""How many code points a column of a screen may well take; what has more, few readers can read."""


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


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Choose which part of a long line to show: all of it, else some before the words and what fits after."""
    if len(line) <= width and cell_len(visible(line)) <= width:
        return 0, len(line)
    near = line[max(0, start - _LONGEST * width) : start]
    words = cell_len(visible(line[start : min(end, start + width)]))
    if start <= width and cell_len(visible(near)) + words < width:
        return 0, _fitting(line, 0, width - 1)
    rest = cell_len(visible(line[start : start + width])) if len(line) <= start + width else width
    left = start - _fitting_before(near, max(width // 4, width - 1 - rest))
    return left, _fitting(line, left, width - 2)


def _fitting_before(near: str, width: int) -> int:
    """Tell how many code points at the end of a text fit into some columns, and cut no character."""
    ends, used = [0, *cuts(near)], 0
    for begin, end in reversed(list(pairwise(ends))):
        used += cell_len(visible(near[begin:end]))
        if used > width:
            return len(near) - end
    return len(near)


def _fitting(line: str, left: int, width: int) -> int:
    """Tell up to where a line fits into some columns; the rest of it may take one column more."""
    part = line[left : left + _LONGEST * width]
    if left + len(part) == len(line) and cell_len(visible(part)) <= width + 1:
        return len(line)
    ends, used = cuts(part), 0
    for begin, end in pairwise([0, *ends]):
        used += cell_len(visible(part[begin:end]))
        if used > width:
            return left + (begin or end)
    return left + ends[-1]
