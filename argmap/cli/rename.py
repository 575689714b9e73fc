"""``argmap rename``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import usage
from argmap.cli.shared.editing import carry_out, editing_options, load_to_edit, stop
from argmap.cli.shared.saying import say
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.editing.map_edit import MapEdit
    from argmap.files.assembling import Loaded

_TYPES = ("person", "source", "statement", "inference", "attack", "tag")


@click.command("rename")
@click.argument("old", shell_complete=complete_names)
@click.argument("new")
@click.option(
    "--type", "kind", type=click.Choice(_TYPES), help="What OLD is, where several things are called so."
)
@editing_options
def command(old: str, new: str, *, kind: str | None, dry_run: bool, as_json: bool) -> None:
    r"""Give a person, source, statement, inference, named attack or tag another id or key.

    OLD is the exact id, key or tag. Everything that refers to it follows, the baseline that argmap.toml
    names as well; texts that merely hold the word stay as they are.

    \b
    Examples:
      argmap rename close close-the-street
      argmap rename ada lindqvist --dry-run
    """
    from argmap.editing.map_edit import MapEdit
    from argmap.editing.new_names import new_names
    from argmap.editing.refusal import EditRefusedError
    from argmap.editing.renaming import rename

    loaded = load_to_edit()
    kind = _kind(loaded.map, old, kind)
    _check_free(loaded.map, kind, new)
    edit = MapEdit(loaded)
    try:
        after = edit.confirm(rename(edit, new_names(kind, old, new)))
    except EditRefusedError as error:
        stop(str(error))
    _rename_in_baseline(edit, after)
    carry_out(edit, "rename", [new], {"type": kind, "old": old, "new": new}, dry_run=dry_run, as_json=as_json)


def _rename_in_baseline(edit: "MapEdit", after: "Loaded") -> None:
    """Let the findings that the project's baseline knows stay known; any other file stays as it is."""
    from argmap.files.settings import find_settings, read_settings
    from argmap.rules.engine.renamed_baseline import baseline_after

    settings = read_settings(find_settings(edit.loaded.folder))
    try:
        change = baseline_after(edit.loaded, after, settings)
    except (OSError, ValueError) as error:
        say(f"{settings.check.baseline} stays as it is: {reason(error)}")
        return
    if change:
        edit.also(*change)


def _kind(argument_map: "ArgumentMap", old: str, kind: str | None) -> str:
    """Decide what is renamed; leave where that is nothing, or several things."""
    from argmap.cli.shared.context import no_match
    from argmap.editing.new_names import things_called
    from argmap.queries.find import suggest

    found = things_called(argument_map, old)
    if not found:
        no_match(old, suggest(argument_map, old))
    if kind and kind not in found:
        usage(f"`{old}` is the name of a {' and of a '.join(found)}, not of a {kind}.")
    if kind is None and len(found) > 1:
        usage(f"`{old}` is the name of a {' and of a '.join(found)}; say which with --type.")
    if "/" in old:
        usage(f"`{old}` is called after its conclusion; give the inference an `id` first.")
    return kind or found[0]


def _check_free(argument_map: "ArgumentMap", kind: str, new: str) -> None:
    """Leave where the new name cannot be one, or is taken."""
    from argmap.editing.new_names import taken, unfit

    if why := unfit(kind, new):
        usage(f"{why[:1].upper()}{why[1:]}.")
    if why := taken(argument_map, kind, new):
        stop(why)
