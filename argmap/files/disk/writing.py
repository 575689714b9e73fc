"""A file that a command writes where the user says."""

import os
import stat
from pathlib import Path
from typing import Final

from argmap.files.disk.descriptors import write_all
from argmap.files.disk.together import write_together

_DESCRIPTORS: Final = ("/dev/fd", f"/proc/{os.getpid()}/fd")
_MOST_LINKS: Final = 40

STANDARD_OUTPUT: Final = 1
"""The descriptor of standard output."""


def write_file(path: Path, content: bytes, *, named: bool) -> None:
    """Write a file so that nobody ever sees a part of it; into a pipe or a device write as it is.

    Permissions and owner stay, and other names of a file keep its old content, as in git. A file that is
    read-only is refused.

    Args:
        path: the file, in a folder that is there.
        content: everything that it shall hold.
        named: whether the user named it. Then it may be a link, a pipe or a device, as for `cp`; one that
            argmap named must be a regular file, since the link there may be somebody else's.

    Raises:
        OSError: it cannot be written; then the old content of a regular file stays.
    """
    if not named:
        return write_together({path: content})
    descriptor = own_descriptor(path)
    if descriptor is not None:
        return write_all(descriptor, content)
    place = Path(os.path.realpath(path))
    if _takes_bytes(place):
        return _write_into(place, content)
    try:
        return write_together({place: content})
    except OSError as error:
        if error.filename == str(place):
            error.filename = str(path)
        raise


def own_descriptor(path: Path) -> int | None:
    """Give the open file that a name such as `/dev/stdout` means; None for other names.

    Args:
        path: the name, or a link to it.
    """
    for _ in range(_MOST_LINKS):
        if path.name.isdecimal() and os.path.realpath(path.parent) in _DESCRIPTORS:
            return int(path.name)
        if not path.is_symlink():
            break
        path = path.parent / path.readlink()
    return None


def _takes_bytes(place: Path) -> bool:
    """Tell whether something is a pipe, a device or the like."""
    try:
        mode = place.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _write_into(place: Path, content: bytes) -> None:
    descriptor = os.open(place, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    try:
        write_all(descriptor, content)
    finally:
        os.close(descriptor)
