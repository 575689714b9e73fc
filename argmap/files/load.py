"""A map on disk, or on standard input, to its records and everything that is wrong with it."""

from pathlib import Path
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location, UnreadableMapError
from argmap.files.assembling import Loaded, assemble
from argmap.files.disk import reading
from argmap.files.disk.listing import list_yaml_files, shown_name
from argmap.files.disk.project import is_inside, project_of
from argmap.files.disk.reading import STANDARD_INPUT, TooLargeError
from argmap.files.garbage_collection import no_garbage_collection
from argmap.files.record_cache import RecordCache
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes
from argmap.files.yaml.places import ReadFile
from argmap.text.reasons import reason

MAX_BYTES: Final = 256 * 1024 * 1024
"""A larger file is refused unread: half a million claims fit in half of it."""


def load(path: str | Path) -> ArgumentMap:
    """Load a map.

    Args:
        path: a folder of YAML files, or one file.

    Returns:
        The map.

    Raises:
        UnreadableMapError: with every finding, where there is an error.
    """
    loaded = read_map(path)
    if loaded.errors:
        raise UnreadableMapError(loaded.diagnostics)
    return loaded.map


def read_map(path: str | Path, cache: RecordCache | None = None) -> Loaded:
    """Read a map as far as it can be read; faults are data and never stop the reading.

    Args:
        path: a folder of YAML files, one file, or ``-`` for standard input.
        cache: what was read before, for programs that read the same map again and again.
    """
    path = Path(path)
    files, faults = _list_files(path)
    project = project_of(path) if path.is_dir() else None
    with no_garbage_collection():
        records = [_read_file(file, cache, project) for file in files]
    return assemble(records, path if path.is_dir() else path.parent, faults)


def _list_files(path: Path) -> tuple[list[Path], list[Diagnostic]]:
    """List the files of a map: those of a folder, or the one named."""
    if path == STANDARD_INPUT or not path.is_dir():
        return [path], []
    place = Location(shown_name(path), 1, 1)
    try:
        files = list_yaml_files(path)
    except OSError as error:
        return [], [Diagnostic(place, "Y101", f"cannot be read: {reason(error)}")]
    if files:
        return files, []
    hint = "a map is a folder of .yaml files with a `claims:` section"
    return [], [Diagnostic(place, "Y113", "the folder holds no YAML file", hint=hint)]


def _read_file(path: Path, cache: RecordCache | None, project: Path | None) -> FileRecords:
    """Read a file of a map; one that nobody named may be no link that leads out of the project."""
    name = shown_name(path)
    place = path.absolute() if path != STANDARD_INPUT else None
    try:
        if project and path.is_symlink() and not is_inside(path, project):
            raise OSError(0, "it is a link that leads out of the project")
        raw = reading.read_bytes(path, MAX_BYTES)
    except TooLargeError as error:
        hint = "split the map into several files of one folder"
        fault = Diagnostic(Location(name, 1, 1), "Y104", reason(error), hint=hint)
    except OSError as error:
        fault = Diagnostic(Location(name, 1, 1), "Y101", f"cannot be read: {reason(error)}")
    else:
        return cache.read(name, place, raw) if cache else read_bytes(name, place, raw)
    return FileRecords(ReadFile(name, "", "", path=place), faults=[fault])
