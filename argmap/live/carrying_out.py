"""What a page wishes -> an edit of the map, by the same ways as the commands."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from argmap.argument_map import ArgumentMap
from argmap.editing.adding import add_entry, add_statement, taken_names
from argmap.editing.fields import set_field
from argmap.editing.intention import Insertion, Intention, value_at
from argmap.editing.map_edit import MapEdit
from argmap.editing.naming import new_id, person_key, source_key
from argmap.editing.new_names import new_names, taken, unfit
from argmap.editing.reasons import add_reason
from argmap.editing.removal import map_without, mean_removal, owned, plan_removal, referrers
from argmap.editing.renaming import rename
from argmap.editing.setting import set_fields
from argmap.files.assembling import Loaded
from argmap.files.faults.first_fault import first_fault
from argmap.files.settings import find_settings, read_settings
from argmap.files.yaml.document import Value
from argmap.files.yaml.strict_yaml import read_document
from argmap.live.wishes import (
    AddClaim,
    AddReason,
    AddRebuttal,
    AddTarget,
    Remove,
    Rename,
    SetFields,
    Undo,
    Wish,
)
from argmap.model import Claim, Marker, Person, Rebuttal, Record, Source
from argmap.queries.find import Thing, find, suggest
from argmap.rules.engine.renamed_baseline import baseline_after
from argmap.text.lists import first_few
from argmap.text.nearest import quoted

_Record = TypeVar("_Record", bound=Record)

_MOST_NAMED: Final = 5


class WishRefusedError(Exception):
    """A wish cannot be carried out as it is; the message says why.

    Args:
        message: why.
        remedy: the name of what makes it possible, if it is set in the wish: `create` or `cascade`.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


def carry_out(loaded: Loaded, wish: Wish) -> tuple[MapEdit, str]:
    """Make the edit that a wish asks for.

    Args:
        loaded: the map, without errors.
        wish: what is asked for.

    Returns:
        The edit, which is not written yet, and the id of the statement that it is about.

    Raises:
        WishRefusedError: a name means nothing, or something is missing.
        EditRefusedError: the map cannot be changed so.
    """
    edit = MapEdit(loaded)
    return edit, _WAYS[type(wish)](edit, wish)


def _claim(edit: MapEdit, wish: AddClaim) -> str:
    claim = _checked(Claim, _fields(edit, wish))
    add_statement(edit, claim)
    if wish.supports:
        add_reason(edit, _known(edit.loaded.map, wish.supports), [claim.id], {})
    return claim.id


def _rebuttal(edit: MapEdit, wish: AddRebuttal) -> str:
    target = _target(edit.loaded.map, wish.attacks)
    rebuttal = _checked(Rebuttal, {**_fields(edit, wish), "attacks": [target], "kind": wish.kind})
    add_statement(edit, rebuttal)
    return rebuttal.id


def _fields(edit: MapEdit, wish: AddClaim | AddRebuttal) -> dict[str, Any]:
    """Give the fields of a new statement, with all names resolved."""
    if not wish.text.strip() and not wish.title.strip():
        raise WishRefusedError("Say it in a sentence.")
    fields: dict[str, Any] = {
        name: said for name in ("title", "text", "quote") if (said := getattr(wish, name).strip())
    }
    if wish.by.strip():
        fields["by"] = _person(edit, wish.by.strip(), create=wish.create)
    if wish.source.strip():
        fields["source"] = _citation(edit, wish.source, create=wish.create)
    if wish.tags:
        fields["tags"] = list(wish.tags)
    said = fields.get("title") or fields["text"]
    return {**fields, "id": new_id(fields.get("by"), said, taken_names(edit.loaded))}


def _reason(edit: MapEdit, wish: AddReason) -> str:
    conclusion = _known(edit.loaded.map, wish.conclusion)
    premises = [_known(edit.loaded.map, name) for name in wish.premises]
    steps = edit.loaded.map.statements[conclusion].because
    if any(set(step.premises) == set(premises) for step in steps):
        raise WishRefusedError("It is a reason for that already.")
    if conclusion in premises:
        raise WishRefusedError("Nothing is a reason for itself.")
    add_reason(edit, conclusion, premises, {})
    return conclusion


def _aim(edit: MapEdit, wish: AddTarget) -> str:
    found = edit.loaded.map
    if wish.rebuttal not in found.rebuttals:
        raise WishRefusedError("Only a challenge or a reply attacks: answer it with a new one.")
    target = _target(found, wish.attacks)
    if target in found.rebuttals[wish.rebuttal].attacks:
        raise WishRefusedError("It attacks that already.")
    file, path, _ = edit.loaded.places.records["rebuttals", wish.rebuttal]
    present: Any = value_at(read_document(file.text, file.name).sections, (*path, "attacks"))
    edit.of(file.name).add(
        Intention(inserted={(*path, "attacks"): [Insertion(target)]})
        if isinstance(present, list)
        else set_field(file, path, "attacks", [present, target], after=("id", "by"))
    )
    return wish.rebuttal


