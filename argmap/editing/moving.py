"""Move records from file to file, with their comments."""

from collections.abc import Sequence

from argmap.editing.intention import Insertion, value_at
from argmap.editing.lines import (
    column_of,
    comments_start,
    is_first_on_line,
    line_start,
    lines_end,
    part_start,
)
from argmap.editing.map_edit import MapEdit
from argmap.editing.nodes import Node, document_node
from argmap.editing.written import block_entry, block_item
from argmap.files.yaml.decoding import split_lines
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document


def move_records(edit: MapEdit, records: Sequence[tuple[str, str]], target: str) -> list[tuple[str, str]]:
    """Mean records to stand at the end of their sections in another file.

    Args:
        edit: to which it is added.
        records: section and key of each, in the order in which they shall stand.
        target: the name of the file, which the edit must know.

    Returns:
        Those that did not stand there already.
    """
    moved = []
    for section, key in records:
        file, path, _ = edit.loaded.places.records[section, key]
        if file.name == target:
            continue
        moved.append((section, key))
        source = edit.of(file.name)
        source.removed.add(path)
        source.with_comments.add(path)
        edit.of(target).inserted.setdefault((section,), []).append(_as_it_stands(file, path))
    return moved


def _as_it_stands(file: ReadFile, path: Path) -> Insertion:
    """Take a record with the comments directly above it, line by line."""
    root = document_node(file.text)
    holder = root.find(path[:1]) if root else None
    at = holder.position(path[1]) if holder else None
    value: Value = value_at(read_document(file.text, file.name).sections, path)
    key = path[1] if isinstance(path[1], str) else None
    if holder is None or at is None or holder.style:
        return Insertion(value, key)
    start = part_start(file, holder, at)
    if not is_first_on_line(file, start):
        lines = block_item(value, 2) if key is None else block_entry(key, value, 2)
        return Insertion(value, key, lines=tuple(lines))
    return _lines(file, holder, at, start, value)


def _lines(file: ReadFile, holder: Node, at: int, start: int, value: Value) -> Insertion:
    column = column_of(file, start)
    begin, first = comments_start(file, start), line_start(file, start)
    end = lines_end(file, start, holder.parts[at].end, column)
    comments = tuple(line.strip() for line in split_lines(file.text[begin:first]) if line.strip())
    body = split_lines(file.text[first:end].rstrip("\r\n"))
    lines = tuple(line[column:] if not line[:column].strip() else line.lstrip() for line in body)
    key = holder.keys[at].text if holder.is_mapping else None
    return Insertion(value, key, lines=lines, comments=comments)
