"""How works are cited: in which style."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from argmap.cli.shared.context import refuse, usage

if TYPE_CHECKING:
    from argmap.citations.bibliography import Bibliography
    from argmap.files.assembling import Loaded

_MOST_BYTES: Final = 4 * 1024 * 1024
_Command = TypeVar("_Command", bound=Callable[..., object])


def style_option(command: _Command) -> _Command:
    """Give a command the option that names a citation style."""
    return click.option(
        "--style",
        metavar="NAME|FILE",
        help="How to cite: apa, apsa, chicago, chicago-notes, harvard, mla, or the .csl file of a style.",
    )(command)


def bibliography_of(loaded: "Loaded", style: str | None) -> "Bibliography":
    """Give the works of a map, cited in the style that the command line names, else in the project's.

    Leaves with 2 where there is no such style, or it cannot be used.

    Args:
        loaded: the map, beside or above which the settings stand.
        style: what the command line names.
    """
    from argmap.citations.bibliography import DEFAULT_STYLE, Bibliography
    from argmap.csl import CslError
    from argmap.files.settings import STYLE_ENDING, find_settings, read_settings

    chosen: str | Path = style or ""
    if not chosen and (file := find_settings(loaded.folder)):
        settings = read_settings(file)
        if settings.faults:
            refuse(settings.faults, loaded)
        chosen = settings.citation_style
    is_file = isinstance(chosen, Path) or chosen.lower().endswith(STYLE_ENDING)
    found = _read(Path(chosen)) if is_file else str(chosen)
    try:
        return Bibliography(loaded.map, found or DEFAULT_STYLE)
    except CslError as error:
        usage(f"{chosen}:{error}" if error.line else f"{error}.")


def _read(path: Path) -> bytes:
    from argmap.files.disk.snapshot import read_file
    from argmap.text.reasons import reason

    try:
        return read_file(path, _MOST_BYTES)
    except OSError as error:
        usage(f"{path} cannot be read: {reason(error)}.")
