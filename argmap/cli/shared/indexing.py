"""The steps of ``argmap index``: which maps there are, and how each is read."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.argument_map import ArgumentMap
from argmap.cli.shared.importing import find_files
from argmap.corpus.indexing import NoMapError, Unit, UnreadableError
from argmap.corpus.rows import Source
from argmap.files.disk.listing import list_yaml_files, shown_name
from argmap.files.disk.reading import read_bytes
from argmap.files.find import find_map, holds_map
from argmap.formats.base import FormatError, Loss
from argmap.formats.reading_files import UnknownFormatError, read_data
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.formats.base import Format

_MAP_ENDINGS = (".yaml", ".yml")
_MOST_BYTES = 256 * 1024 * 1024


class Finder:
    """Finds the maps that are to be indexed, and keeps what reading them left out.

    Args:
        format_: what the files are that are no maps; None to guess it of each.
    """

    def __init__(self, format_: "Format | None") -> None:
        self._format = format_
        self.losses: list[Loss] = []
        self.strange: list[str] = []

    def units(self, named: Sequence[Path]) -> list[Callable[[], Unit | None]]:
        """List the maps, each to be looked at when its turn comes.

        Args:
            named: maps, files of other programs, and folders of these.
        """
        return [look for path in named for look in self._below(path)]

    def _below(self, path: Path) -> Iterator[Callable[[], Unit | None]]:
        if path.suffix in _MAP_ENDINGS or (path.is_dir() and holds_map(path)):
            yield lambda: self._map(path)
            return
        if path.is_dir():
            folders = sorted(each for each in path.rglob("*") if each.is_dir() and holds_map(each))
            yield from ((lambda folder=folder: self._map(folder)) for folder in folders)
            if folders:
                return
        files = find_files([str(path)], self._format)
        yield from ((lambda file=file: self._file(file, is_named=file == path)) for file in files)

    def _map(self, path: Path) -> Unit:
        """Give a map of YAML files, which is read when it is wanted."""
        place = find_map(path, Path.cwd()).path
        files = list_yaml_files(place) if place.is_dir() else [place]
        fingerprint = sha256()
        for file in files:
            fingerprint.update(file.name.encode() + b"\0" + read_bytes(file, _MOST_BYTES) + b"\0")
        return Unit(Source(shown_name(path), fingerprint.hexdigest()), lambda: _read_map(place))

    def _file(self, path: Path, *, is_named: bool) -> Unit | None:
        """Give the map in a file of another program; None where it looks like none, and nobody named it."""
        name = shown_name(path)
        try:
            data = read_bytes(path, _MOST_BYTES)
        except OSError as error:
            fault = f"it cannot be read: {reason(error)}"
            return Unit(Source(name, ""), lambda: _refuse(fault))
        source = Source(name, sha256(data).hexdigest())
        return Unit(source, lambda: self._import(data, name, is_named=is_named))

    def _import(self, data: bytes, name: str, *, is_named: bool) -> ArgumentMap:
        try:
            imported = read_data(data, name, self._format)
        except UnknownFormatError as error:
            if not is_named:
                self.strange.append(name)
                raise NoMapError("it looks like no known format") from error
            raise UnreadableError(_words(error.diagnostics)) from error
        except FormatError as error:
            raise UnreadableError(_words(error.diagnostics)) from error
        if imported.faults:
            raise UnreadableError(_words(imported.faults))
        self.losses += imported.losses
        return imported.map


def _read_map(place: Path) -> ArgumentMap:
    from argmap.files.load import read_map

    loaded = read_map(place)
    if loaded.errors:
        raise UnreadableError(_words(loaded.errors))
    return loaded.map


def _words(findings: "Sequence[Diagnostic]") -> str:
    first = f"{findings[0].location}: {findings[0].message}"
    return first if len(findings) == 1 else f"{len(findings)} errors, the first {first}"


def _refuse(fault: str) -> ArgumentMap:
    raise UnreadableError(fault)
