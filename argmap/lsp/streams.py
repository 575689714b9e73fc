"""The streams of the server: whatever comes, reading goes on, and the process keeps its standard output."""

import asyncio
from concurrent.futures import Executor
from typing import BinaryIO, Final

_MOST_BYTES: Final = 512 * 1024 * 1024
"""A longer message is passed over; no map is so long."""

_PIECE: Final = 1024 * 1024


class Reader:
    """Reads messages outside the loop.

    Args:
        stream: where they come from.
        executor: what waits for them.
    """

    def __init__(self, stream: BinaryIO, executor: Executor) -> None:
        self._stream = stream
        self._executor = executor

    def readline(self) -> "asyncio.Future[bytes]":
        """Read a line of a header."""
        return self._run(self._line)

    def readexactly(self, n: int) -> "asyncio.Future[bytes]":
        """Read a message of so many bytes; one that is too long counts as none."""
        return self._run(self._message, n)

    def _run(self, read: object, *given: int) -> "asyncio.Future[bytes]":
        return asyncio.get_running_loop().run_in_executor(self._executor, read, *given)  # type: ignore[arg-type]  # one of the two below

    def _line(self) -> bytes:
        return self._stream.readline(_PIECE)

    def _message(self, size: int) -> bytes:
        if size <= _MOST_BYTES:
            return self._stream.read(size)
        while size and (piece := self._stream.read(min(size, _PIECE))):
            size -= len(piece)
        return b"null"


class Writer:
    """Writes messages, each at once.

    Args:
        stream: where they go.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: bytes) -> None:
        """Write a message."""
        self._stream.write(data)
        self._stream.flush()

    def close(self) -> None:
        """Leave the stream to whoever opened it."""
        self._stream.flush()
