"""Where each field of a file stands, worked out only when somebody asks."""

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from argmap.diagnostics import Location

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Marked:
    """A value's place, its key's place where it has one, and its parts."""

    place: Location
    key: Location | None = None
    parts: dict[str | int, "Marked"] = field(default_factory=dict)


def mark_document(text: str, file: str) -> Marked:
    """Find the place of every value in a text that `read_document` has read."""
    next_event = _Loader(text).get_event
    next_event(), next_event()
    return _mark(next_event(), next_event, file)


def find_mark(root: Marked, path: Path) -> tuple[Marked, bool]:
    """Follow a path of keys and list positions as far as it goes.

    Returns:
        The mark, and whether the whole path was found.
    """
    for part in path:
        inner = root.parts.get(part)
        if inner is None:
            return root, False
        root = inner
    return root, True


def _mark(event: Any, next_event: Any, file: str) -> Marked:
    start, end = event.start_mark, event.end_mark
    marked = Marked(Location(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1))
    if isinstance(event, MappingStartEvent):
        _mark_mapping(marked, next_event, file)
    elif isinstance(event, SequenceStartEvent):
        number = 0
        while not isinstance(item := next_event(), SequenceEndEvent):
            marked.parts[number] = _mark(item, next_event, file)
            number += 1
    return marked


def _mark_mapping(marked: Marked, next_event: Any, file: str) -> None:
    while not isinstance(key := next_event(), MappingEndEvent):
        key_mark = _mark(key, next_event, file)
        inner = _mark(next_event(), next_event, file)
        inner.key = key_mark.place
        name = key.value if isinstance(key, ScalarEvent) else ""
        if name not in marked.parts:
            marked.parts[name] = inner
        elif isinstance(inner.parts.get(0), Marked):
            _append_items(marked.parts[name], inner)


def _append_items(first: Marked, more: Marked) -> None:
    """Number the items of a repeated section as the reader does, after those of the first."""
    count = len(first.parts)
    for number, item in enumerate(more.parts.values()):
        first.parts[count + number] = item
