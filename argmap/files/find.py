"""Which map is meant, when nobody says."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.disk.project import SETTINGS_NAME, is_inside, project_of

_CLAIMS: Final = Path("data", "claims.yaml")


@dataclass(frozen=True, slots=True)
class FoundMap:
    """A map that was found.

    Args:
        path: the folder or file.
        is_sample: whether it is the one that comes with argmap.
        faults: why the project's settings do not tell where the map is; ``path`` is then a guess.
    """

    path: Path
    is_sample: bool = False
    faults: tuple[Diagnostic, ...] = ()


def find_map(named: Path | None, start: Path) -> FoundMap:
    """Find the map to read.

    Args:
        named: what the user named, if anything: a folder, a project that holds ``data/``, a file, or ``-``.
        start: the folder from which to look upwards.

    Returns:
        The map: the named one, else the nearest upwards, else the sample.
    """
    if named is not None:
        return _inside_project(named)
    for folder in (start, *start.parents):
        if has_settings(folder) or (folder / _CLAIMS).is_file():
            return _inside_project(folder)
    return FoundMap(sample_map(), is_sample=True)


def has_settings(folder: Path) -> bool:
    """Tell whether a folder has settings; whether they can be read, reading tells."""
    return os.path.lexists(folder / SETTINGS_NAME)


def sample_map() -> Path:
    """Give the folder of the map that comes with argmap."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def _inside_project(path: Path) -> FoundMap:
    """Step from a project's folder to the folder of its map."""
    found = _usual_place(path)
    if not has_settings(path):
        return found
    from argmap.files.toml import read_toml

    settings = read_toml(path / SETTINGS_NAME)
    named = settings.table.get("map")
    if settings.faults or not isinstance(named, str):
        return FoundMap(found.path, faults=settings.faults or found.faults)
    place = settings.inner_path(named, "map")
    return FoundMap(place) if isinstance(place, Path) else FoundMap(found.path, faults=(place,))


def _usual_place(path: Path) -> FoundMap:
    """Give the folder ``data`` of a project, else the folder itself."""
    if not (path / _CLAIMS).is_file():
        return FoundMap(path)
    if is_inside(path / "data", project_of(path)):
        return FoundMap(path / "data")
    place = Location((path / "data").as_posix(), 1, 1)
    return FoundMap(path, faults=(Diagnostic(place, "C901", "it is a link that leads out of the project"),))
