"""What a merged file has to say: the values of three versions to one, by record and field."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.files.yaml.document import Value

Path = tuple[Hashable, ...]
Sections = Mapping[str, Value]
Keyed = dict[str, object]

SETS: Final = frozenset({"tags", "aka", "members", "restates"})
"""Fields that are lists of things in any order, to which both sides can add."""

GONE: Final = object()
"""Stands for what is not there, which an empty value is."""

_DEPTH: Final = 3


class ClashError(Exception):
    """Both sides changed the same otherwise."""


class NamelessError(Exception):
    """A record has no id by which it could be told from others."""


def keyed(sections: Sections) -> Keyed:
    """Give the values of a file with the records of its lists by their ids.

    Raises:
        NamelessError: a record has none, or two have the same.
    """
    return {name: _by_id(value) if isinstance(value, list) else value for name, value in sections.items()}


def _by_id(items: list[Value]) -> Keyed:
    found: Keyed = {}
    for item in items:
        name = item.get("id") if isinstance(item, dict) else None
        if not isinstance(name, str) or name in found:
            raise NamelessError
        found[name] = item
    return found


@dataclass(frozen=True)
class ValueMerger:
    """Merges values as the texts are merged.

    Args:
        chosen: for paths at which both sides count, which one is taken: 0 for ours, 1 for theirs.
    """

    chosen: Mapping[Path, int]

    @cached_property
    def _above(self) -> set[Path]:
        return {path[:length] for path in self.chosen for length in range(len(path))}

    def merge(self, base: object, ours: object, theirs: object, path: Path = ()) -> object:
        """Merge values, of which `GONE` stands for what is not there.

        Args:
            base: as it was.
            ours: our version.
            theirs: the other version.
            path: where it stands.

        Raises:
            ClashError: both sides changed the same otherwise.
        """
        if path in self.chosen:
            return (ours, theirs)[self.chosen[path]]
        if path not in self._above:
            if theirs in (ours, base):
                return ours
            if base == ours:
                return theirs
        if len(path) >= _DEPTH or not (isinstance(ours, dict) and isinstance(theirs, dict)):
            raise ClashError
        old = base if isinstance(base, dict) else {}
        found = {}
        for key in dict.fromkeys((*ours, *theirs)):
            was, our, their = (one.get(key, GONE) for one in (old, ours, theirs))
            value = self.merge(was, our, their, (*path, key))
            if value is not GONE:
                found[key] = value
        return found


def merged_set(base: object, ours: object, theirs: object) -> list[Value] | None:
    """Merge lists whose order says nothing: what either side added or took out; None where they are none."""
    lists = [_as_list(one) for one in (base, ours, theirs)]
    if any(one is None for one in lists):
        return None
    old, our, their = ([*one] for one in lists if one is not None)
    kept = [one for one in our if one in their or one not in old]
    return [*kept, *(one for one in their if one not in old and one not in kept)]


def _as_list(value: object) -> list[Value] | None:
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else None
