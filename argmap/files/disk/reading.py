"""What is on disk, or comes in on standard input, as bytes."""

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, Final

from argmap.files.disk.project import is_inside

STANDARD_INPUT: Final = Path("-")
_PIECE: Final = 1 << 20


class TooLargeError(OSError):
    """A file is larger than anything that it could sensibly be.

    Args:
        most: how many bytes are read at the most.
    """

    def __init__(self, most: int) -> None:
        size = f"{most // 1024**2} MiB" if most >= 1024**2 else f"{most // 1024} KiB"
        super().__init__(0, f"larger than {size}")


def read_bytes(path: Path, most: int, *, pipes: bool = False, within: Path | None = None) -> bytes:
    """Read a regular file, or standard input for ``-``, to its end.

    Args:
        path: the file.
        most: how many bytes it may have.
        pipes: whether it may be a pipe, which is for files that the user names, such as ``<(program)``.
        within: for files that nobody named, the project out of which they must not be a link.

    Raises:
        OSError: it cannot be read, is not a regular file but a pipe or a device, or lies outside the project.
        TooLargeError: it has more bytes.
    """
    if within and path.is_symlink() and not is_inside(path, within):
        raise OSError(0, "a link that leads out of the project")
    if path == STANDARD_INPUT:
        raw = _read_to_end(sys.stdin.buffer, most)
    else:
        with open(path, "rb", opener=_open_without_waiting) as file:
            status = os.fstat(file.fileno())
            is_pipe = pipes and stat.S_ISFIFO(status.st_mode)
            if not (is_pipe or stat.S_ISREG(status.st_mode)):
                raise OSError(0, "not a regular file")
            if is_pipe:
                # Opened without waiting, so that a pipe into which nobody writes is empty at once.
                os.set_blocking(file.fileno(), True)
            if status.st_size > most:
                raise TooLargeError(most)
            raw = _read_to_end(file, most)
    if len(raw) > most:
        raise TooLargeError(most)
    return raw


def read_head(path: Path, most: int) -> bytes:
    """Read the beginning of a regular file; nothing where that cannot be done.

    Args:
        path: the file.
        most: how many bytes to read at the most.
    """
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            return file.read(most) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else b""
    except OSError:
        return b""


def _read_to_end(file: BinaryIO, most: int) -> bytes:
    """Read a file piece by piece, and no further than one piece too far."""
    pieces, size = [], 0
    while size <= most and (piece := file.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file, even a pipe that nobody writes to, at once."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
