"""Giving something another id, wherever it stands."""

from argmap.argument_map import ArgumentMap
from argmap.authoring.change import Change
from argmap.authoring.refusals import RefusedRequestError, UnfitRequestError
from argmap.editing.map_edit import MapEdit
from argmap.editing.new_names import new_names, taken, things_called, unfit
from argmap.editing.renaming import rename
from argmap.files.assembling import Loaded
from argmap.files.settings import find_settings, read_settings
from argmap.queries.find import suggest
from argmap.queries.select import NoMatchError
from argmap.rules.engine.renamed_baseline import baseline_after
from argmap.text.reasons import reason


def rename_change(loaded: Loaded, old: str, new: str, kind: str | None = None) -> Change:
    """Work out a new name of a person, source, statement, inference, named attack or tag.

    Args:
        loaded: the map.
        old: its exact id, key or tag.
        new: the new one.
        kind: what it is, where several things are called so.

    Raises:
        NoMatchError: nothing is called so.
        UnfitRequestError: several things are called so, or the new name cannot be one.
        RefusedRequestError: the new name is taken.
        EditRefusedError: the files cannot be changed so.
    """
    kind = _kind(loaded.map, old, kind)
    if why := unfit(kind, new):
        raise UnfitRequestError(f"{why[:1].upper()}{why[1:]}.")
    if why := taken(loaded.map, kind, new):
        raise RefusedRequestError(why)
    edit = MapEdit(loaded)
    after = edit.confirm(rename(edit, new_names(kind, old, new)))
    notes = _rename_in_baseline(edit, after)
    return Change("rename", edit, (new,), {"type": kind, "old": old, "new": new}, notes)


def _rename_in_baseline(edit: MapEdit, after: Loaded) -> tuple[str, ...]:
    """Let the findings that the project's baseline knows stay known; any other file stays as it is."""
    settings = read_settings(find_settings(edit.loaded.folder))
    try:
        change = baseline_after(edit.loaded, after, settings)
    except (OSError, ValueError) as error:
        return (f"{settings.check.baseline} stays as it is: {reason(error)}",)
    if change:
        edit.also(*change)
    return ()


def _kind(argument_map: ArgumentMap, old: str, kind: str | None) -> str:
    """Decide what is renamed."""
    found = things_called(argument_map, old)
    if not found:
        raise NoMatchError(old, suggest(argument_map, old))
    if kind and kind not in found:
        raise UnfitRequestError(f"`{old}` is the name of a {' and of a '.join(found)}, not of a {kind}.")
    if kind is None and len(found) > 1:
        listed = " and of a ".join(found)
        raise UnfitRequestError(f"`{old}` is the name of a {listed}; say which with --type.")
    if "/" in old:
        raise UnfitRequestError(f"`{old}` is called after its conclusion; give the inference an `id` first.")
    return kind or found[0]
