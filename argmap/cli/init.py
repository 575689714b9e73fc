"""``argmap init``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import click

from argmap.cli.shared.context import print_json
from argmap.cli.shared.editing import is_interactive, leaving_where_refused, stop
from argmap.cli.shared.options import json_option
from argmap.cli.shared.saying import ask_if_any, ask_which, print_line, print_text
from argmap.files.disk.listing import shown_name
from argmap.report.documents import document
from argmap.text.lists import first_few
from argmap.text.reasons import reason

_TEMPLATES: Final = ("empty", "article", "debate", "literature")
_MOST_NAMED: Final = 5


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--title", metavar="WORDS", help="What the map is about.")
@click.option(
    "--template",
    type=click.Choice(_TEMPLATES),
    help="What it begins with: nothing, which is the default, or an example to write over.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would be written as a diff.")
@json_option
def command(folder: Path, *, title: str | None, template: str | None, dry_run: bool, as_json: bool) -> None:
    r"""Begin a map in FOLDER, or in the folder you stand in.

    It gets the settings `argmap.toml`, the schema by which editors complete and check, and the folder `data`
    with the files of the map. On a terminal the title and the template are asked for. Nothing is ever
    overwritten: where there is a map already, it leaves with 2 and names it.

    \b
    Examples:
      argmap init
      argmap init street --title "Should Market Street be closed?"
      argmap init reading --template article
    """
    from argmap.authoring.adding import checked
    from argmap.editing.beginning import files_of_new_map
    from argmap.editing.refusal import EditRefusedError
    from argmap.editing.templates import Template, new_map
    from argmap.model import MapInfo

    _refuse_what_is_there(folder)
    if is_interactive():
        title = ask_if_any("Title") if title is None else title
        template = template or ask_which("Begin with", _TEMPLATES)
    chosen = Template(template or _TEMPLATES[0])
    with leaving_where_refused():
        info = checked(MapInfo, {"title": (title or "").strip() or None})
    try:
        files = files_of_new_map(new_map(chosen, info))
    except EditRefusedError as error:
        stop(f"no map can be made: {error.reason}")
    if not dry_run:
        _write(folder, files)
    names = {shown_name(folder / path): text for path, text in files.items()}
    if as_json:
        made = {"folder": shown_name(folder), "title": info.title, "template": chosen.value}
        print_json(document("init", **made, files=list(names), dry_run=dry_run, diff=_diff(names)))
    elif dry_run:
        print_text(_diff(names))
    else:
        for name in names:
            print_line(name)


def _refuse_what_is_there(folder: Path) -> None:
    """Leave with 2 where a new map would overwrite, take in or hide something."""
    from argmap.editing.beginning import in_the_way

    try:
        found = in_the_way(folder)
    except OSError as error:
        stop(f"{error.filename or folder} cannot be read: {reason(error)}")
    if found:
        names = first_few(map(shown_name, found), _MOST_NAMED)
        stop(f"already there: {names}; nothing is overwritten, so choose another folder")


def _write(folder: Path, files: "Mapping[Path, str]") -> None:
    from argmap.editing.beginning import write_new_map

    try:
        write_new_map(folder, files)
    except OSError as error:
        stop(f"{error.filename or folder} cannot be written: {reason(error)}")


def _diff(names: "Mapping[str, str]") -> str:
    """Show the new files; of the schema, which is long and the same for all maps, only the name is told."""
    from argmap.editing.beginning import SCHEMA_NAME
    from argmap.editing.diffs import diff_of

    return "".join(
        diff_of(name, None, text) for name, text in names.items() if not name.endswith(SCHEMA_NAME)
    )
