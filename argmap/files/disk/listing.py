"""Which files make up a map, and what they are called in messages."""

import os
from pathlib import Path
from typing import Final

from argmap.files.disk.reading import STANDARD_INPUT

_ENDINGS: Final = (".yaml", ".yml")


def list_yaml_files(folder: Path) -> list[Path]:
    """List the YAML files of a folder, sorted by name; those of folders inside it do not count.

    Raises:
        OSError: the folder cannot be read.
    """
    return [entry for entry in sorted(folder.iterdir()) if is_map_file(entry.name)]


def is_map_file(name: str) -> bool:
    """Tell by its name whether a file in a map's folder belongs to the map."""
    return Path(name).suffix.lower() in _ENDINGS and not name.startswith(".")


def list_folders(folder: Path) -> list[Path]:
    """List the folders in a folder, sorted by name, without hidden ones and links; none where that fails."""
    try:
        with os.scandir(folder) as entries:
            names = [one.name for one in entries if _is_plain_folder(one)]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]


def _is_plain_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")
    except OSError:
        return False


def shown_name(path: Path) -> str:
    """Name a file as the user would: relative to the working directory where it lies below it."""
    if path == STANDARD_INPUT:
        return "<stdin>"
    try:
        shown = os.path.relpath(path)
    except ValueError:  # another drive
        return path.as_posix()
    return path.as_posix() if shown.startswith("..") else Path(shown).as_posix()
