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
    from argmap.references import NewNames

_SPACES = dict.fromkeys(("statement", "inference", "attack"), "node")
"""What shares its names with the others of the same space."""

_MOST_BYTES = 64 * 1024 * 1024
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
    from argmap.editing.refusal import EditRefusedError
    from argmap.editing.renaming import rename

    loaded = load_to_edit()
    kind = _kind(loaded.map, old, kind)
    _check_free(loaded.map, kind, new)
    edit = MapEdit(loaded)
    try:
        after = edit.confirm(rename(edit, _names(kind, old, new)))
    except EditRefusedError as error:
        stop(str(error))
    _rename_in_baseline(edit, after)
    carry_out(edit, "rename", [new], {"type": kind, "old": old, "new": new}, dry_run=dry_run, as_json=as_json)


def _rename_in_baseline(edit: "MapEdit", after: "Loaded") -> None:
    """Let the findings that the project's baseline knows stay known; any other file stays as it is."""
    from argmap.files.disk.reading import read_bytes
    from argmap.files.settings import find_settings, read_settings
    from argmap.rules.engine.baseline import read_baseline
    from argmap.rules.engine.renamed_baseline import renamed_baseline

    settings = read_settings(find_settings(edit.loaded.folder))
    path = settings.check.baseline
    if path is None or not path.is_file():
        return
    try:
        raw = read_bytes(path, _MOST_BYTES)
        known = read_baseline(raw.decode())
    except (OSError, ValueError) as error:
        say(f"{path} stays as it is: {reason(error)}")
        return
    new = renamed_baseline(edit.loaded, after, settings, known).encode()
    if new != raw:
        edit.also(path, raw, new)


def _things(argument_map: "ArgumentMap", name: str) -> list[str]:
    """Say what is called so."""
    tags = {tag for one in argument_map.statements.values() for tag in one.tags} | {*argument_map.info.tags}
    speakers = {one.by for one in argument_map.statements.values()}
    works = {one.source.work for one in argument_map.statements.values() if one.source}
    known = {
        "person": name in argument_map.people or name in speakers,
        "source": name in argument_map.sources or name in works,
        "statement": name in argument_map.statements,
        "inference": name in argument_map.inferences,
        "attack": name in argument_map.named_attacks,
        "tag": name in tags,
    }
    return [kind for kind, is_known in known.items() if is_known]


def _kind(argument_map: "ArgumentMap", old: str, kind: str | None) -> str:
    """Decide what is renamed; leave where that is nothing, or several things."""
    from argmap.cli.shared.context import no_match
    from argmap.queries.find import suggest

    found = _things(argument_map, old)
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
    from argmap.editing.naming import is_key
    from argmap.text.ids import WHAT_IDS_ARE

    if kind != "tag" and not is_key(new):
        usage(f"`{new}` is not an id: {WHAT_IDS_ARE}.")
    if kind == "tag" and not new.strip():
        usage("A tag is not empty.")
    space = _SPACES.get(kind, kind)
    taken = [found for found in _things(argument_map, new) if _SPACES.get(found, found) == space]
    if taken:
        stop(f"there is a {taken[0]} `{new}` already")


def _names(kind: str, old: str, new: str) -> "NewNames":
    from argmap.references import NewNames

    one = {old: new}
    if kind == "person":
        return NewNames(people=one)
    if kind == "source":
        return NewNames(sources=one)
    return NewNames(tags=one) if kind == "tag" else NewNames(nodes=one)
