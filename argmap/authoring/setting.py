"""Setting fields of a record to values as they are typed."""

from collections.abc import Mapping

from argmap.authoring.change import Change
from argmap.authoring.names import Names
from argmap.authoring.refusals import UnfitRequestError
from argmap.authoring.values import list_of_names, yaml_value
from argmap.editing.map_edit import MapEdit
from argmap.editing.setting import set_fields
from argmap.files.assembling import Loaded
from argmap.files.map_text.write_map import field_order
from argmap.files.yaml.document import Value
from argmap.model import Aim, Citation, Name, Record
from argmap.queries.find import Thing
from argmap.references import REFERRING, Named
from argmap.text.nearest import nearest, quoted


def set_change(loaded: Loaded, names: Names, name: str, settings: Mapping[str, str]) -> Change:
    """Work out new values of fields.

    Args:
        loaded: the map.
        names: tells what names mean.
        name: what the record is called; `map` for what the map says of itself.
        settings: field, as it is called in the files, to its value as it is typed; an empty one takes the
            field out.

    Raises:
        NoMatchError: a name means nothing.
        UnfitRequestError: there is no such field, or it is not set so.
        EditRefusedError: a value does not fit its field, or the record cannot be without it.
    """
    section, key = ("map", "") if name == "map" else names.record(name)
    record = loaded.map.record(section, key)
    fields = {field: _value_of(names, record, field, value) for field, value in settings.items()}
    edit = MapEdit(loaded)
    edit.confirm(set_fields(edit, section, key, fields))
    told = key or "map"
    return Change("set", edit, (told,), {"set": told, "fields": fields})


def _value_of(names: Names, record: Record, field: str, value: str) -> Value:
    """Read the value of a field."""
    known = field_order(type(record))
    if field not in known:
        near = quoted(nearest(field, known), "Did you mean") or f"Known here: {', '.join(known)}."
        raise UnfitRequestError(f"There is no field `{field}`. {near}")
    if field == "id":
        raise UnfitRequestError("`argmap rename` gives another id, wherever it stands.")
    if field in {"because", "seen", "origin"} and value:
        raise UnfitRequestError(
            "`argmap add reason` adds a reason." if field == "because" else f"`{field}` is not set by hand."
        )
    return _value(names, record, field, value.strip())


def _value(names: Names, record: Record, field: str, value: str) -> Value:
    """Turn what was typed into the value of a field, with names resolved."""
    if not value:
        return None
    name, info = next((n, i) for n, i in type(record).model_fields.items() if field in {n, i.alias})
    held = REFERRING[type(record)].get(name)
    if held is Name:
        return list_of_names(value)
    if value[0] in "{[":
        return yaml_value(value)
    if held is Citation:
        work, comma, locator = value.partition(",")
        key = names.one(work.strip(), Thing.SOURCE)
        return f"{key}, {locator.strip()}" if comma else key
    if info.default != () and held is not Aim:
        return names.one(value, Thing.PERSON) if held is Named.PERSON else value
    items = [item.strip() for item in value.split(",") if item.strip()]
    if held is Aim:
        return [names.target(item) for item in items]
    things = {
        Named.PERSON: (Thing.PERSON,),
        Named.SOURCE: (Thing.SOURCE,),
        Named.STATEMENT: (Thing.CLAIM, Thing.REBUTTAL),
    }.get(held if isinstance(held, Named) else Named.TAG)
    return [names.one(item, *things) for item in items] if things else [*items]
