"""How works are cited: in a bundled style, or in that of a file."""

from pathlib import Path
from typing import TypeAlias

from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import DEFAULT_STYLE, Bibliography
from argmap.files.settings import read_style

Style: TypeAlias = str | Path
"""The name of a bundled style, or the `.csl` file of one."""


def works_of(argument_map: ArgumentMap, style: Style | None) -> Bibliography:
    """Give the works of a map as they are cited.

    Args:
        argument_map: the map.
        style: in which style; by default in the usual one, since a map in memory has no settings.

    Raises:
        CslError: there is no such style, or it cannot be used.
        OSError: its file cannot be read.
    """
    return Bibliography(argument_map, DEFAULT_STYLE if style is None else read_style(style))
