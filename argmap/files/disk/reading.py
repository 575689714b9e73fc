"""What is on disk, or comes in on standard input, as bytes."""

import os
import stat
import sys
from pathlib import Path
from typing import Final

STANDARD_INPUT: Final = Path("-")


class TooLargeError(OSError):
    """A file is larger than anything that it could sensibly be.

    Args:
        most: how many bytes are read at the most.
    """

    def __init__(self, most: int) -> None:
        super().__init__(0, f"larger than {most // 1024**2} MiB")


def read_bytes(path: Path, most: int) -> bytes:
    """Read a regular file, or standard input for ``-``, to its end.

    Args:
        path: the file.
        most: how many bytes it may have.

    Raises:
        OSError: it cannot be read, or is no regular file, such as a pipe or a device.
        TooLargeError: it has more bytes.
    """
    if path == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(most + 1)
    else:
        with open(path, "rb", opener=_open_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise OSError(0, "not a regular file")
            if status.st_size > most:
                raise TooLargeError(most)
            raw = file.read(most + 1)
    if len(raw) > most:
        raise TooLargeError(most)
    return raw


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file, even a pipe that nobody writes to, at once."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
