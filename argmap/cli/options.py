"""Options that mean the same in every command that takes them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _remember(name: str) -> Callable[[click.Context, click.Parameter, object], object]:
    def callback(ctx: click.Context, _: click.Parameter, value: object) -> object:
        if value is not None:
            ctx.ensure_object(dict)[name] = value
        return value

    return callback


def map_options(command: _Command) -> _Command:
    """Add ``--map`` and ``--color``, which also stand before the command."""
    for option in (
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            expose_value=False,
            callback=_remember("color"),
            help="Colour the output.",
        ),
        click.option(
            "--map",
            type=click.Path(path_type=Path, allow_dash=True),
            expose_value=False,
            is_eager=True,
            callback=_remember("map_path"),
            help="The map to read: a folder, a file, or - for standard input.",
        ),
    ):
        command = option(command)
    return command


def json_option(command: _Command) -> _Command:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print a JSON document.")(command)
