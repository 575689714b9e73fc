"""Accept the wording that challenges attack now, so that a later change is noticed."""

from collections.abc import Collection, Mapping

from argmap.argument_map import ArgumentMap
from argmap.editing.edit import Edit, edit_text, save_edited, set_field
from argmap.files.assembling import Loaded
from argmap.model import Rebuttal
from argmap.rules.shared.fingerprints import fingerprint


class UneditableError(Exception):
    """A file is written in a way that cannot be changed without changing more than is meant.

    Args:
        rebuttal: the id of the rebuttal whose review was to be written.
    """

    def __init__(self, rebuttal: str) -> None:
        super().__init__(f"`{rebuttal}` is written so that `seen` cannot be added safely; add it by hand")
        self.rebuttal = rebuttal


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
        UneditableError: a rebuttal cannot be changed safely; then no file is changed.
        OSError: a file cannot be written.
    """
    planned: dict[str, list[Edit]] = {}
    changed = []
    for one in loaded.map.rebuttals.values():
        now = wording_now(loaded.map, one)
        if one.id in rebuttals and dict(one.seen) != dict(now):
            file, path, _ = loaded.places.records["rebuttals", one.id]
            value = "{" + ", ".join(f"{target}: {mark}" for target, mark in now.items()) + "}"
            edit = set_field(file, path, "seen", value, after="attacks")
            if edit is None or file.text != file.original or edit_text(file.text, [edit]) is None:
                raise UneditableError(one.id)
            planned.setdefault(file.name, []).append(edit)
            changed.append(one.id)
    texts = {name: edit_text(loaded.places.files[name].text, edits) for name, edits in planned.items()}
    for name, text in texts.items():
        if text is None:
            raise UneditableError(changed[0])
        save_edited(loaded.places.files[name], text)
    return changed
