"""``argmap fmt``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import FINDINGS, UNUSABLE, maps_meant, print_json, read_found
from argmap.cli.shared.editing import stop
from argmap.cli.shared.options import json_option, map_options, maps_argument
from argmap.cli.shared.saying import print_line, print_text, say

if TYPE_CHECKING:
    from argmap.editing.map_edit import MapEdit
    from argmap.files.assembling import Loaded


@click.command("fmt")
@click.option("--check", is_flag=True, help="Write nothing; leave with 1 if a file would change.")
@click.option("--diff", "as_diff", is_flag=True, help="Write nothing; print what would change as a diff.")
@click.option("--dry-run", is_flag=True, help="The same as --diff.")
@json_option
@maps_argument
@map_options
def command(*, check: bool, as_diff: bool, dry_run: bool, as_json: bool) -> None:
    r"""Write the files of a map in one style.

    The order of fields, the indentation, blank lines between statements, lines of at most 100 columns, and
    quotes only where they are needed. Values and comments stay what they are, and a text that is broken
    into lines that fit stays as it is. A file that cannot be written so is left, with the reason.

    \b
    Examples:
      argmap fmt
      argmap fmt --check
      argmap fmt --diff maps/*
    """
    changed: list[str] = []
    diffs: list[str] = []
    left = False
    for found in maps_meant(writes=True):
        loaded = read_found(found)
        edit, refused = _planned(loaded)
        left = left or refused
        if as_json or as_diff or dry_run:
            diffs.append(edit.diff())
        is_written = not (check or as_diff or dry_run)
        changed += _written(edit) if is_written else list(edit.verified())
    if as_json:
        from argmap.report.documents import document

        print_json(document("fmt", changed=changed, diff="".join(diffs)))
    elif as_diff or dry_run:
        print_text("".join(diffs))
    else:
        for name in changed:
            print_line(name)
    if left:
        raise SystemExit(UNUSABLE)
    if check and changed:
        raise SystemExit(FINDINGS)


def _planned(loaded: "Loaded") -> "tuple[MapEdit, bool]":
    """Plan to format each file of a map that can be; tell whether one cannot."""
    from argmap.editing.formatting import formatted
    from argmap.editing.map_edit import MapEdit
    from argmap.editing.refusal import EditRefusedError

    edit = MapEdit(loaded)
    refused = False
    for name, file in loaded.places.files.items():
        try:
            edit.rewrite(name, formatted(file))
        except EditRefusedError as error:
            say(str(error))
            refused = True
    return edit, refused


def _written(edit: "MapEdit") -> list[str]:
    from argmap.editing.refusal import EditRefusedError
    from argmap.text.reasons import reason

    try:
        return edit.write()
    except EditRefusedError as error:
        stop(str(error))
    except OSError as error:
        stop(f"{error.filename or 'a file'} cannot be written: {reason(error)}")
