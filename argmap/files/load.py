"""A map on disk, or on standard input, to its records and everything that is wrong with it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Diagnostic, Location, Severity, UnreadableMapError
from argmap.files.assembling import Loaded, assemble
from argmap.files.disk import reading
from argmap.files.disk.journal import JournalError
from argmap.files.disk.listing import shown_name
from argmap.files.disk.names import JOURNAL
from argmap.files.disk.reading import STANDARD_INPUT, TooLargeError
from argmap.files.disk.snapshot import read_folder, read_one
from argmap.files.find import FoundMap
from argmap.files.garbage_collection import no_garbage_collection
from argmap.files.record_cache import RecordCache
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_bytes
from argmap.files.yaml.places import ReadFile
from argmap.text.reasons import reason

MAX_BYTES: Final = 256 * 1024 * 1024
"""A larger file is refused unread: half a million claims fit in half of it."""

_MOST_NAMED: Final = 5


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


def read_map(
    path: str | Path,
    cache: RecordCache | None = None,
    buffers: Mapping[Path, FileRecords] | None = None,
) -> Loaded:
    """Read a map as far as it can be read; faults are data and never stop the reading.

    Args:
        path: a folder of YAML files, one file, or ``-`` for standard input.
        cache: what was read before, for programs that read the same map again and again.
        buffers: what was read of files that stand open in an editor, and counts in place of what is on disk;
            those of a folder that are not there yet belong to it as well.
    """
    path = Path(path)
    buffers = buffers or {}
    contents, faults = _read_files(path, buffers)
    with no_garbage_collection():
        # Each file's bytes are let go of as soon as its records are there.
        records = [
            buffers[file]
            if file in buffers
            else _read_records(file, _place_of(file, named=file == path), contents.pop(file), cache)
            for file in sorted({*contents, *buffers})
        ]
    return assemble(records, path if path.is_dir() else path.parent, faults, cache.names if cache else None)


def read_found(found: FoundMap, cache: RecordCache | None = None) -> Loaded:
    """Read a map, faults and all, those of the settings among them that do not tell where it is.

    Args:
        found: the map.
        cache: as for `read_map`.
    """
    loaded = read_map(found.path, cache)
    if not found.faults:
        return loaded
    return replace(loaded, diagnostics=tuple(sorted((*loaded.diagnostics, *found.faults))))


def _read_files(
    path: Path, buffers: Collection[Path]
) -> tuple[dict[Path, bytes | OSError], list[Diagnostic]]:
    """Read the files of a map: those of a folder, or the one named."""
    if path == STANDARD_INPUT:
        return {path: _read_standard_input()}, []
    if path in buffers:
        return {}, []
    try:
        snapshot = read_folder(path, MAX_BYTES) if path.is_dir() else read_one(path, MAX_BYTES)
    except JournalError as error:
        hint = f"see which files of the change are as they should be, and delete {JOURNAL}"
        return {}, [Diagnostic(_top(error.journal), "Y116", reason(error), hint=hint)]
    except OSError as error:
        return {}, [Diagnostic(_top(path), "Y101", f"cannot be read: {reason(error)}")]
    faults = [_interrupted(journal) for journal in snapshot.interrupted]
    if not snapshot.contents and not buffers:
        hint = _where_maps_are(path)
        faults.append(Diagnostic(_top(path), "Y113", "the folder holds no YAML file", hint=hint))
    return snapshot.contents, faults


def _where_maps_are(folder: Path) -> str:
    """Name the maps below a folder that is none, else what a map is."""
    from argmap.files.nearby import maps_below

    near = ", ".join(shown_name(path) for path in maps_below(folder, _MOST_NAMED))
    return f"maps below it: {near}" if near else "a map is a folder of .yaml files with a `claims:` section"


def _interrupted(journal: Path) -> Diagnostic:
    message = "a change of several files was interrupted; it is read as if it were done"
    hint = "the next command that writes to the map puts it in place"
    return Diagnostic(_top(journal), "Y115", message, Severity.WARNING, hint)


def _read_standard_input() -> bytes | OSError:
    try:
        return reading.read_bytes(STANDARD_INPUT, MAX_BYTES)
    except OSError as error:
        return error


def _top(path: Path) -> Location:
    return Location(shown_name(path), 1, 1)


def _place_of(path: Path, *, named: bool) -> Path | None:
    """Give the place to which changes are written: for a link that the user named, where it leads."""
    if path == STANDARD_INPUT:
        return None
    return path.resolve() if named else path.absolute()


def _read_records(
    path: Path, place: Path | None, content: bytes | OSError, cache: RecordCache | None
) -> FileRecords:
    name = shown_name(path)
    if isinstance(content, bytes):
        return cache.read(name, place, content) if cache else read_bytes(name, place, content)
    if isinstance(content, TooLargeError):
        hint = "split the map into several files of one folder"
        fault = Diagnostic(_top(path), "Y104", reason(content), hint=hint)
    else:
        fault = Diagnostic(_top(path), "Y101", f"cannot be read: {reason(content)}")
    return FileRecords(ReadFile(name, "", "", path=place), faults=[fault])
