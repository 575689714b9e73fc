"""The console: where colour, links and width are decided."""

import os
import sys
from io import StringIO
from typing import IO, Final, Protocol

from argmap.text.clean import harmless

_USUAL: Final = 80
_STANDARD_STREAMS: Final = (0, 1, 2)


class Console(Protocol):
    """Where a report goes."""

    @property
    def file(self) -> IO[str]:
        """The stream."""

    @property
    def width(self) -> int:
        """How many columns a line has."""

    @property
    def is_terminal(self) -> bool:
        """Whether it is taken for a terminal."""

    @property
    def no_color(self) -> bool:
        """Whether it shows no colour."""


class PaintingConsole(Console, Protocol):
    """A console that tells how it shows a style."""

    def painted(self, words: str, style: str) -> str:
        """Give words in a style."""


class PlainConsole:
    """A console without colour, for which nothing has to be imported.

    Args:
        stderr: whether to write to standard error.
    """

    is_terminal = False
    no_color = True

    def __init__(self, *, stderr: bool = False) -> None:
        self._stderr = stderr

    @property
    def file(self) -> IO[str]:
        """The stream."""
        return sys.stderr if self._stderr else sys.stdout

    @property
    def width(self) -> int:
        """The columns that ``COLUMNS`` or one of the standard streams tells, else 80."""
        if (columns := os.environ.get("COLUMNS", "")).isdigit():
            return int(columns)
        for stream in _STANDARD_STREAMS:
            try:
                return os.get_terminal_size(stream).columns or _USUAL
            except (OSError, ValueError):
                continue
        return _USUAL

    def painted(self, words: str, style: str) -> str:  # noqa: ARG002 — as a console with colour has it
        """Give the words as they are."""
        return words


class TextConsole(PlainConsole):
    """A console that keeps what is written, 80 columns wide."""

    width = _USUAL

    def __init__(self) -> None:
        super().__init__()
        self._kept = StringIO()

    @property
    def file(self) -> IO[str]:
        """The stream."""
        return self._kept

    def text(self) -> str:
        """Give what was written, without what could steer a terminal."""
        return harmless(self._kept.getvalue())


def make_console(color: object = None, *, stderr: bool = False) -> PaintingConsole:
    """Make a console that follows the conventions for colour.

    ``--color`` comes first, then a non-empty ``NO_COLOR``, then ``FORCE_COLOR`` or ``CLICOLOR_FORCE``, then
    ``TERM=dumb``, then whether the output is a terminal (clig.dev, no-color.org).

    Args:
        color: ``always``, ``never``, or anything else to decide by the environment.
        stderr: whether to write to standard error.
    """
    coloured = _wants_color(color)
    stream = sys.stderr if stderr else sys.stdout
    if not (stream.isatty() if coloured is None else coloured):
        return PlainConsole(stderr=stderr)
    from argmap.report.colour import ColourConsole

    return ColourConsole(stream)


def _wants_color(color: object) -> bool | None:
    if color in {"always", "never"}:
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if _is_set("FORCE_COLOR") or _is_set("CLICOLOR_FORCE"):
        return True
    return False if os.environ.get("TERM") == "dumb" else None


def _is_set(name: str) -> bool:
    return os.environ.get(name, "") not in {"", "0"}
