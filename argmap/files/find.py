"""Which map is meant, when nobody says."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.disk.listing import list_yaml_files, shown_name
from argmap.files.disk.project import SETTINGS_NAME, is_inside, project_of
from argmap.files.disk.reading import read_head
from argmap.files.yaml.heads import HEAD_BYTES, begins_with_section

_CLAIMS: Final = Path("data", "claims.yaml")
_MOST_HEADS: Final = 200
"""Of a folder with more YAML files than this, so many are looked at."""


@dataclass(frozen=True, slots=True)
class FoundMap:
    """A map that was found.

    Args:
        path: the folder or file to read.
        name: what the user named, or the folder in which it was found.
        is_sample: whether it is the one that comes with argmap.
        faults: why the project's settings do not tell where the map is; ``path`` is then a guess.
    """

    path: Path
    name: Path
    is_sample: bool = False
    faults: tuple[Diagnostic, ...] = ()

    @property
    def shown(self) -> str:
        """What messages and documents call it."""
        return shown_name(self.name)


def find_map(named: Path | None, start: Path) -> FoundMap:
    """Find the map to read.

    Args:
        named: what the user named, if anything: a folder, a project that holds ``data/``, a file, or ``-``.
        start: the folder one stands in.

    Returns:
        The map: the named one; else the folder one stands in, if it holds files of a map; else the nearest
        project upwards, which has an ``argmap.toml`` or ``data/claims.yaml``; else the sample.
    """
    if named is not None:
        return _inside_project(named)
    if holds_map(start):
        return _inside_project(start)
    for folder in start.parents:
        if _is_project(folder):
            return _inside_project(folder)
    return FoundMap(sample_map(), sample_map(), is_sample=True)


def holds_map(folder: Path) -> bool:
    """Tell whether a folder is a map: a project, or a folder with a YAML file that begins with a section."""
    return _is_project(folder) or _begins_like_a_map(folder)


def has_settings(folder: Path) -> bool:
    """Tell whether a folder has settings; whether they can be read, reading tells."""
    return os.path.lexists(folder / SETTINGS_NAME)


def sample_map() -> Path:
    """Give the folder of the map that comes with argmap."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def _is_project(folder: Path) -> bool:
    return has_settings(folder) or (folder / _CLAIMS).is_file()


def _begins_like_a_map(folder: Path) -> bool:
    try:
        files = list_yaml_files(folder)[:_MOST_HEADS]
    except OSError:
        return False
    return any(begins_with_section(read_head(file, HEAD_BYTES)) for file in files)


def _inside_project(path: Path) -> FoundMap:
    """Step from a project's folder to the folder of its map."""
    found = _usual_place(path)
    if not has_settings(path):
        return found
    from argmap.files.toml import read_toml

    settings = read_toml(path / SETTINGS_NAME)
    named = settings.table.get("map")
    if settings.faults or not isinstance(named, str):
        return FoundMap(found.path, path, faults=settings.faults or found.faults)
    place = settings.inner_path(named, "map")
    return FoundMap(place, path) if isinstance(place, Path) else FoundMap(found.path, path, faults=(place,))


def _usual_place(path: Path) -> FoundMap:
    """Give the folder ``data`` of a project, else the folder itself."""
    if not (path / _CLAIMS).is_file():
        return FoundMap(path, path)
    if is_inside(path / "data", project_of(path)):
        return FoundMap(path / "data", path)
    place = Location((path / "data").as_posix(), 1, 1)
    fault = Diagnostic(place, "C901", "it is a link that leads out of the project")
    return FoundMap(path, path, faults=(fault,))
