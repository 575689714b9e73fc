"""A new map: its folder, its settings, the schema that editors use, and its files, all of them or none."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.editing.refusal import EditRefusedError
from argmap.files.assembling import assemble
from argmap.files.disk.listing import list_yaml_files
from argmap.files.disk.project import SETTINGS_NAME
from argmap.files.disk.together import write_together
from argmap.files.find import holds_map
from argmap.files.map_text.write_map import write_map
from argmap.files.records.read_text import read_text
from argmap.files.schema import build_schema

SCHEMA_NAME: Final = "argmap.schema.json"
_MAP_FOLDER: Final = "data"
_SETTINGS: Final = f'map = "{_MAP_FOLDER}"\n'
_FIRST_LINE: Final = f"# yaml-language-server: $schema=../{SCHEMA_NAME}\n\n"
"""Where the editors' language server finds the schema, from a file of the map."""


def files_of_new_map(argument_map: ArgumentMap) -> dict[Path, str]:
    """Write a new map as the files of a project.

    Args:
        argument_map: what it holds.

    Returns:
        Path from the project's folder to text.

    Raises:
        EditRefusedError: the files would not read as that map.
    """
    schema = json.dumps(build_schema(), ensure_ascii=False, indent=2)
    written = {Path(_MAP_FOLDER, name): _FIRST_LINE + text for name, text in write_map(argument_map).items()}
    _prove(argument_map, written)
    return {Path(SETTINGS_NAME): _SETTINGS, Path(SCHEMA_NAME): f"{schema}\n", **written}


def _prove(argument_map: ArgumentMap, written: Mapping[Path, str]) -> None:
    loaded = assemble([read_text(path.as_posix(), None, text) for path, text in written.items()])
    if loaded.errors:
        raise EditRefusedError(None, loaded.errors[0].message)
    if loaded.map != argument_map:
        raise EditRefusedError(None, "its files would not read as the map that is meant")


def in_the_way(folder: Path) -> list[Path]:
    """Name what a new map in a folder would overwrite, take in or hide.

    Args:
        folder: where the map shall be; it need not be there.

    Returns:
        The settings and the schema that are there, and the YAML files of a map; empty where the folder is
        free. Other files harm nobody.

    Raises:
        OSError: it cannot be told.
    """
    own = [folder / name for name in (SETTINGS_NAME, SCHEMA_NAME)]
    found = [path for path in own if os.path.lexists(path)]
    inside = folder / _MAP_FOLDER
    if inside.is_dir():
        found += list_yaml_files(inside)
    elif os.path.lexists(inside):
        found.append(inside)
    if folder.is_dir() and not found and holds_map(folder):
        found += list_yaml_files(folder)
    return found


def write_new_map(folder: Path, files: Mapping[Path, str]) -> None:
    """Write the files of a new map, and make its folders, all or nothing.

    Args:
        folder: the project's folder.
        files: path from there to text.

    Raises:
        ChangedMeanwhileError: one of the files is there.
        OSError: one cannot be written, or a folder cannot be made.
    """
    made: list[Path] = []
    try:
        for place in dict.fromkeys((folder / path).parent for path in files):
            _make_folder(place, made)
        changes: dict[Path, bytes | None] = {folder / path: text.encode() for path, text in files.items()}
        write_together(changes, dict.fromkeys(changes))
    except BaseException:
        for place in reversed(made):
            # A folder that something came into meanwhile stays.
            with suppress(OSError):
                place.rmdir()
        raise


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it, and note which were made."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        made.append(place)
