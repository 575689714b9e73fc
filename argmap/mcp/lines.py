"""The messages of a client, one a line, read so that nothing waits for the next one when the server ends."""

import asyncio
import os
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from itertools import chain
from threading import Thread
from typing import Final, Self

_PIECE: Final = 1 << 16
_MOST_WAITING: Final = 16
_MOST_BYTES: Final = 64 * 1024 * 1024
"""A longer message is passed over; no call of a tool is so long."""


class Lines:
    """Gives the lines of a file one after the other.

    They are read by a thread of its own that the program does not wait for, below the buffers of Python,
    whose locks it would hold when the program ends.

    Args:
        descriptor: the file.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._loop = asyncio.get_running_loop()
        self._waiting: asyncio.Queue[str | None] = asyncio.Queue(_MOST_WAITING)
        Thread(target=self._read, name="reading messages", daemon=True).start()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        line = await self._waiting.get()
        if line is None:
            raise StopAsyncIteration
        return line

    def _read(self) -> None:
        with suppress(RuntimeError, CancelledError):  # the loop may have ended
            for line in chain(_lines(self._descriptor), [None]):
                asyncio.run_coroutine_threadsafe(self._waiting.put(line), self._loop).result()


def _lines(descriptor: int) -> Iterator[str]:
    """Read the lines of a file; those that are too long are left out."""
    begun = bytearray()
    too_long = False
    while piece := _piece(descriptor):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            begun += part
            if not too_long:
                yield begun.decode(errors="replace")
            begun.clear()
            too_long = False
        begun += rest
        if len(begun) > _MOST_BYTES:
            begun.clear()
            too_long = True
    if begun and not too_long:
        yield begun.decode(errors="replace")


def _piece(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _PIECE)
    except OSError:
        return b""
