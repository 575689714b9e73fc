"""Accept the wording that challenges attack now, so that a later change is noticed."""

from collections.abc import Collection, Mapping

from argmap.argument_map import ArgumentMap
from argmap.editing.fields import set_field
from argmap.editing.intention import Insertion, Intention
from argmap.editing.map_edit import MapEdit
from argmap.files.assembling import Loaded
from argmap.files.yaml.marks import Path
from argmap.files.yaml.places import ReadFile
from argmap.model import Rebuttal
from argmap.rules.shared.fingerprints import fingerprint


def wording_now(argument_map: ArgumentMap, rebuttal: Rebuttal) -> Mapping[str, str]:
    """Give the fingerprint of everything that a rebuttal attacks, by the id that it names."""
    found = {target: fingerprint(argument_map, rebuttal, target) for target in rebuttal.attacks}
    return {target: mark for target, mark in found.items() if mark}


def review(loaded: Loaded, rebuttals: Collection[str]) -> list[str]:
    """Write into rebuttals the fingerprints of what they attack now.

    Args:
        loaded: the map as it was read.
        rebuttals: the ids of those that somebody has read again.

    Returns:
        The ids of those that were changed, in the order of the map.

    Raises:
        EditRefusedError: a file cannot be changed safely; then no file is changed.
        OSError: a file cannot be written; then none is.
    """
    edit = MapEdit(loaded)
    changed = plan_review(edit, rebuttals)
    edit.write()
    return changed


def plan_review(edit: MapEdit, rebuttals: Collection[str]) -> list[str]:
    """Mean rebuttals to hold the fingerprints of what they attack now.

    Args:
        edit: to which it is added.
        rebuttals: the ids of those that somebody has read again.

    Returns:
        The ids of those that change, in the order of the map.
    """
    loaded = edit.loaded
    changed = []
    for one in loaded.map.rebuttals.values():
        now = wording_now(loaded.map, one)
        if one.id in rebuttals and dict(one.seen) != dict(now):
            file, path, _ = loaded.places.records["rebuttals", one.id]
            edit.of(file.name).add(_seen(one, file, path, now))
            changed.append(one.id)
    return changed


def _seen(rebuttal: Rebuttal, file: ReadFile, record: Path, now: Mapping[str, str]) -> Intention:
    """Mean the field `seen` to hold what is attacked now; entries that stay keep their comments."""
    path = (*record, "seen")
    if not rebuttal.seen:
        return set_field(file, record, "seen", {**now}, after=("attacks",))
    return Intention(
        values={(*path, name): mark for name, mark in now.items() if name in rebuttal.seen},
        removed={(*path, name) for name in rebuttal.seen if name not in now},
        inserted={path: [Insertion(mark, name) for name, mark in now.items() if name not in rebuttal.seen]},
    )
