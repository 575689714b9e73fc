"""What an edit is to change, in terms of values: from it follow the map that is meant and the new text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.editing.plan import Change
from argmap.files.yaml.document import Value
from argmap.files.yaml.marks import Path

_ORDER: Final = ("map", "people", "sources", "claims", "rebuttals")
"""The order of the sections in a file."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A new item of a list, or a new entry of a mapping.

    Args:
        value: what it holds.
        key: the key of an entry; None for an item.
        after: the key or position behind which it is put; None for the end.
        lines: the value as it shall be written, without indentation; by default the plainest form.
        comments: lines of comments that come before it.
    """

    value: Value
    key: str | None = None
    after: str | int | None = None
    lines: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass
class Intention:
    """The changes that are meant in one file; paths are those before any of them.

    Args:
        values: path of a value to its new one.
        keys: path of an entry of a mapping to its new key.
        removed: paths of items and entries that go.
        inserted: path of a list or mapping to what is put into it.
        comments: changes within comments.
        with_comments: those of the removed that take the comments in them along, and those directly above.
    """

    values: dict[Path, Value] = field(default_factory=dict)
    keys: dict[Path, str] = field(default_factory=dict)
    removed: set[Path] = field(default_factory=set)
    inserted: dict[Path, list[Insertion]] = field(default_factory=dict)
    comments: set[Change] = field(default_factory=set)
    with_comments: set[Path] = field(default_factory=set)

    def __bool__(self) -> bool:
        """Tell whether anything is to be changed."""
        return bool(self.values or self.keys or self.removed or self.inserted or self.comments)

    def add(self, other: "Intention") -> None:
        """Take up what another intention for the same file means."""
        self.values |= other.values
        self.keys |= other.keys
        self.removed |= other.removed
        self.comments |= other.comments
        self.with_comments |= other.with_comments
        for path, insertions in other.inserted.items():
            self.inserted[path] = [*self.inserted.get(path, ()), *insertions]

    @property
    def paths(self) -> set[Path]:
        """The paths at which values, keys or parts change."""
        return {*self.values, *self.keys, *self.removed, *self.inserted}

    def applied(self, sections: Mapping[str, Value]) -> dict[str, Value]:
        """Give the values that are meant.

        Args:
            sections: the values before, which stay as they are.
        """
        prefixes = {path[:length] for path in self.paths for length in range(len(path) + 1)}
        begun = dict(sections)
        for name in [str(path[0]) for path in self.inserted if len(path) == 1 and path[0] not in sections]:
            begun = _with_section(begun, name)
        changed = self._applied(begun, (), prefixes)
        assert isinstance(changed, dict)  # noqa: S101 — for the type checker: sections are a mapping
        return changed

    def _applied(self, value: Value, path: Path, prefixes: set[Path]) -> Value:
        if path in self.values:
            return self.values[path]
        if path not in prefixes:
            return value
        inserted = self.inserted.get(path, ())
        if isinstance(value, dict) or (value is None and any(one.key is not None for one in inserted)):
            return self._mapping(value or {}, path, prefixes)
        if isinstance(value, list) or (value is None and inserted):
            return self._list(value or [], path, prefixes)
        return value

    def _mapping(self, value: Mapping[str, Value], path: Path, prefixes: set[Path]) -> Value:
        found: dict[str, Value] = {}
        pending = list(self.inserted.get(path, ()))
        for key, inner in value.items():
            here = (*path, key)
            if here not in self.removed:
                found[self.keys.get(here, key)] = self._applied(inner, here, prefixes)
            for one in [one for one in pending if one.after == key]:
                pending.remove(one)
                found[str(one.key)] = one.value
        found.update({str(one.key): one.value for one in pending})
        return found

    def _list(self, value: list[Value], path: Path, prefixes: set[Path]) -> Value:
        found: list[Value] = []
        pending = list(self.inserted.get(path, ()))
        for number, inner in enumerate(value):
            here = (*path, number)
            if here not in self.removed:
                found.append(self._applied(inner, here, prefixes))
            for one in [one for one in pending if one.after == number]:
                pending.remove(one)
                found.append(one.value)
        return [*found, *(one.value for one in pending)]


def section_rank(name: str) -> int:
    """Give the position of a section among all that a file can have."""
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def section_behind(present: Iterable[str], name: str) -> str | None:
    """Name the section before which one is begun that a file does not have; None for the end of the file.

    Args:
        present: the sections that it has, in their order.
        name: the new one.
    """
    later = _ORDER[_ORDER.index(name) + 1 :] if name in _ORDER else ()
    return next((other for other in present if other in later), None)


def _with_section(sections: Mapping[str, Value], name: str) -> dict[str, Value]:
    behind = section_behind(sections, name)
    found: dict[str, Value] = {}
    for other, value in sections.items():
        if other == behind:
            found[name] = None
        found[other] = value
    return found if name in found else {**found, name: None}


def value_at(sections: Mapping[str, Value], path: Path) -> Any:  # noqa: ANN401 — whatever stands there
    """Give what stands at a path; None where there is nothing.

    Args:
        sections: the values of a file.
        path: keys and list positions.
    """
    value: Any = sections
    for part in path:
        if isinstance(value, dict):
            value = value.get(str(part))
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
