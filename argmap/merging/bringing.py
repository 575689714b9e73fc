"""What is merged by its values, not as text: records in brackets, sets, and reasons that both sides added."""

from collections.abc import Collection, Mapping, Sequence

from argmap.editing.fields import set_field
from argmap.editing.intention import Insertion, Intention
from argmap.editing.map_edit import MapEdit
from argmap.files.yaml.document import Value
from argmap.merging.reasons import FIELD, appended
from argmap.merging.values import SETS, Path, merged_set
from argmap.merging.version import Version
from argmap.model import Claim, Rebuttal


def with_reasons_behind_ours(old: Version, our: Version, their: Version) -> tuple[Version, dict[str, str]]:
    """Give the steps that they added the numbers that these have behind those that we added."""
    moved: dict[str, str] = {}
    cut = our.cut() & their.cut()
    for section, key, record in their.records():
        both = appended(*(one.value(section, key, FIELD) for one in (old, our, their)))
        if both is None or not isinstance(record, Claim | Rebuttal):
            continue
        if FIELD not in (_fields_to_bring(old, our, their, (section, key), cut) or ()):
            continue
        for number, new in both.numbers.items():
            name = f"{key}/{number}"
            if number != new and record.because[number - 1].id == name:
                moved[name] = f"{key}/{new}"
    return their.renamed(moved), moved


def with_values(old: Version, our: Version, their: Version) -> tuple[Version, set[Path]]:
    """Bring into our text what is merged by its values: records in brackets, sets, and new reasons."""
    edit, settled = MapEdit(our.loaded), set[Path]()
    cut = our.cut() & their.cut()
    for section, key in our.loaded.places.records:
        three = [one.value(section, key) for one in (old, our, their)]
        if section == "map" or three[2] is None or three[0] in three[1:] or three[1] == three[2]:
            continue
        fields = _fields_to_bring(old, our, their, (section, key), cut)
        if fields is None:
            continue
        _mean(edit, section, key, fields, three)
        settled |= {(section, key, name) for name in fields} if (section, key) in cut else {(section, key)}
    return our.edited(edit), settled


def _fields_to_bring(
    old: Version, our: Version, their: Version, record: tuple[str, str], cut: Collection[Path]
) -> dict[str, Value] | None:
    """Find the fields of our version of a record that are to have other values.

    Args:
        old: the version from which both come.
        our: our version.
        their: the other version.
        record: the section and the key of the record.
        cut: the records of which only lists that both changed are merged so; of others all fields are.

    Returns:
        Field to its new value, None where it goes; None where both changed the same.
    """
    values = (one.value(*record) for one in (old, our, their))
    before, mine, yours = (one if isinstance(one, dict) else {} for one in values)
    found: dict[str, Value] = {}
    for name in dict.fromkeys((*mine, *yours, *before)):
        was, ours, theirs = before.get(name), mine.get(name), yours.get(name)
        if theirs in (was, ours):
            continue
        if ours == was:
            if record not in cut:
                found[name] = theirs
            continue
        both = _both(name, was, ours, theirs)
        if both is not None and their.comments(*record, name) <= old.comments(*record, name):
            found[name] = both
        elif record not in cut:
            return None
    return found


def _both(name: str, was: object, our: object, their: object) -> list[Value] | None:
    """Merge a list that both sides changed; None where that cannot be."""
    if name == FIELD:
        reasons = appended(was, our, their)
        return reasons.values if reasons else None
    return merged_set(was, our, their) if name in SETS else None


def _mean(
    edit: MapEdit, section: str, key: str, fields: Mapping[str, Value], three: Sequence[object]
) -> None:
    """Mean fields to have other values; those that are new come behind what they follow there."""
    mine, yours = (one if isinstance(one, dict) else {} for one in three[1:])
    file, path, _ = edit.loaded.places.records[section, key]
    order = list(yours)
    for name, value in fields.items():
        there = mine.get(name)
        if value is None:
            edit.of(file.name).removed.add((*path, name))
        elif isinstance(value, list) and isinstance(there, list) and value[: len(there)] == there:
            # What is there stays as it is written.
            more = [Insertion(one) for one in value[len(there) :]]
            edit.of(file.name).add(Intention(inserted={(*path, name): more}))
        else:
            before = tuple(order[: order.index(name)]) if name in order else ()
            edit.of(file.name).add(set_field(file, path, name, value, after=before))
