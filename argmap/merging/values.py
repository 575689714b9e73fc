"""What a merged file has to say: the values of three versions to one, by record and field."""

from collections.abc import Collection, Hashable, Mapping
from typing import Final

from argmap.files.yaml.document import Value

Path = tuple[Hashable, ...]
Sections = Mapping[str, Value]
Keyed = dict[str, object]

SETS: Final = frozenset({"tags", "aka", "members", "restates"})
"""Fields that are lists of things in any order, to which both sides can add."""

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


def merged(base: object, ours: object, theirs: object, settled: Collection[Path], path: Path = ()) -> object:
    """Merge values; None stands for what is not there.

    Args:
        base: as it was.
        ours: our version.
        theirs: the other version.
        settled: paths of which our version says already what is meant.
        path: where it stands.

    Raises:
        ClashError: both sides changed the same otherwise.
    """
    if path in settled or theirs in (ours, base):
        return ours
    if base == ours:
        return theirs
    if len(path) < _DEPTH and isinstance(ours, dict) and isinstance(theirs, dict):
        old = base if isinstance(base, dict) else {}
        found = {
            key: merged(old.get(key), ours.get(key), theirs.get(key), settled, (*path, key))
            for key in dict.fromkeys((*ours, *theirs))
        }
        return {
            key: value for key, value in found.items() if value is not None or _is_empty(key, ours, theirs)
        }
    raise ClashError


def _is_empty(key: str, ours: Mapping[str, object], theirs: Mapping[str, object]) -> bool:
    """Tell whether a key is there on both sides and says nothing."""
    return key in ours and key in theirs


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
