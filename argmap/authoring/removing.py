"""Taking things out of a map by their names."""

from collections.abc import Sequence
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.authoring.change import Change
from argmap.authoring.names import Names
from argmap.authoring.refusals import RefusedRequestError
from argmap.editing.map_edit import MapEdit
from argmap.editing.removal import Gone, map_without, mean_removal, owned, plan_removal, referrers
from argmap.files.assembling import Loaded
from argmap.queries.find import Thing

_MOST: Final = 20


def remove_change(loaded: Loaded, names: Names, gone: Sequence[str], *, cascade: bool) -> Change:
    """Work out a map without statements, inferences, people, sources or tags.

    Args:
        loaded: the map.
        names: tells what names mean.
        gone: the names of what goes.
        cascade: whether what refers to them goes along.

    Raises:
        NoMatchError: a name means nothing.
        UnfitRequestError: a name means several things.
        RefusedRequestError: something refers to what is to go.
        EditRefusedError: the files cannot be changed so.
    """
    going = {one for name in gone for one in _meant(loaded.map, names, name)}
    if not cascade:
        _refuse_while_needed(loaded, going)
    removal = plan_removal(loaded.map, going)
    edit = MapEdit(loaded)
    mean_removal(edit, removal)
    edit.confirm(map_without(loaded.map, removal))
    removed = [key for section, key in loaded.places.records if (section, key) in removal.records]
    told = removed or sorted(name for _, name in going)
    return Change("rm", edit, tuple(told), {"removed": told})


def _meant(argument_map: ArgumentMap, names: Names, name: str) -> set[Gone]:
    """Find what a name means, with what belongs to it."""
    if name in argument_map.inferences:
        return {("nodes", name)}
    things = Thing.CLAIM, Thing.REBUTTAL, Thing.PERSON, Thing.SOURCE, Thing.TAG
    key = name if _is_exact(argument_map, name) else names.one(name, *things)
    if key in argument_map.statements:
        return owned(argument_map, key)
    if key in argument_map.people:
        return {("people", key)}
    return {("sources", key)} if key in argument_map.sources else {("tags", key)}


def _is_exact(argument_map: ArgumentMap, name: str) -> bool:
    """Tell whether exactly one thing has this very name."""
    tags = {tag for one in argument_map.statements.values() for tag in one.tags} | {*argument_map.info.tags}
    return (
        sum(
            name in known
            for known in (argument_map.statements, argument_map.people, argument_map.sources, tags)
        )
        == 1
    )


def _refuse_while_needed(loaded: Loaded, gone: set[Gone]) -> None:
    """Refuse where something refers to what is to go, and list it.

    Raises:
        RefusedRequestError: something does.
    """
    inside = {name for kind, name in gone if kind == "nodes"}
    needing = [
        one
        for one in referrers(loaded.map, gone)
        if one.key not in inside and not (one.section == "map" and ("tags", one.reference.name) in gone)
    ]
    if not needing:
        return
    details = []
    for one in needing[:_MOST]:
        place = loaded.places.find_words(one.reference.name, one.section, one.key, *one.reference.path)
        field = one.reference.path[0]
        details.append(f"{place}: `{one.key or 'map'}` refers to `{one.reference.name}` in `{field}`")
    if len(needing) > _MOST:
        details.append(f"… and {len(needing) - _MOST} more")
    raise RefusedRequestError("nothing was removed; --cascade takes along what refers to it", details)