def _set(edit: MapEdit, wish: SetFields) -> str:
    key = _known(edit.loaded.map, wish.name)
    section = "claims" if key in edit.loaded.map.claims else "rebuttals"
    fields: dict[str, Value] = {
        field: _value(edit, field, value, create=wish.create) for field, value in wish.fields.items()
    }
    meant = set_fields(edit, section, key, fields)
    if not wish.create:
        edit.confirm(meant)
    return key


def _value(edit: MapEdit, field: str, value: str | tuple[str, ...], *, create: bool) -> Value:
    if not isinstance(value, str):
        return [*value] or None
    said = value.strip()
    if not said:
        return None
    if field == "by":
        return _person(edit, said, create=create)
    if field == "source" or field in set(Marker):
        place = _citation(edit, said, create=create)
        return ", ".join(filter(None, (place["work"], place["locator"])))
    return said


def _rename(edit: MapEdit, wish: Rename) -> str:
    new = wish.new.strip()
    key = _known(edit.loaded.map, wish.name)
    if why := unfit("statement", new) or taken(edit.loaded.map, "statement", new):
        raise WishRefusedError(f"{why[:1].upper()}{why[1:]}.")
    after = edit.confirm(rename(edit, new_names("statement", key, new)))
    try:
        change = baseline_after(edit.loaded, after, read_settings(find_settings(edit.loaded.folder)))
    except (OSError, ValueError):
        return new
    if change:
        edit.also(*change)
    return new


def _remove(edit: MapEdit, wish: Remove) -> str:
    found = edit.loaded.map
    gone = owned(found, _known(found, wish.name))
    inside = {name for _, name in gone}
    needing = dict.fromkeys(one.key or "map" for one in referrers(found, gone) if one.key not in inside)
    if needing and not wish.cascade:
        named = first_few([f"“{_label(found, key)}”" for key in needing], _MOST_NAMED)
        raise WishRefusedError(
            f"It is named by {named}. What cannot be without it goes as well; the others no longer name it.",
            "cascade",
        )
    removal = plan_removal(found, gone)
    mean_removal(edit, removal)
    edit.confirm(map_without(found, removal))
    return wish.name


def _label(found: ArgumentMap, key: str) -> str:
    return found.statements[key].label if key in found.statements else key


def _known(found: ArgumentMap, name: str) -> str:
    if name in found.statements:
        return name
    keys = [match.id for thing in (Thing.CLAIM, Thing.REBUTTAL) for match in find(found, name, thing)]
    if len(keys) != 1:
        near = quoted(keys[:3] or suggest(found, name), "Did you mean")
        raise WishRefusedError(f"No statement is called `{name}`. {near}".strip())
    return keys[0]


def _target(found: ArgumentMap, name: str) -> str:
    return name if name in found.inferences or name in found.named_attacks else _known(found, name)


def _person(edit: MapEdit, name: str, *, create: bool) -> str:
    return _found_or_made(edit, Thing.PERSON, name, create=create)


def _citation(edit: MapEdit, said: str, *, create: bool) -> dict[str, str | None]:
    work, _, locator = said.partition(",")
    key = _found_or_made(edit, Thing.SOURCE, work.strip(), create=create)
    return {"work": key, "locator": locator.strip() or None}


def _found_or_made(edit: MapEdit, thing: Thing, name: str, *, create: bool) -> str:
    """Find the person or work that a name means, or add one where that is asked for."""
    found = edit.loaded.map
    keys = [match.id for match in find(found, name, thing)]
    if name in keys or len(keys) == 1:
        return name if name in keys else keys[0]
    if keys:
        raise WishRefusedError(f"`{name}` means several: {first_few(keys, _MOST_NAMED)}.")
    if not create:
        near = quoted(suggest(found, name, thing)[:3], "Did you mean")
        raise WishRefusedError(f"The map has no {thing.value} `{name}`. {near}".strip(), "create")
    is_person = thing is Thing.PERSON
    key = person_key(name, found.people) if is_person else source_key(name, found.sources)
    add_entry(edit, key, _checked(Person, {"name": name}) if is_person else _checked(Source, {"title": name}))
    return key


def _checked(model: type[_Record], fields: Mapping[str, Any]) -> _Record:
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        why = first_fault(error)
        raise WishRefusedError(f"{why[:1].upper()}{why[1:]}.") from None


def _nothing(_: MapEdit, wish: Undo) -> str:
    raise WishRefusedError(f"`{wish.do}` is not an edit.")


_WAYS: Final[Mapping[type[Wish], Callable[[MapEdit, Any], str]]] = {
    AddClaim: _claim,
    AddRebuttal: _rebuttal,
    AddReason: _reason,
    AddTarget: _aim,
    SetFields: _set,
    Rename: _rename,
    Remove: _remove,
    Undo: _nothing,
}
