"""From what an edit is to change to the characters that change."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from argmap.editing.inserting import insert_parts
from argmap.editing.intention import Insertion, Intention, section_rank
from argmap.editing.lines import column_of
from argmap.editing.nodes import Node, document_node, record_node
from argmap.editing.plan import Change, Plan
from argmap.editing.refusal import EditRefusedError
from argmap.editing.removing import remove_parts, remove_sections
from argmap.editing.written import block_entry, flow_value, newline_of, replaced_text
from argmap.files.map_text.yaml_scalars import inline
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile

_RECORD: Final = 2
"""The length of a record's path."""


def plan_changes(file: ReadFile, intention: Intention) -> Plan:
    """Work out which characters are to change; the rest of the file stays as it is.

    Args:
        file: the file as it was read.
        intention: what is to change.

    Raises:
        EditRefusedError: the file is written in a way that forbids one of them.
    """
    return _Planner(file, intention).plan()


class _Planner:
    def __init__(self, file: ReadFile, intention: Intention) -> None:
        self._file = file
        self._intention = intention
        self._known: dict[Path, Node | None] = {}

    def plan(self) -> Plan:
        removals = list(self._removals())
        changes = [*self._values(), *self._keys(), *self._insertions(), *self._intention.comments]
        changes += [change for change, _ in removals]
        dropped = tuple((change.start, change.end) for change, is_whole in removals if is_whole)
        return Plan(_disjoint(changes), dropped)

    def _node(self, path: Path) -> Node:
        """Find a value; inside a record only that record is looked at."""
        head = path[:_RECORD] if len(path) >= _RECORD and path[0] != "map" else ()
        if head not in self._known:
            self._known[head] = record_node(self._file, head) if head else document_node(self._file.text)
        root = self._known[head]
        found = root.find(path[len(head) :]) if root else None
        if found is None:
            raise EditRefusedError(self._file, f"`{path[-1] if path else 'the map'}` is not where it was")
        return found

    def _whole(self, path: Path) -> Node:
        """Find a value by way of the whole document, as for what surrounds records."""
        if () not in self._known:
            self._known[()] = document_node(self._file.text)
        root = self._known[()]
        found = root.find(path) if root else None
        if found is None:
            raise EditRefusedError(self._file, "the file has no such section")
        return found

    def _is_in_brackets(self, path: Path) -> bool:
        starts = self._file.starts.get(str(path[0])) if path else None
        if starts is not None and starts.in_brackets:
            return True
        return any(self._node(path[:length]).style for length in range(_RECORD, len(path)))

    def _values(self) -> Iterator[Change]:
        for path, new in self._intention.values.items():
            node = self._node(path)
            flow = self._is_in_brackets(path)
            if node.text is None or not isinstance(new, str):
                yield self._collection(path, node, new, flow=flow)
            elif node.start == node.end:
                yield Change(node.start, node.end, " " + inline(new, flow=flow))
            else:
                yield Change(node.start, node.end, replaced_text(self._file, node, new, flow=flow))

    def _collection(self, path: Path, node: Node, new: Value, *, flow: bool) -> Change:
        """Replace a value by a list or mapping, or such by a text: behind its key or below it, as it fits."""
        field = path[-1]
        holder = None if flow or len(path) <= _RECORD else self._node(path[:-1])
        at = holder.position(field) if holder else None
        if holder is None or at is None or isinstance(field, int):
            return Change(node.start, node.end, _padded(self._file, node, new))
        key = holder.keys[at]
        between = self._file.text[key.end : node.start]
        if "#" in between or between.strip() != ":":
            return Change(node.start, node.end, _padded(self._file, node, new))
        column = column_of(self._file, key.start)
        first, *rest = block_entry(field, new, column)
        lines = [first[len(inline(field)) :], *(" " * column + line if line else "" for line in rest)]
        return Change(key.end, node.end, newline_of(self._file).join(lines))

    def _keys(self) -> Iterator[Change]:
        for path, new in self._intention.keys.items():
            holder = self._whole(path[:-1]) if len(path) <= _RECORD else self._node(path[:-1])
            at = holder.position(path[-1])
            if at is None:
                raise EditRefusedError(self._file, f"`{path[-1]}` is not where it was")
            key = holder.keys[at]
            flow = bool(holder.style) or self._is_in_brackets(path[:-1])
            yield Change(key.start, key.end, replaced_text(self._file, key, new, flow=flow))

    def _removals(self) -> Iterator[tuple[Change, bool]]:
        """Give the changes, each with whether the comments in it go as well."""
        grouped: dict[Path, set[str | int]] = {}
        for path in self._intention.removed:
            grouped.setdefault(path[:-1], set()).add(path[-1])
        for path, parts in grouped.items():
            holder = self._whole(path) if len(path) < _RECORD else self._node(path)
            at = sorted(position for part in parts if (position := holder.position(part)) is not None)
            if len(at) < len(parts):
                raise EditRefusedError(self._file, f"`{min(map(str, parts))}` is not where it was")
            if not path:
                yield from ((change, True) for change in remove_sections(self._file, holder, at))
                continue
            whole = all((*path, part) in self._intention.with_comments for part in parts)
            for change in remove_parts(self._file, holder, at, with_comments=whole):
                yield change, whole

    def _insertions(self) -> list[Change]:
        # What is put at the end of a record comes before what is put behind the record.
        innermost_first = sorted(
            self._intention.inserted.items(), key=lambda item: (-len(item[0]), section_rank(str(item[0][0])))
        )
        is_empty = not self._file.text.strip()
        found: list[Change] = []
        for path, insertions in innermost_first:
            changes = self._inserted(path, insertions, max((one.start for one in found), default=0))
            if is_empty and found:
                changes = (replace(one, text=newline_of(self._file) + one.text) for one in changes)
            found += changes
        return found

    def _inserted(self, path: Path, insertions: Sequence[Insertion], beyond: int) -> Iterator[Change]:
        if len(path) >= _RECORD:
            yield from insert_parts(self._file, self._node(path), insertions)
            return
        if () not in self._known:
            self._known[()] = document_node(self._file.text)
        root = self._known[()]
        holder = root.find(path) if root else None
        yield from insert_parts(
            self._file, holder, insertions, section=str(path[0]), root=root, beyond=beyond
        )


def _padded(file: ReadFile, node: Node, new: Value) -> str:
    """Write a value in brackets, and a blank before it where it stands directly behind a colon."""
    written = flow_value(new)
    return written if node.start and file.text[node.start - 1] in " \t\n\r[{," else f" {written}"


def _disjoint(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes, at one place in the order in which they are given; of equal ones keep one.

    Raises:
        EditRefusedError: two overlap.
    """
    found: list[Change] = []
    for change in sorted(dict.fromkeys(changes), key=lambda change: (change.start, change.end)):
        if found and change.start < found[-1].end:
            raise EditRefusedError(None, "two changes touch the same words")
        found.append(change)
    return tuple(found)
