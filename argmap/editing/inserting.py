"""Put items and entries into lists and mappings."""

from collections.abc import Iterator, Sequence

from argmap.editing.intention import Insertion, section_behind
from argmap.editing.lines import (
    blank_lines_start,
    column_of,
    comments_start,
    line_start,
    lines_end,
    part_start,
)
from argmap.editing.nodes import Node
from argmap.editing.plan import Change
from argmap.editing.refusal import EditRefusedError
from argmap.editing.written import block_entry, block_item, flow_entry, flow_value, newline_of
from argmap.files.yaml.places import ReadFile

_SECTION_INDENT = 2


def insert_parts(
    file: ReadFile,
    holder: Node | None,
    insertions: Sequence[Insertion],
    *,
    section: str = "",
    root: Node | None = None,
    beyond: int = 0,
) -> Iterator[Change]:
    """Plan to put parts into a list or mapping.

    Args:
        file: the file.
        holder: the list or mapping; None for a section that the file does not have.
        insertions: what is put where.
        section: the name of the section that the parts are records of, if they are.
        root: the whole document, for a section that it does not have.
        beyond: the offset of the last of what else is put in.

    Raises:
        EditRefusedError: it is written so that nothing can be put there.
    """
    if holder is None:
        yield _new_section(file, root, section, insertions, beyond)
    elif holder.style and (holder.parts or not section):
        yield from _into_brackets(file, holder, insertions)
    elif not holder.parts:
        yield _into_nothing(file, holder, insertions)
    else:
        yield from _into_block(file, holder, insertions, section=section)


def _into_brackets(file: ReadFile, holder: Node, insertions: Sequence[Insertion]) -> Iterator[Change]:
    by_place: dict[int, list[str]] = {}
    for one in insertions:
        new = flow_entry(one.key, one.value) if one.key is not None else flow_value(one.value)
        by_place.setdefault(_behind(file, holder, one), []).append(new)
    for position, written in by_place.items():
        joined = ", ".join(written)
        if holder.parts:
            end = holder.parts[position].end
            yield Change(end, end, f", {joined}")
        else:
            yield Change(holder.start + 1, holder.start + 1, joined)


def _behind(file: ReadFile, holder: Node, insertion: Insertion) -> int:
    """Give the position of the part behind which something is put."""
    if insertion.after is None:
        return len(holder.parts) - 1
    position = holder.position(insertion.after)
    if position is None:
        raise EditRefusedError(file, f"`{insertion.after}` is not where it was")
    return position


def _into_block(
    file: ReadFile, holder: Node, insertions: Sequence[Insertion], *, section: str
) -> Iterator[Change]:
    by_place: dict[int, list[Insertion]] = {}
    for one in insertions:
        by_place.setdefault(_behind(file, holder, one), []).append(one)
    column = column_of(file, part_start(file, holder, 0))
    blank = bool(section) and _are_apart(file, holder)
    for position, listed in by_place.items():
        start = part_start(file, holder, position)
        at = lines_end(file, start, holder.parts[position].end, column)
        yield _lines_at(file, at, _written(listed, column), column, blank=blank)


def _lines_at(
    file: ReadFile, at: int, blocks: Sequence[Sequence[str]], column: int, *, blank: bool
) -> Change:
    """Put lines at the start of a line, or at the end of a file whose last line has no end."""
    newline = newline_of(file)
    is_open = at == len(file.text) and at > 0 and not file.text.endswith(("\n", "\r"))
    lines: list[str] = []
    for block in blocks:
        lines += ["", *block] if blank else block
    text = newline.join(" " * column + line if line else "" for line in lines)
    return Change(at, at, newline + text if is_open else text + newline)


def _written(insertions: Sequence[Insertion], column: int) -> list[list[str]]:
    """Write each part on lines, without the indentation."""
    return [[*one.comments, *_part(one, column)] for one in insertions]


def _first_lines(insertions: Sequence[Insertion], column: int) -> list[str]:
    """Write the first parts of a list or mapping; as usual, blank lines stand between items, not entries."""
    lines: list[str] = []
    for one, block in zip(insertions, _written(insertions, column), strict=True):
        lines += ["", *block] if lines and one.key is None else block
    return lines


def _part(one: Insertion, column: int) -> Sequence[str]:
    if one.lines:
        return one.lines
    return block_item(one.value, column) if one.key is None else block_entry(one.key, one.value, column)


def _are_apart(file: ReadFile, holder: Node) -> bool:
    """Tell whether blank lines set the records apart: the last two, or where there is one, as is usual.

    Statements of several lines usually are apart, those on one line and entries not.
    """
    if len(holder.parts) == 1:
        return not holder.is_mapping and not holder.parts[0].style
    begin = comments_start(file, part_start(file, holder, len(holder.parts) - 1))
    return blank_lines_start(file, begin) < begin


def _into_nothing(file: ReadFile, holder: Node, insertions: Sequence[Insertion]) -> Change:
    """Put parts into a section or field that is there but empty: below its key, as a block."""
    newline = newline_of(file)
    line = file.line_at(holder.start)
    last = file.line_at(holder.end)
    end = file.offset(last, 1) + len(file.line(last))
    behind = file.text[holder.end : end]
    if behind.strip() and not behind.lstrip().startswith("#"):
        raise EditRefusedError(file, "the empty list stands inside brackets")
    indent = len(file.line(line)) - len(file.line(line).lstrip(" ")) + _SECTION_INDENT
    text = newline.join(" " * indent + one if one else "" for one in _first_lines(insertions, indent))
    start = len(file.text[: holder.start].rstrip(" \t"))
    return Change(start, end, (behind.rstrip() and f"{behind.rstrip()}{newline}{text}") or f"{newline}{text}")


def _new_section(
    file: ReadFile, root: Node | None, section: str, insertions: Sequence[Insertion], beyond: int
) -> Change:
    """Begin a section where it belongs: before the one that comes behind it, or at the end of the file."""
    newline = newline_of(file)
    lines = _first_lines(insertions, _SECTION_INDENT)
    body = newline.join(" " * _SECTION_INDENT + one if one else "" for one in lines)
    text = f"{section}:{newline}{body}{newline}"
    if root is not None and root.style:
        raise EditRefusedError(file, "its sections stand inside brackets")
    keys = {key.text or "": key for key in root.keys} if root else {}
    behind = section_behind(keys, section)
    if behind is not None:
        at = comments_start(file, keys[behind].start)
        is_top = not file.text[:at].strip() and at == 0 and keys[behind].start > 0
        start = line_start(file, keys[behind].start) if is_top else at
        return Change(start, start, text + (newline if _sections_are_apart(file, root) else ""))
    end = len(file.text.rstrip())
    if beyond > end:
        return Change(beyond, beyond, newline + text)
    return Change(end, end, newline * 2 + text.removesuffix(newline)) if end else Change(0, 0, text)


def _sections_are_apart(file: ReadFile, root: Node | None) -> bool:
    """Tell whether a blank line stands before any section but the first; so it is usual."""
    later = root.keys[1:] if root else []
    starts = [comments_start(file, key.start) for key in later]
    return not starts or any(blank_lines_start(file, start) < start for start in starts)
