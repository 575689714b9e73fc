"""Local copies of the sources, in which quotes can be looked up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from argmap.files.copies.running_text import RunningText, read_running_text
from argmap.files.disk.project import is_inside
from argmap.files.disk.reading import TooLargeError, read_bytes
from argmap.model import Source
from argmap.text.quotes import normalise
from argmap.text.reasons import reason

MAX_BYTES: Final = 64 * 1024 * 1024
"""A longer copy is not read: no book comes near it."""

_ENDINGS: Final = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf")
_OUTSIDE: Final = "lies outside the project"
_HEAD: Final = 1000
"""In so many characters from the top the title of a work must stand for its copy to be known by it."""


@dataclass(frozen=True)
class Copy:
    """A source's local copy.

    Args:
        path: where it is.
        text: what it says; None where it cannot be read.
        problem: why not.
    """

    path: Path
    text: RunningText | None = None
    problem: str = ""


@dataclass(frozen=True)
class Copies:
    """The copies of a map's sources, each read when it is first asked for.

    Args:
        sources: the sources of the map.
        folder: the folder of the map, from which ``copy`` is reckoned.
        project: the folder that no ``copy`` may lead out of.
        library: a folder of copies: named after the keys of the sources, or known by the titles in them.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    folder: Path = Path()
    project: Path = Path()
    library: Path | None = None
    _read: dict[str, Copy | None] = field(default_factory=dict, repr=False, compare=False)

    def of(self, work: str) -> Copy | None:
        """Give the copy of a source; None where there is none."""
        if work not in self._read:
            self._read[work] = self._find(work)
        return self._read[work]

    def _find(self, work: str) -> Copy | None:
        source = self.sources.get(work)
        if source is None:
            return None
        if source.copy_of is not None:
            return self._named(source, source.copy_of)
        path = self._by_key(work) or self._by_title.get(work)
        return self._read_copy(path, source) if path else None

    def _named(self, source: Source, name: str) -> Copy:
        path = self.folder / name
        if "\0" in name:
            return Copy(path, problem="cannot be read: no such name is possible")
        if Path(name).is_absolute() or not is_inside(path, self.project):
            return Copy(path, problem=_OUTSIDE)
        return _read_copy(path, source)

    def _read_copy(self, path: Path, source: Source | None) -> Copy:
        """Read a file of the library, which must not be a link to somewhere else."""
        if self.library and not (is_inside(path, self.library) or is_inside(path, self.project)):
            return Copy(path, problem=_OUTSIDE)
        return _read_copy(path, source)

    def _by_key(self, work: str) -> Path | None:
        return next((path for path in self._library_files if path.stem == work), None)

    @cached_property
    def _library_files(self) -> tuple[Path, ...]:
        if self.library is None or not self.library.is_dir():
            return ()
        entries = sorted(self.library.iterdir())
        return tuple(path for path in entries if path.suffix.lower() in _ENDINGS and path.is_file())

    @cached_property
    def _by_title(self) -> Mapping[str, Path]:
        """Know copies by the title at their top, where one file fits one source and no other."""
        titles = {key: normalise(source.title).casefold() for key, source in self.sources.items()}
        named = set(self.sources)
        fits: dict[str, list[Path]] = {}
        for path in self._library_files:
            if path.stem in named:
                continue
            works = list(_titled(self._read_copy(path, None), titles))
            if len(works) == 1:
                fits.setdefault(works[0], []).append(path)
        return {work: paths[0] for work, paths in fits.items() if len(paths) == 1}


def _titled(copy: Copy, titles: Mapping[str, str]) -> Iterable[str]:
    head = normalise(copy.text.whole[: 2 * _HEAD])[:_HEAD].casefold() if copy.text else ""
    return (work for work, title in titles.items() if title in head)


def _read_copy(path: Path, source: Source | None) -> Copy:
    try:
        raw = read_bytes(path, MAX_BYTES)
    except TooLargeError as error:
        return Copy(path, problem=f"is {reason(error)}")
    except (OSError, ValueError) as error:
        return Copy(path, problem=f"cannot be read: {reason(error)}")
    try:
        return Copy(path, read_running_text(raw, path.suffix.lower(), source.title if source else ""))
    except ValueError as error:
        return Copy(path, problem=str(error))
