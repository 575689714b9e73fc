"""What every command needs first: its map, its console, its way out."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from rich.console import Console

    from argmap.argument_map import ArgumentMap
    from argmap.files.load import Loaded

FINDINGS = 1
UNUSABLE = 2


def read_map() -> "Loaded":
    """Read the map that the command line, the environment or the folder names, faults and all."""
    from argmap.files.find import find_map
    from argmap.files.load import read_map as read

    found = find_map(_named_map(), Path.cwd())
    if found.is_sample:
        click.echo("argmap: no map here; this is the sample map", err=True)
    loaded = read(found.path)
    # The records live until the process ends: the collector need not look at them again.
    gc.freeze()
    return loaded


def load_map() -> "ArgumentMap":
    """Read the map; where it has errors, print them all and leave with 2."""
    loaded = read_map()
    if loaded.errors:
        from argmap.report.diagnostics import print_diagnostics

        print_diagnostics(loaded.errors, loaded.places, console(stderr=True))
        raise SystemExit(UNUSABLE)
    return loaded.map


def console(*, stderr: bool = False) -> "Console":
    """Make the console that results, or with ``stderr`` everything else, go to."""
    from argmap.report.console import make_console

    return make_console(_options().get("color"), stderr=stderr)


def print_json(document: object) -> None:
    """Print a document as indented JSON, in UTF-8."""
    import json

    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")


def usage(message: str) -> NoReturn:
    """Leave with 2 over a command line that cannot be followed.

    Raises:
        UsageError: always.
    """
    raise click.UsageError(message)


def _named_map() -> Path | None:
    named = _options().get("map_path")
    if isinstance(named, Path):
        return named
    variable = os.environ.get("ARGMAP_MAP")
    return Path(variable) if variable else None


def _options() -> dict[str, object]:
    context = click.get_current_context()
    options: dict[str, object] = context.ensure_object(dict)
    return options
