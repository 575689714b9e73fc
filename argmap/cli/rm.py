"""``argmap rm``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import UNUSABLE
from argmap.cli.shared.editing import carry_out, editing_options, load_to_edit, one_named, stop
from argmap.cli.shared.saying import note, say

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.editing.removal import Gone
    from argmap.files.assembling import Loaded

_MOST = 20


@click.command("rm")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=complete_names)
@click.option("--cascade", is_flag=True, help="Take along what refers to them.")
@editing_options
def command(names: tuple[str, ...], *, cascade: bool, dry_run: bool, as_json: bool) -> None:
    r"""Take statements, inferences, people, sources or tags out of the map.

    What something else refers to stays, and what refers to it is listed. With --cascade inferences and
    attacks that cannot be without it go as well, and a rebuttal with its last attack; of people, sources and
    tags only the mention goes. A comment directly above a record goes with it.

    \b
    Examples:
      argmap rm boris-lorries-must-get
      argmap rm close --cascade --dry-run
    """
    from argmap.editing.map_edit import MapEdit
    from argmap.editing.refusal import EditRefusedError
    from argmap.editing.removal import map_without, mean_removal, plan_removal

    loaded = load_to_edit()
    gone = {one for name in names for one in _meant(loaded.map, name)}
    if not cascade:
        _refuse_while_needed(loaded, gone)
    removal = plan_removal(loaded.map, gone)
    edit = MapEdit(loaded)
    mean_removal(edit, removal)
    try:
        edit.confirm(map_without(loaded.map, removal))
    except EditRefusedError as error:
        stop(str(error))
    removed = [key for section, key in loaded.places.records if (section, key) in removal.records]
    told = removed or sorted(name for _, name in gone)
    carry_out(edit, "rm", told, {"removed": told}, dry_run=dry_run, as_json=as_json)


def _meant(argument_map: "ArgumentMap", name: str) -> "set[Gone]":
    """Find what a name means, with what belongs to it; leave where that is nothing, or several things."""
    from argmap.editing.removal import owned
    from argmap.queries.find import Thing

    if name in argument_map.inferences:
        return {("nodes", name)}
    things = Thing.CLAIM, Thing.REBUTTAL, Thing.PERSON, Thing.SOURCE, Thing.TAG
    exact = _exact(argument_map, name)
    key = name if exact else one_named(argument_map, name, *things)
    if key in argument_map.statements:
        return owned(argument_map, key)
    if key in argument_map.people:
        return {("people", key)}
    return {("sources", key)} if key in argument_map.sources else {("tags", key)}


def _exact(argument_map: "ArgumentMap", name: str) -> bool:
    """Tell whether exactly one thing has this very name."""
    tags = {tag for one in argument_map.statements.values() for tag in one.tags} | {*argument_map.info.tags}
    return (
        sum(
            name in known
            for known in (argument_map.statements, argument_map.people, argument_map.sources, tags)
        )
        == 1
    )


def _refuse_while_needed(loaded: "Loaded", gone: "set[Gone]") -> None:
    """Leave with 2 where something refers to what is to go, and list it."""
    from argmap.editing.removal import referrers

    inside = {name for kind, name in gone if kind == "nodes"}
    needing = [
        one
        for one in referrers(loaded.map, gone)
        if one.key not in inside and not (one.section == "map" and ("tags", one.reference.name) in gone)
    ]
    if not needing:
        return
    for one in needing[:_MOST]:
        place = loaded.places.find_words(one.reference.name, one.section, one.key, *one.reference.path)
        note(f"{place}: `{one.key or 'map'}` refers to `{one.reference.name}` in `{one.reference.path[0]}`")
    if len(needing) > _MOST:
        note(f"… and {len(needing) - _MOST} more")
    say("nothing was removed; --cascade takes along what refers to it")
    raise SystemExit(UNUSABLE)
