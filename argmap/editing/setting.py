"""Set fields of a record, or take them out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from argmap.argument_map import ArgumentMap
from argmap.editing.fields import set_field
from argmap.editing.intention import Insertion, Intention, value_at
from argmap.editing.map_edit import MapEdit
from argmap.editing.refusal import EditRefusedError
from argmap.files.faults.first_fault import first_fault
from argmap.files.map_text.write_map import field_order
from argmap.files.yaml.document import Value
from argmap.files.yaml.strict_yaml import read_document
from argmap.model import MapInfo, Record


def set_fields(edit: MapEdit, section: str, key: str, fields: Mapping[str, Value]) -> ArgumentMap:
    """Mean fields of a record to have other values.

    Args:
        edit: to which it is added.
        section: the section of the record.
        key: its key or id.
        fields: field, as it is written in files, to its new value; None takes it out.

    Returns:
        The map that is meant.

    Raises:
        EditRefusedError: a value does not fit its field, or the record cannot be without it.
    """
    loaded = edit.loaded
    if section == "map" and (section, key) not in loaded.places.records:
        return _first_info(edit, fields)
    file, path, _ = loaded.places.records[section, key]
    raw: Any = value_at(read_document(file.text, file.name).sections, path)
    record = loaded.map.record(section, key)
    order = field_order(type(record))
    # In the order in which they belong, since those that are new come to stand in the order of being set.
    for field in sorted(fields, key=order.index):
        value = fields[field]
        if value is not None:
            before = order[: order.index(field)]
            edit.of(file.name).add(set_field(file, path, field, value, after=before))
        elif field in raw:
            edit.of(file.name).add(Intention(removed={(*path, field)}, with_comments={(*path, field)}))
    meant = {name: value for name, value in {**raw, **fields}.items() if value is not None}
    return _with(loaded.map, section, key, _valid(type(record), meant))


def _first_info(edit: MapEdit, fields: Mapping[str, Value]) -> ArgumentMap:
    """Mean a map to say something of itself that says nothing yet."""
    given = {field: fields[field] for field in field_order(MapInfo) if fields.get(field) is not None}
    if given:
        if not edit.loaded.places.files:
            raise EditRefusedError(None, "it has no file")
        added = [Insertion(value, field) for field, value in given.items()]
        edit.of(next(iter(edit.loaded.places.files))).inserted["map",] = added
    return _with(edit.loaded.map, "map", "", _valid(MapInfo, given))


def _valid(model: type[Record], meant: Mapping[str, Value]) -> Record:
    try:
        return model.model_validate(meant, by_alias=True, by_name=False)
    except ValidationError as error:
        raise EditRefusedError(None, first_fault(error)) from None


def _with(argument_map: ArgumentMap, section: str, key: str, record: Record) -> ArgumentMap:
    if section == "map":
        return replace(argument_map, info=record)  # type: ignore[arg-type]  # it is of the same model
    records = {**getattr(argument_map, section), key: record}
    changes: dict[str, Any] = {section: records}
    return replace(argument_map, **changes)
