"""How works are cited: in which style."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from argmap.cli.shared.context import refuse, usage

if TYPE_CHECKING:
    from argmap.citations.bibliography import Bibliography
    from argmap.files.assembling import Loaded

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
    from argmap.citations.bibliography import Bibliography
    from argmap.csl import CslError

    chosen = _chosen(loaded, style)
    try:
        return Bibliography(loaded.map, _content(chosen))
    except CslError as error:
        usage(f"{chosen}:{error}" if error.line else f"{error}.")


def style_of(loaded: "Loaded", style: str | None) -> str | bytes:
    """Give the style in which works are cited: its name, or what its file holds.

    Leaves with 2 as `bibliography_of` does, whose arguments it has.
    """
    bibliography_of(loaded, style)
    return _content(_chosen(loaded, style))


def _chosen(loaded: "Loaded", style: str | None) -> str | Path:
    from argmap.files.settings import find_settings, read_settings

    if not style and (file := find_settings(loaded.folder)):
        settings = read_settings(file)
        if settings.faults:
            refuse(settings.faults, loaded)
        return settings.citation_style
    return style or ""


def _content(chosen: str | Path) -> str | bytes:
    from argmap.citations.bibliography import DEFAULT_STYLE

    return _read(chosen) or DEFAULT_STYLE


def _read(style: str | Path) -> str | bytes:
    from argmap.files.settings import read_style
    from argmap.text.reasons import reason

    try:
        return read_style(style)
    except OSError as error:
        usage(f"{style} cannot be read: {reason(error)}.")
