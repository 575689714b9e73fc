"""A program in a terminal of a fixed size: it is typed into, and its screen is read and shown."""

import html
import os
import pty
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fcntl import ioctl
from itertools import groupby
from pathlib import Path
from select import select
from termios import TIOCSWINSZ
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyte.screens import Char

LONG = 40
"""Seconds after which what does not come is given up."""

_COLOURS = {
    "black": "#1c1c1c",
    "red": "#ff8787",
    "green": "#a8d08d",
    "brown": "#e5c07b",
    "blue": "#87afff",
    "magenta": "#d7a6ff",
    "cyan": "#7fd1d1",
    "white": "#d0d0d0",
}
_PAPER, _INK = "#1c1c1c", "#e4e4e4"
_STYLE = f"""
    html {{ background: {_PAPER}; color: {_INK} }}
    body {{ margin: 0; padding: 10px; width: max-content }}
    pre {{ margin: 0; font: 15px/19px "DejaVu Sans Mono", monospace }}
"""


class Terminal:
    """A terminal with a program in it.

    Args:
        stream: the number of the open terminal.
        columns: how many characters fit into a line.
        lines: how many lines there are.
    """

    def __init__(self, stream: int, columns: int, lines: int) -> None:
        # Only who has a browser needs it, and this module is read before that is known.
        import pyte

        self._stream = stream
        self._screen = pyte.Screen(columns, lines)
        self._reader = pyte.ByteStream(self._screen)

    def type(self, keys: str) -> None:
        """Press keys, and let the program take them."""
        os.write(self._stream, keys.encode())
        self._read(0.05)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, words: str, *, gone: bool = False) -> None:
        """Wait until words stand on the screen.

        Args:
            words: the words.
            gone: wait until they do not.
        """
        end = time.monotonic() + LONG
        while (words in self.text) is gone:
            assert time.monotonic() < end, f"{words!r} did not {'go' if gone else 'come'}:\n{self.text}"
            self._read(0.1)
        self._read(0.1)

    def as_html(self) -> str:
        """Write the screen as a page."""
        cursor = self._screen.cursor
        lines: list[str] = []
        for y in range(self._screen.lines):
            row = self._screen.buffer[y]
            cells = [row[x] for x in range(self._screen.columns)]
            if y == cursor.y and not cursor.hidden:
                cells[cursor.x] = cells[cursor.x]._replace(reverse=not cells[cursor.x].reverse)
            lines.append(
                "".join(_run(list(run)) for _, run in groupby(cells, lambda one: one._replace(data="")))
            )
        text = "\n".join(lines)
        return f"<!doctype html><meta charset='utf-8'><style>{_STYLE}</style><pre>{text}</pre>"

    def _read(self, quiet: float) -> None:
        """Take what the program writes until it is quiet for so many seconds."""
        while select([self._stream], [], [], quiet)[0]:
            try:
                written = os.read(self._stream, 65536)
            except OSError:  # The program has ended.
                return
            if not written:
                return
            self._reader.feed(written)


def _run(cells: Sequence["Char"]) -> str:
    """Write neighbours that look alike."""
    first = cells[0]
    ink, paper = _colour(first.fg, _INK), _colour(first.bg, _PAPER)
    if first.reverse:
        ink, paper = paper, ink
    look = f"color:{ink};background:{paper}"
    if first.bold:
        look += ";font-weight:bold"
    if first.underscore:
        look += ";text-decoration:underline"
    return f'<span style="{look}">{html.escape("".join(one.data for one in cells))}</span>'


def _colour(name: str, default: str) -> str:
    if name == "default":
        return default
    plain = name.removeprefix("bright")
    return _COLOURS.get(plain, f"#{plain}")


@contextmanager
def running(
    command: Sequence[str], where: Path, environment: Mapping[str, str], columns: int = 92, lines: int = 34
) -> Iterator[Terminal]:
    """Run a program in a terminal while something is typed; at the end it is killed if it still runs.

    Args:
        command: the program and its arguments.
        where: its working directory.
        environment: its environment.
        columns: how many characters fit into a line of the terminal.
        lines: how many lines it has.
    """
    stream, inner = pty.openpty()
    ioctl(inner, TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    with subprocess.Popen(
        command, cwd=where, env=environment, stdin=inner, stdout=inner, stderr=inner, start_new_session=True
    ) as process:
        os.close(inner)
        try:
            yield Terminal(stream, columns, lines)
        finally:
            process.kill()
    os.close(stream)
