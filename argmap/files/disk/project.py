"""Where a project ends: a repository that somebody else wrote may name nothing outside itself."""

import os
from pathlib import Path
from typing import Final

SETTINGS_NAME: Final = "argmap.toml"
_REPOSITORY: Final = ".git"
_MAP_FOLDER: Final = "data"


def project_of(folder: Path) -> Path:
    """Find the project that a folder belongs to.

    Args:
        folder: a folder, or a link to one.

    Returns:
        Its git repository; outside any, the nearest folder upwards with an ``argmap.toml``; without one, the
        folder that holds ``data``, or else the folder itself.
    """
    real = Path(os.path.realpath(folder))
    for mark in (_REPOSITORY, SETTINGS_NAME):
        for place in (real, *real.parents):
            if os.path.lexists(place / mark):
                return place
    return real.parent if real.name == _MAP_FOLDER else real


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path, with all links followed, ends in a folder or below it."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except (OSError, ValueError):  # a loop of links; a NUL
        return False
