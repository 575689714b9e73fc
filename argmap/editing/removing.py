"""Take items and entries out of lists and mappings."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from argmap.editing.lines import (
    blank_lines_end,
    blank_lines_start,
    column_of,
    comments_start,
    is_first_on_line,
    line_end,
    line_start,
    lines_end,
    part_start,
)
from argmap.editing.nodes import Node
from argmap.editing.plan import Change
from argmap.files.yaml.places import ReadFile

_KEY: Final = re.compile(r"[ \t]*(?:- +)*[\w.-]+:(?=[ \t]+#)")
"""A key behind which a comment stands."""


def remove_parts(
    file: ReadFile, holder: Node, positions: Sequence[int], *, with_comments: bool = False
) -> Iterator[Change]:
    """Plan to take parts out of a list or mapping.

    Args:
        file: the file.
        holder: the list or mapping.
        positions: which parts, ascending.
        with_comments: whether the comments in them, and those directly above them, go as well.

    Yields:
        Changes that leave the other parts, and the list or mapping itself, as they are.
    """
    for first, last in _runs(positions):
        if holder.style:
            yield _from_brackets(holder, first, last)
        elif last - first + 1 == len(holder.parts):
            yield from _everything(file, holder, with_comments=with_comments)
        elif is_first_on_line(file, part_start(file, holder, first)):
            yield _lines(file, holder, first, last, with_comments=with_comments)
        else:
            yield Change(part_start(file, holder, first), part_start(file, holder, last + 1), "")


def remove_sections(file: ReadFile, root: Node, positions: Sequence[int]) -> Iterator[Change]:
    """Plan to take whole sections out, with the blank line that sets each apart, as adding one puts it there.

    Args:
        file: the file.
        root: the whole document.
        positions: which sections, ascending.
    """
    for at in positions:
        start = root.keys[at].start
        end = lines_end(file, start, root.parts[at].end, 0)
        if at + 1 < len(root.parts):
            yield Change(start, line_end(file, end) if _is_blank(file, end) else end, "")
            continue
        line = file.line_at(start) - 1
        line -= not file.line(line).strip()
        before = file.offset(line, 1) + len(file.line(line)) if line > 0 else 0
        yield Change(before, len(file.text[:end].rstrip("\r\n")) if before else end, "")


def _is_blank(file: ReadFile, offset: int) -> bool:
    return offset < len(file.text) and not file.line(file.line_at(offset)).strip()


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join neighbours to runs, each from its first to its last position."""
    breaks = [at for at, (one, after) in enumerate(pairwise(positions), 1) if after != one + 1]
    for start, end in pairwise([0, *breaks, len(positions)]):
        yield positions[start], positions[end - 1]


def _from_brackets(holder: Node, first: int, last: int) -> Change:
    if first:
        return Change(holder.parts[first - 1].end, holder.parts[last].end, "")
    start = (holder.keys if holder.is_mapping else holder.parts)[0].start
    if last + 1 < len(holder.parts):
        after = (holder.keys if holder.is_mapping else holder.parts)[last + 1]
        return Change(start, after.start, "")
    return Change(holder.start + 1, holder.end - 1, "")


def _everything(file: ReadFile, holder: Node, *, with_comments: bool) -> Iterator[Change]:
    """Leave empty brackets where nothing is left."""
    start = part_start(file, holder, 0)
    last = len(holder.parts) - 1
    empty = "{}" if holder.is_mapping else "[]"
    before = line_start(file, start)
    if not is_first_on_line(file, start):
        yield Change(start, holder.end, empty)
        return
    if with_comments:
        before = comments_start(file, start)
    end = lines_end(file, part_start(file, holder, last), holder.end, column_of(file, start))
    colon = len(file.text[:before].rstrip())
    newline = file.text[colon:before]
    if file.text[colon - 1 : colon] != ":":
        key = _KEY.match(file.text, line_start(file, colon - 1))
        if key is None:
            yield Change(before, end, " " * (column_of(file, start) + 1) + empty + (newline or "\n"))
            return
        yield Change(key.end(), key.end(), f" {empty}")
        yield Change(before, end, "")
        return
    ending = file.text[end - 2 : end] if file.text[end - 2 : end] == "\r\n" else file.text[end - 1 : end]
    yield Change(colon, end, f" {empty}{ending if ending.strip() == '' else ''}")


def _lines(file: ReadFile, holder: Node, first: int, last: int, *, with_comments: bool) -> Change:
    """Take whole lines, and of the blank lines around them those that set them apart."""
    start = part_start(file, holder, first)
    column = column_of(file, start)
    begin = comments_start(file, start) if with_comments else line_start(file, start)
    end = lines_end(file, part_start(file, holder, last), holder.parts[last].end, column)
    if last + 1 < len(holder.parts):
        return Change(begin, blank_lines_end(file, end) if first == 0 or _is_apart(file, begin) else end, "")
    begin = blank_lines_start(file, begin)
    if end == len(file.text) and not file.text.endswith(("\n", "\r")) and begin:
        line = file.line_at(begin) - 1
        begin = file.offset(line, 1) + len(file.line(line))
    return Change(begin, end, "")


def _is_apart(file: ReadFile, begin: int) -> bool:
    """Tell whether a blank line stands before a line, so that one behind it can go."""
    return blank_lines_start(file, begin) < begin
