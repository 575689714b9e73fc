"""``argmap mv``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import usage
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    leaving_where_refused,
    load_to_edit,
    record_named,
)
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.editing.map_edit import MapEdit


@click.command("mv")
@click.argument("names", metavar="NAME... FILE", nargs=-1, required=True, shell_complete=complete_names)
@editing_options
def command(names: tuple[str, ...], *, dry_run: bool, as_json: bool) -> None:
    r"""Move statements, people and sources to another file of the map, with their comments.

    They are put at the end of their sections in FILE, which is begun where the map has no such file.

    \b
    Examples:
      argmap mv boris-lorries boris-deliveries rebuttals.yaml
    """
    from argmap.authoring.change import Change
    from argmap.editing.map_edit import MapEdit
    from argmap.editing.moving import move_records

    if len(names) == 1:
        usage("Say what to move and to which FILE.")
    loaded = load_to_edit()
    edit = MapEdit(loaded)
    records = list(dict.fromkeys(record_named(loaded.map, name) for name in names[:-1]))
    target = _file(edit, names[-1])
    with leaving_where_refused():
        moved = move_records(edit, records, target)
        edit.confirm(loaded.map)
    keys = [key for _, key in moved]
    if not keys and not as_json:
        say(f"nothing to move: {target} is where it stands")
    change = Change("mv", edit, tuple(keys), {"moved": keys, "to": target})
    carry_out(change, dry_run=dry_run, as_json=as_json)


def _file(edit: "MapEdit", name: str) -> str:
    """Find the file of the map that is meant, or begin one in its folder; else leave with 2."""
    from argmap.files.disk.listing import is_map_file, shown_name

    known = edit.loaded.places.files
    folder = edit.loaded.folder
    for path in (Path(name), folder / name):
        if shown_name(path) in known:
            return shown_name(path)
    path = folder / name if Path(name).name == name else Path(name)
    if not is_map_file(path.name) or path.parent.resolve() != folder.resolve():
        usage(f"`{name}` is not a file of the map: it lies in {shown_name(folder)} and ends in .yaml.")
    return edit.begin(path)
