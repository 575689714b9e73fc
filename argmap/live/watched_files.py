"""The files on which the answers of a map depend, and which of them have changed."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from argmap.files.disk.journal import digest
from argmap.files.disk.listing import list_yaml_files
from argmap.files.disk.reading import read_bytes
from argmap.files.find import FoundMap
from argmap.files.settings import Settings, find_settings, read_settings

_LONGEST: Final = 1 << 30


@dataclass
class WatchedFiles:
    """The files of some maps, of their settings, and what the settings name.

    Args:
        maps: the maps.
        others: further files that count.
    """

    maps: tuple[FoundMap, ...]
    others: tuple[Path, ...] = ()
    _seen: dict[Path, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._seen = self._look()

    def __len__(self) -> int:
        """Count the files that were there at the last look."""
        return len(self._seen)

    def folders(self) -> set[Path]:
        """Give the folders in which a change may matter; for one that is missing, the nearest above it."""
        wanted = {path.absolute().parent for path in self.others}
        for found in self.maps:
            wanted.add(_folder_of(found.path))
            links = (path for path in _files_of(found.path) if path.is_symlink())
            wanted |= {Path(os.path.realpath(path)).parent for path in links}
            for path in _named_by(_settings_of(found)):
                wanted |= {path.absolute(), path.absolute().parent}
        return {_nearest_folder(folder) for folder in wanted}

    def changed(self) -> tuple[Path, ...]:
        """Give the files that came, went or have another content since the last look, sorted."""
        before, self._seen = self._seen, self._look()
        every = sorted(before.keys() | self._seen.keys())
        return tuple(path for path in every if before.get(path) != self._seen.get(path))

    def _look(self) -> dict[Path, object]:
        seen: dict[Path, object] = {path: _content(path) for path in self.others}
        for found in self.maps:
            seen |= {path: _content(path) for path in _files_of(found.path)}
            settings = _settings_of(found)
            for path in _named_by(settings):
                seen |= {path: _content(path)} if path.is_file() else _marks_inside(path)
        return {path: mark for path, mark in seen.items() if mark is not None}


def _folder_of(path: Path) -> Path:
    return path.absolute() if path.is_dir() else path.absolute().parent


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        return list_yaml_files(path)
    except OSError:
        return []


def _content(path: Path) -> str | None:
    """Give what tells a content from others: its digest, or why it cannot be read; None without a file."""
    try:
        return digest(read_bytes(path, _LONGEST))
    except FileNotFoundError:
        return None
    except OSError as error:
        return str(error)


def _settings_of(found: FoundMap) -> Settings:
    try:
        return read_settings(find_settings(_folder_of(found.path)))
    except OSError:
        return Settings()


def _named_by(settings: Settings) -> Iterator[Path]:
    """Give the file of the settings, and the files and folders that it names."""
    named = (settings.file, settings.check.baseline, settings.check.sources, settings.citation_style)
    yield from (path for path in named if isinstance(path, Path))


def _marks_inside(folder: Path) -> dict[Path, object]:
    """Mark the copies of sources by size and time: they are large, and written whole."""
    marks: dict[Path, object] = {}
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            status = path.stat()
            marks[path] = (status.st_size, status.st_mtime_ns, status.st_ino)
    return marks


def _nearest_folder(folder: Path) -> Path:
    return next((place for place in (folder, *folder.parents) if place.is_dir()), Path(folder.anchor))
