"""Where the lines of items and entries begin and end, with the comments that belong to them."""

import re
from typing import Final

from argmap.editing.nodes import Node
from argmap.files.yaml.places import ReadFile

_DASH: Final = re.compile(r"(?:\s|#[^\r\n]*)*-(?=\s|\Z)")
_BLANK: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")


def line_start(file: ReadFile, offset: int) -> int:
    """Give the offset at which the line of a character begins."""
    return file.offset(file.line_at(offset), 1)


def line_end(file: ReadFile, offset: int) -> int:
    """Give the offset behind the line of a character, its line end included."""
    line = file.line_at(offset)
    return file.offset(line + 1, 1) if line < file.line_count else len(file.text)


def dash_of(file: ReadFile, collection: Node, position: int) -> int:
    """Find the dash of an item of a list without brackets.

    Args:
        file: the file.
        collection: the list.
        position: which item.
    """
    before = collection.parts[position - 1].end if position else collection.start
    match = _DASH.match(file.text, before)
    return match.end() - 1 if match else collection.parts[position].start


def part_start(file: ReadFile, collection: Node, position: int) -> int:
    """Find where an item or entry begins: at its dash, or at its key."""
    return collection.keys[position].start if collection.is_mapping else dash_of(file, collection, position)


def column_of(file: ReadFile, offset: int) -> int:
    """Count the characters before one on its line."""
    return offset - line_start(file, offset)


def is_first_on_line(file: ReadFile, offset: int) -> bool:
    """Tell whether nothing but blanks stands before a character on its line."""
    return not file.text[line_start(file, offset) : offset].strip()


def lines_end(file: ReadFile, start: int, end: int, column: int) -> int:
    """Find where the lines of a part end, with the comments below it that are indented more than it is.

    Args:
        file: the file.
        start: where the part begins.
        end: where its value ends.
        column: how far it is indented.
    """
    found = line_end(file, max(start, end - 1 if end > start else start))
    at = found
    while at < len(file.text):
        line = file.text[at : line_end(file, at)]
        plain = line.strip()
        if plain.startswith("#") and len(line) - len(line.lstrip()) > column:
            found = line_end(file, at)
        elif plain:
            break
        at = line_end(file, at)
    return found


def comments_start(file: ReadFile, offset: int) -> int:
    """Find where the comments begin that stand directly above a line, as far indented as it is.

    Args:
        file: the file.
        offset: a character of the line.
    """
    column = len(file.line(file.line_at(offset))) - len(file.line(file.line_at(offset)).lstrip(" "))
    first = file.line_at(offset)
    while first > 1:
        line = file.line(first - 1)
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != column:
            break
        first -= 1
    return file.offset(first, 1)


def blank_lines_end(file: ReadFile, offset: int) -> int:
    """Find where the blank lines end that begin at the start of a line."""
    while offset < len(file.text) and (match := _BLANK.match(file.text, offset)) and match.end() > offset:
        offset = match.end()
    return offset


def blank_lines_start(file: ReadFile, offset: int) -> int:
    """Find where the blank lines begin that end before the start of a line."""
    line = file.line_at(offset)
    if file.offset(line, 1) != offset:
        return offset
    while line > 1 and not file.line(line - 1).strip():
        line -= 1
    return file.offset(line, 1)
