"""``argmap set``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import usage
from argmap.cli.shared.editing import carry_out, editing_options, load_to_edit, one_named, record_named, stop

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.files.yaml.document import Value
    from argmap.model import Record


@click.command("set")
@click.argument("name", shell_complete=complete_names)
@click.argument("settings", metavar="FIELD=VALUE...", nargs=-1, required=True)
@editing_options
def command(name: str, settings: tuple[str, ...], *, dry_run: bool, as_json: bool) -> None:
    r"""Set fields of a statement, person or source; FIELD= takes a field out.

    Fields are called as in the files. Lists are written with commas, names of authors with semicolons; what
    begins with `{` or `[` is read as YAML. NAME `map` means what the map says of itself.

    \b
    Examples:
      argmap set close title="Close the street" tags=traffic,air
      argmap set boris-lorries kind=undermine note=
      argmap set minutes authors="{organization: Town Council}; Lee, Ann"
    """
    from argmap.editing.map_edit import MapEdit
    from argmap.editing.refusal import EditRefusedError
    from argmap.editing.setting import set_fields

    loaded = load_to_edit()
    section, key = ("map", "") if name == "map" else record_named(loaded.map, name)
    record = loaded.map.record(section, key)
    fields = dict(_field(loaded.map, record, one) for one in settings)
    edit = MapEdit(loaded)
    try:
        edit.confirm(set_fields(edit, section, key, fields))
    except EditRefusedError as error:
        stop(str(error))
    told = key or "map"
    carry_out(edit, "set", [told], {"set": told, "fields": fields}, dry_run=dry_run, as_json=as_json)


def _field(argument_map: "ArgumentMap", record: "Record", setting: str) -> "tuple[str, Value]":
    """Read ``field=value``; leave with 2 where there is no such field."""
    from argmap.files.map_text.write_map import field_order
    from argmap.text.nearest import nearest, quoted

    field, sign, value = setting.partition("=")
    if not sign:
        usage(f"`{setting}` is not FIELD=VALUE.")
    known = field_order(type(record))
    if field not in known:
        usage(f"There is no field `{field}`. {quoted(nearest(field, known), 'Did you mean') or _list(known)}")
    if field == "id":
        usage("`argmap rename` gives another id, wherever it stands.")
    if field in {"because", "seen", "origin"} and value:
        usage(
            "`argmap add reason` adds a reason." if field == "because" else f"`{field}` is not set by hand."
        )
    return field, _value(argument_map, record, field, value.strip())


def _list(known: tuple[str, ...]) -> str:
    return f"Known here: {', '.join(known)}."


def _value(argument_map: "ArgumentMap", record: "Record", field: str, value: str) -> "Value":
    """Turn what was typed into the value of a field, with names resolved."""
    from argmap.cli.shared.editing import target_named
    from argmap.cli.shared.values import list_of_names, yaml_value
    from argmap.model import Aim, Citation, Name
    from argmap.queries.find import Thing
    from argmap.references import REFERRING, Named

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
        key = one_named(argument_map, work.strip(), Thing.SOURCE)
        return f"{key}, {locator.strip()}" if comma else key
    if info.default != () and held is not Aim:
        return one_named(argument_map, value, Thing.PERSON) if held is Named.PERSON else value
    items = [item.strip() for item in value.split(",") if item.strip()]
    if held is Aim:
        return [target_named(argument_map, item) for item in items]
    things = {
        Named.PERSON: (Thing.PERSON,),
        Named.SOURCE: (Thing.SOURCE,),
        Named.STATEMENT: (Thing.CLAIM, Thing.REBUTTAL),
    }.get(held if isinstance(held, Named) else Named.TAG)
    return [one_named(argument_map, item, *things) for item in items] if things else [*items]
