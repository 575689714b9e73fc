"""Bytes to an open file, a pipe or a terminal: all of them, or an error."""

import os
import select


def write_all(descriptor: int, content: bytes | memoryview) -> None:
    """Write every byte, however few the system takes at once.

    Args:
        descriptor: where to.
        content: the bytes.

    Raises:
        OSError: not all can be written.
    """
    rest = memoryview(content).cast("B")
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:  # a pipe that is full, and that somebody made non-blocking
            select.select([], [descriptor], [])
