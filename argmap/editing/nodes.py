"""The values of a YAML text as the spans of characters that they take."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from argmap.files.yaml.marks import Path, TextFrom
from argmap.files.yaml.places import ReadFile

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BLOCK_STYLES: Final = frozenset({"|", ">"})
_QUOTES_AND_BLOCKS: Final = BLOCK_STYLES | {'"', "'"}


@dataclass(slots=True)
class Node:
    """A value, from its first character to behind its last.

    A collection without brackets ends where its last part ends. A block text begins at its ``|`` or ``>``.

    Args:
        start: the offset of its first character.
        end: the offset behind its last one.
        style: of a text ``"``, ``'``, ``|``, ``>`` or nothing; of a collection its bracket or nothing.
        text: what a text says; None for a collection.
        keys: of a mapping its keys, one for each of the parts.
        parts: the values of a mapping, or the items of a list.
    """

    start: int
    end: int
    style: str = ""
    text: str | None = None
    keys: Sequence["Node"] = ()
    parts: Sequence["Node"] = ()
    is_mapping: bool = False

    def find(self, path: Path) -> "Node | None":
        """Follow a path of keys and list positions; None where there is nothing."""
        node = self
        for part in path:
            at = node.position(part)
            if at is None:
                return None
            node = node.parts[at]
        return node

    def position(self, part: str | int) -> int | None:
        """Give the position of the part with a key, or of an item; None where there is none."""
        if isinstance(part, int):
            return part if not self.is_mapping and part < len(self.parts) else None
        return next((at for at, key in enumerate(self.keys) if key.text == part), None)

    def path_to(self, offset: int) -> Path | None:
        """Give the path of the text that a character belongs to; None where it belongs to none."""
        if self.text is not None:
            return () if self.start <= offset < self.end else None
        for at, part in enumerate(self.parts):
            inside = part.path_to(offset)
            if inside is not None:
                return (self.keys[at].text or "" if self.is_mapping else at, *inside)
        return None

    def texts(self) -> Iterator["Node"]:
        """Give every text in it, keys included, in their order."""
        if self.text is not None:
            yield self
        for at, part in enumerate(self.parts):
            if self.is_mapping:
                yield from self.keys[at].texts()
            yield from part.texts()


def document_node(text: str) -> Node | None:
    """Read the spans of a whole text that is YAML; None where it holds nothing but comments."""
    return next(document_nodes(text), None)


def document_nodes(text: str) -> Iterator[Node]:
    """Read the spans of each document of a text that is YAML."""
    next_event = _Loader(text).get_event
    next_event()
    while not isinstance(next_event(), yaml.StreamEndEvent):
        yield _Spans(next_event, text, 0).node(next_event())
        next_event()


def record_node(file: ReadFile, path: Path) -> Node | None:
    """Read the spans of one record of a file.

    Args:
        file: the file.
        path: the section and the key or position of the record.

    Returns:
        The record; None where the file has no such record.
    """
    starts = file.starts.get(str(path[0]))
    start = starts.items.get(path[1]) if starts and len(path) > 1 else None
    if starts is not None and start is not None and not starts.in_brackets:
        node = _record_alone(file, start, is_entry=isinstance(path[1], str))
        if node is not None:
            return node
    root = document_node(file.text)
    return root.find(path) if root else None


def _record_alone(file: ReadFile, start: tuple[int, int], *, is_entry: bool) -> Node | None:
    """Read on from the start of a record only as far as it goes; None where that cannot be told."""
    line, column = start
    offset = file.offset(line, column)
    next_event = _Loader(TextFrom(file.text, offset, column - 1)).get_event
    try:
        next_event()
        next_event()
        event = next_event()
        if event.start_mark.line:
            return None
        spans = _Spans(next_event, file.text, offset - (column - 1))
        if not is_entry:
            return spans.node(event)
        next_event()
        return spans.node(next_event())
    except (yaml.YAMLError, AttributeError):
        return None


class _Spans:
    def __init__(self, next_event: Callable[[], Any], text: str, offset: int) -> None:
        self._next = next_event
        self._text = text
        self._offset = offset

    def node(self, event: Any) -> Node:
        kind = type(event)
        start, end = event.start_mark.index + self._offset, event.end_mark.index + self._offset
        if kind is ScalarEvent:
            style = event.style if event.style in _QUOTES_AND_BLOCKS else ""
            if style in BLOCK_STYLES:
                end = start + len(self._text[start:end].rstrip())
            return Node(start, end, style, event.value)
        if kind is SequenceStartEvent:
            return self._list(Node(start, end, "[" if event.flow_style else ""))
        if kind is MappingStartEvent:
            return self._mapping(Node(start, end, "{" if event.flow_style else "", is_mapping=True))
        return Node(start, end)

    def _list(self, found: Node) -> Node:
        parts: list[Node] = []
        found.parts = parts
        while type(item := self._next()) is not SequenceEndEvent:
            parts.append(self.node(item))
        return self._closed(found, item)

    def _mapping(self, found: Node) -> Node:
        keys: list[Node] = []
        parts: list[Node] = []
        found.keys, found.parts = keys, parts
        while type(item := self._next()) is not MappingEndEvent:
            keys.append(self.node(item))
            parts.append(self.node(self._next()))
        return self._closed(found, item)

    def _closed(self, node: Node, closing: Any) -> Node:
        """Let a collection end at its closing bracket, or without one where its last part ends."""
        if node.style:
            node.end = closing.end_mark.index + self._offset
        elif node.parts:
            node.end = max(node.parts[-1].end, node.keys[-1].end if node.keys else 0)
        return node
