"""Which map is meant, when nobody says."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

SETTINGS_NAME: Final = "argmap.toml"
_CLAIMS: Final = Path("data", "claims.yaml")


@dataclass(frozen=True, slots=True)
class FoundMap:
    """A map that was found.

    Args:
        path: the folder or file.
        is_sample: whether it is the one that comes with argmap.
    """

    path: Path
    is_sample: bool = False


def find_map(named: Path | None, start: Path) -> FoundMap:
    """Find the map to read.

    Args:
        named: what the user named, if anything: a folder, a project that holds ``data/``, a file, or ``-``.
        start: the folder from which to look upwards.

    Returns:
        The map: the named one, else the nearest upwards, else the sample.
    """
    if named is not None:
        return FoundMap(_inside_project(named))
    for folder in (start, *start.parents):
        if (folder / SETTINGS_NAME).is_file() or (folder / _CLAIMS).is_file():
            return FoundMap(_inside_project(folder))
    return FoundMap(sample_map(), is_sample=True)


def sample_map() -> Path:
    """Give the folder of the map that comes with argmap."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent / "data"


def _inside_project(path: Path) -> Path:
    """Step from a project's folder to the folder of its map."""
    settings = path / SETTINGS_NAME
    if settings.is_file():
        import tomllib

        try:
            named = tomllib.loads(settings.read_text(encoding="utf-8")).get("map")
        except (OSError, ValueError):
            named = None  # the settings' own reader reports it
        if isinstance(named, str):
            return path / named
    return path / "data" if (path / _CLAIMS).is_file() else path
