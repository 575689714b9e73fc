"""Standard input, output and error: whatever is behind them, every byte arrives or the program says so."""

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from argmap.files.disk.descriptors import write_all
from argmap.text.reasons import reason

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_IN, _OUT, _ERR = 0, 1, 2
_BUFFER: Final = 1 << 16


class OutputError(Exception):
    """Standard output cannot be written; no `OSError`, of which click makes a finding.

    Args:
        cause: what the system said.
    """

    def __init__(self, cause: OSError) -> None:
        super().__init__(f"standard output cannot be written: {reason(cause)}")
        self.reader_left = isinstance(cause, BrokenPipeError)


def open_streams() -> None:
    """Make the streams of Python such that nothing is lost on them unseen, in UTF-8.

    What comes in its place on a stream that the caller has closed takes its number, so that no other file
    gets it. Messages that nobody can be told are dropped.
    """
    for descriptor in (_IN, _OUT, _ERR):
        _occupy(descriptor)
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(_IN, closefd=False)), encoding="utf-8")
    sys.stdout = _writer(sys.stdout, _Whole(_OUT))
    sys.stderr = _writer(sys.stderr, _Whole(_ERR, heard=False))


def flush_output() -> None:
    """Write out what is left.

    Raises:
        OutputError: that cannot be done.
    """
    sys.stdout.flush()


def drop_output() -> None:
    """Drop what is not yet written; whoever was stopped waits for no reader."""
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    if isinstance(raw, _Whole):
        raw.silence()


class _Whole(io.RawIOBase):
    """A file into which everything goes at once, or an error is raised; after that it takes nothing more.

    Args:
        descriptor: the file.
        heard: whether anybody wants to know of errors.
    """

    def __init__(self, descriptor: int, *, heard: bool = True) -> None:
        self._descriptor = descriptor
        self._heard = heard
        self._works = True

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return os.isatty(self._descriptor)

    def writable(self) -> bool:
        return True

    def write(self, content: "ReadableBuffer") -> int:
        view = memoryview(content)
        if self._works:
            try:
                write_all(self._descriptor, view)
            except OSError as error:
                self.silence()
                if self._heard:
                    raise OutputError(error) from error
        return view.nbytes

    def silence(self) -> None:
        """Take nothing more; what is still in the buffer is dropped."""
        self._works = False


def _occupy(descriptor: int) -> None:
    """Open something under the number of a stream that is closed; what cannot be read or written there."""
    try:
        os.fstat(descriptor)
    except OSError:
        # The lowest free number is taken. Writing to what is open for reading fails, and the other way round.
        with suppress(OSError):
            os.open(os.devnull, os.O_WRONLY if descriptor == _IN else os.O_RDONLY)


def _writer(stream: TextIO | None, raw: _Whole) -> TextIO:
    """Make a stream for text; that of a console of Windows, which wants no bytes, stays."""
    if os.name == "nt" and isinstance(stream, io.TextIOWrapper) and stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="replace")
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(raw, _BUFFER),
        encoding="utf-8",
        errors="replace",
        line_buffering=raw.isatty() or raw.fileno() == _ERR,
    )


def give_streams() -> tuple[BinaryIO, BinaryIO]:
    """Give standard input and output to a protocol; whatever is printed by mistake goes to standard error."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    return stdin, stdout
