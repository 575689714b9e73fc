"""A file of a map as pieces of text: its sections, their records, and the fields of these."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from argmap.editing.comments import Comment, find_comments
from argmap.editing.lines import column_of, line_start, lines_end, part_start
from argmap.editing.nodes import Node, document_node
from argmap.files.yaml.document import Value
from argmap.files.yaml.places import ReadFile

_RECORD: Final = 2
"""How deep records lie: in sections, which lie in the file. What a field holds is one piece."""


@dataclass(frozen=True)
class Piece:
    """A part of a text, with the comments and blank lines above it.

    The head, the parts and the tail of a piece make up its text.

    Args:
        key: what it is known by among its neighbours.
        text: all of it; the first field of a record in a list begins behind the dash.
        value: what it says.
        comments: the comments in it.
        head: what stands before its first part.
        parts: its parts; None where it cannot be taken apart.
        tail: what stands behind its last part.
        column: how far its parts are indented.
    """

    key: Hashable
    text: str
    value: Value
    comments: tuple[str, ...]
    head: str = ""
    parts: "tuple[Piece, ...] | None" = None
    tail: str = ""
    column: int = 0


class UnevenFileError(Exception):
    """A file cannot be taken apart by its records: two of them have the same key."""


def file_pieces(file: ReadFile, sections: dict[str, Value]) -> Piece:
    """Take a file apart.

    Args:
        file: the file, which is YAML.
        sections: what it says.

    Raises:
        UnevenFileError: two parts have the same key.
    """
    comments = find_comments(file.text)
    root = document_node(file.text)
    said = tuple(comment.text for comment in comments)
    if root is None or root.style or not root.is_mapping or not root.parts:
        return Piece("", file.text, sections, said)
    return _Cutter(file, comments).piece("", root, sections, (0, len(file.text)), 0)


@dataclass(frozen=True)
class _Cutter:
    file: ReadFile
    comments: Sequence[Comment]

    def piece(self, key: Hashable, node: Node, value: Value, span: tuple[int, int], depth: int) -> Piece:
        """Make a piece of what stands between two offsets."""
        start, end = span
        text = self.file.text[start:end]
        first, last = (bisect_left(self.comments, offset, key=attrgetter("start")) for offset in span)
        said = tuple(comment.text for comment in self.comments[first:last])
        if not _can_be_cut(node, value, depth):
            return Piece(key, text, value, said)
        spans = list(self._spans(node, span, depth))
        parts = []
        for number, (part, inner) in enumerate(zip(node.parts, spans, strict=True)):
            held, name = _part_of(value, node, number)
            parts.append(self.piece(name, part, held, inner, depth + 1))
        if len({one.key for one in parts}) < len(parts):
            raise UnevenFileError
        head, tail = self.file.text[start : spans[0][0]], self.file.text[spans[-1][1] : end]
        column = column_of(self.file, part_start(self.file, node, 0))
        return Piece(key, text, value, said, head, tuple(parts), tail, column)

    def _spans(self, node: Node, span: tuple[int, int], depth: int) -> Iterator[tuple[int, int]]:
        at: int | None = None
        for number, part in enumerate(node.parts):
            first = part_start(self.file, node, number)
            begin = self._begin(first, span[0], depth) if at is None else at
            at = min(lines_end(self.file, first, part.end, column_of(self.file, first)), span[1])
            yield begin, at

    def _begin(self, first: int, start: int, depth: int) -> int:
        """Find where the first part begins; what stands above the first section belongs to the file."""
        line = line_start(self.file, first)
        if line < start or self.file.text[line:first].strip():
            return first
        while depth and line > start:
            before = line_start(self.file, line - 1)
            words = self.file.text[before:line].strip()
            if before < start or (words and not words.startswith("#")):
                break
            line = before
        return line


def _can_be_cut(node: Node, value: Value, depth: int) -> bool:
    return bool(
        depth <= _RECORD
        and node.parts
        and not node.style
        and isinstance(value, dict if node.is_mapping else list)
        and len(value) == len(node.parts)
        and (node.is_mapping or depth < _RECORD)
    )


def _part_of(value: Value, node: Node, number: int) -> tuple[Value, Hashable]:
    if isinstance(value, dict):
        key = node.keys[number].text or ""
        return value.get(key), key
    assert isinstance(value, list)  # noqa: S101 — for the type checker: a list where it is no mapping
    inner = value[number]
    name = inner.get("id") if isinstance(inner, dict) else None
    return inner, name if isinstance(name, str) else ("item", number)
