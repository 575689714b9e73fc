"""Files as they all were at one moment, whoever changes them meanwhile.

Of a change that is decided all is read, even where it was interrupted before all was in place. Nothing is
written for that.
"""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from argmap.files.disk.journal import Journal, journals_over
from argmap.files.disk.listing import is_map_file, list_yaml_files
from argmap.files.disk.locking import is_locked
from argmap.files.disk.project import project_of
from argmap.files.disk.reading import read_bytes

_TRIES: Final = 100
_Mark = tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Files as they were at one moment.

    Args:
        contents: what is in each file, or why it could not be read.
        interrupted: the journals of changes that were not put in place, and of which nobody is doing so.
    """

    contents: dict[Path, bytes | OSError]
    interrupted: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class _Survey:
    """Where the content of each file is, and marks by which a change of it is seen."""

    places: tuple[tuple[Path, Path], ...]
    marks: tuple[_Mark, ...]
    pending: tuple[Journal, ...] = ()


def read_folder(folder: Path, most: int) -> Snapshot:
    """Read the YAML files of a folder; those that are links may not lead out of the project.

    Args:
        folder: the folder.
        most: how many bytes a file may have.

    Raises:
        JournalError: a change was interrupted, and it cannot be told what counts.
        OSError: the folder cannot be read.
    """
    project = project_of(folder)
    return _take(lambda: _survey_folder(folder), lambda place: read_bytes(place, most, within=project))


def read_file(path: Path, most: int, within: Path | None = None) -> bytes:
    """Read a file.

    Args:
        path: the file, or a link to it.
        most: how many bytes it may have.
        within: for files that nobody named, the project out of which they must not be a link.

    Raises:
        JournalError: a change was interrupted, and it cannot be told what counts.
        OSError: it cannot be read.
    """
    content = read_one(path, most, within).contents[path]
    if isinstance(content, OSError):
        raise content
    return content


def read_one(path: Path, most: int, within: Path | None = None) -> Snapshot:
    """Read a file, and say what was interrupted there.

    Args:
        path: the file, or a link to it.
        most: how many bytes it may have.
        within: for files that nobody named, the project out of which they must not be a link.

    Raises:
        JournalError: a change was interrupted, and it cannot be told what counts.
    """
    snapshot = _take(lambda: _survey_file(path), lambda place: read_bytes(place, most, within=within))
    return snapshot if snapshot.contents else replace(snapshot, contents={path: _gone(path)})


def _gone(path: Path) -> OSError:
    return FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def _take(survey: Callable[[], _Survey], read: Callable[[Path], bytes]) -> Snapshot:
    """Read until nothing has changed between the first and the last look; at the most a hundred times."""
    before, contents = survey(), {}
    for _ in range(_TRIES):
        contents = {path: _read(place, read) for path, place in before.places}
        after = survey()
        if after == before:
            break
        before = after
    left = tuple(journal.path for journal in before.pending if not is_locked(journal.home))
    return Snapshot(contents, left)


def _read(place: Path, read: Callable[[Path], bytes]) -> bytes | OSError:
    try:
        return read(place)
    except OSError as error:
        return error


def _survey_folder(folder: Path) -> _Survey:
    journals = journals_over(folder.resolve())
    moved, pending = _moved(journals, folder.resolve())
    found = {path.name: path for path in list_yaml_files(folder)}
    found |= {name: folder / name for name in moved if is_map_file(name)}
    return _marked([(path, moved.get(path.name, path)) for path in sorted(found.values())], pending)


def _survey_file(path: Path) -> _Survey:
    real = Path(os.path.realpath(path))
    moved, pending = _moved(journals_over(real.parent), real.parent)
    return _marked([(path, moved.get(real.name, path))], pending)


def _moved(journals: Sequence[Journal], folder: Path) -> tuple[dict[str, Path | None], list[Journal]]:
    """Find where the content of files in a folder is that are not yet in place; None for those to be gone."""
    moved: dict[str, Path | None] = {}
    pending = []
    for journal in reversed(journals):
        steps = [step for step in journal.steps if step.target.parent == folder and journal.is_pending(step)]
        moved |= {step.target.name: step.staged for step in steps}
        pending += [journal] if steps else []
    return moved, pending


def _marked(places: Sequence[tuple[Path, Path | None]], pending: Sequence[Journal]) -> _Survey:
    there = tuple((path, place) for path, place in places if place is not None)
    return _Survey(there, tuple(_marks(there)), tuple(pending))


def _marks(places: Sequence[tuple[Path, Path]]) -> Iterator[_Mark]:
    for _, place in places:
        try:
            status = place.stat()
        except OSError:
            yield None
        else:
            yield status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
