"""``argmap rename``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import usage
from argmap.cli.shared.editing import carry_out, editing_options, load_to_edit, stop

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.references import NewNames

_SPACES = dict.fromkeys(("statement", "inference", "attack"), "node")
"""What shares its names with the others of the same space."""

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

    OLD is the exact id, key or tag. Everything that refers to it follows; texts that merely hold the word
    stay as they are.

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
        edit.confirm(rename(edit, _names(kind, old, new)))
    except EditRefusedError as error:
        stop(str(error))
    carry_out(edit, "rename", [new], {"type": kind, "old": old, "new": new}, dry_run=dry_run, as_json=as_json)


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
        usage(f"`{new}` is no id: {WHAT_IDS_ARE}.")
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
