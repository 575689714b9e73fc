"""The text of an Argdown file with whatever it includes, and where each part of it comes from."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.formats.base import FormatError, fault, text_of
from argmap.formats.lines import Lines

_INCLUDE: Final = re.compile(r"@include\(([^)\n]{1,1000})\)")  # a bound, else many openings take long
_MOST_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of text from one file.

    Args:
        start: its offset in the whole text.
        file: the name of its file.
        line: the line, from 1, in which it begins there.
        column: the column, from 1.
    """

    start: int
    file: str
    line: int
    column: int


@dataclass(slots=True)
class Source:
    """A text that knows its places.

    Args:
        text: all of it.
        parts: where it comes from, in order.
    """

    text: str
    parts: list[_Part]
    _starts: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)

    def place(self, offset: int) -> tuple[str, tuple[int, int]]:
        """Give the file of an offset, and its line and column there, from 1."""
        if not self._lines:
            self._lines = [0, *(match.end() for match in re.finditer("\n", self.text))]
            self._starts = [part.start for part in self.parts]
        part = self.parts[bisect_right(self._starts, offset) - 1]
        begin = bisect_right(self._lines, part.start) - 1
        line = bisect_right(self._lines, offset) - 1
        if line == begin:
            return part.file, (part.line, part.column + offset - part.start)
        return part.file, (part.line + line - begin, offset - self._lines[line] + 1)

    def fault(self, offset: int, message: str, hint: str = "") -> Diagnostic:
        """Make the finding about what stands at an offset."""
        file, place = self.place(offset)
        return fault(file, place, message, hint)


def read_source(data: bytes, file: str) -> Source:
    """Read a file and put what it includes in the place of each ``@include(file)``.

    Only files in the folder of the first file, or below it, are read; each one once.

    Args:
        data: what the file holds.
        file: its name; includes count from its folder.

    Raises:
        FormatError: the file or one that it includes cannot be read.
    """
    text = text_of(data, file)
    if "@include(" not in text:
        return Source(text, [_Part(0, file, 1, 1)])
    return _Including(file).run(text)


@dataclass(slots=True)
class _Open:
    """A file that is being read: how far, and where the rest of it stands."""

    text: str
    file: str
    path: Path
    lines: Lines
    at: int = 0


class _Including:
    def __init__(self, file: str) -> None:
        self._file = file
        self._folder = Path(file).resolve().parent
        self._done = {Path(file).resolve()}
        self._parts: list[_Part] = []
        self._pieces: list[str] = []
        self._size = 0

    def run(self, text: str) -> Source:
        stack = [_Open(text, self._file, Path(self._file).resolve(), Lines(text))]
        while stack:
            top = stack[-1]
            match = _INCLUDE.search(top.text, top.at)
            self._emit(top, match.start() if match else len(top.text))
            if match is None:
                stack.pop()
                continue
            top.at = match.end()
            if (included := self._included(top, match)) is not None:
                stack.append(included)
        return Source("".join(self._pieces), self._parts)

    def _emit(self, top: _Open, end: int) -> None:
        self._parts.append(_Part(self._size, top.file, *top.lines.place(top.at)))
        self._pieces.append(top.text[top.at : end])
        self._size += end - top.at

    def _included(self, top: _Open, match: re.Match[str]) -> _Open | None:
        path = (top.path.parent / match[1].strip()).resolve()
        if path in self._done:
            return None
        self._done.add(path)
        if not Path(self._file).is_file():
            self._fail(top, match, "only a file on disk can include others", "save the text to a file first")
        if not path.is_relative_to(self._folder):
            self._fail(top, match, f"{match[1]} lies outside the file's folder", "copy it into the folder")
        try:
            data = path.read_bytes() if path.is_file() else None
        except OSError:
            data = None
        if data is None:
            self._fail(top, match, f"there is no file {match[1]} to include")
        elif self._size + len(data) > _MOST_BYTES:
            self._fail(top, match, "the included files are larger than 64 MiB")
        else:
            name = str(Path(self._file).parent / path.relative_to(self._folder))
            text = text_of(data, name)
            return _Open(text, name, path, Lines(text))
        return None

    def _fail(self, top: _Open, match: re.Match[str], message: str, hint: str = "") -> None:
        raise FormatError(fault(top.file, top.lines.place(match.start()), message, hint))
