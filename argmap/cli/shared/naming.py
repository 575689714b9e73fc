"""Which maps a command reads: those that are named, else the one at hand."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.text.lists import and_list

if TYPE_CHECKING:
    from argmap.files.find import FoundMap

ARGUMENT = "maps"
"""The argument of the commands that take a map as one."""

_OPTION, _ARGUMENT = "argmap.option", "argmap.argument"
"""Where the context keeps what ``--map`` names, before or after the command, and what the argument does."""


def note_option(context: click.Context, _: click.Parameter, paths: Sequence[Path]) -> Sequence[Path]:
    """Note the map that ``--map`` names.

    Raises:
        UsageError: it names several.
    """
    named = [*context.meta.get(_OPTION, ()), *paths]
    context.meta[_OPTION] = named
    if len(named) > 1:
        raise click.UsageError(f"--map names one map, and here it names {_listed(named)}.")
    return paths


def note_argument(context: click.Context, paths: Sequence[Path], *, several: bool) -> None:
    """Note the maps that the argument of a command names.

    Args:
        context: of the command.
        paths: what was typed.
        several: whether the command takes several maps.

    Raises:
        UsageError: there are more than the command takes, or there is nothing of such a name.
    """
    named = list(dict.fromkeys(paths))
    if named and (other := context.meta.get(_OPTION)):
        both = _listed([*other, *named])
        raise click.UsageError(f"A map is named by --map or after the command, not both, as {both} are here.")
    if len(named) > 1 and not several:
        command = context.command_path
        raise click.UsageError(f"`{command}` reads one map, and here are {len(named)}: {_listed(named)}.")
    for path in named:
        if str(path) != "-" and not os.path.lexists(path):
            raise click.UsageError(_nothing_there(path, context.command))
    context.meta[_ARGUMENT] = named


def find_named_maps(context: click.Context) -> "tuple[FoundMap, ...]":
    """Find the maps that the command line, the environment or the folder names."""
    from argmap.files.find import find_map

    by_environment = [Path(name)] if (name := os.environ.get("ARGMAP_MAP")) else []
    named = context.meta.get(_ARGUMENT) or context.meta.get(_OPTION) or by_environment
    return tuple(find_map(path, Path.cwd()) for path in named or [None])


def group_options(context: click.Context) -> list[str]:
    """Give the options before the command, for a program that is to run as this one does."""
    color = context.find_root().params.get("color")
    maps = [word for path in context.meta.get(_OPTION, ()) for word in ("--map", str(path))]
    chosen = {
        "--color": color,
        **{f"--{name}": context.meta.get(f"argmap.{name}") for name in ("engine", "master")},
    }
    return [*maps, *(word for option, value in chosen.items() if value for word in (option, value))]


def path_hint(context: click.Context, name: str) -> str:
    """Tell how to name a map, where what means nothing in this one is a path; else nothing."""
    if not os.path.exists(name):  # noqa: PTH110 — of a Path it would raise where the name is too long
        return ""
    what = "folder" if os.path.isdir(name) else "file"  # noqa: PTH112 — the same
    return f" There is a {what} `{name}`; if that is the map, write `{how_to_name(context, name)}`."


def how_to_name(context: click.Context, name: str) -> str:
    """Write the command that reads the map of a name."""
    has_argument = any(parameter.name == ARGUMENT for parameter in context.command.params)
    return f"{context.command_path} {name}" if has_argument else f"{context.command_path} --map {name}"


def _listed(paths: Sequence[Path]) -> str:
    return and_list(map(str, paths))


def _nothing_there(path: Path, command: click.Command) -> str:
    chosen_by = [f"--{name}" for name in ("by", "tag", "source", "focus")]
    has_selection = any(chosen_by[0] in parameter.opts for parameter in command.params)
    hint = f" {and_list(chosen_by)} choose a part of it." if has_selection else ""
    return f"There is no file or folder `{path}`; what stands here names the map to read.{hint}"
