"""A file's next content, complete on the disk beside it, with the permissions and the owner that it has."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

_WRITABLE: Final = 0o222
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)
_AS_IT_IS: Final = getattr(os, "O_BINARY", 0)


def check_target(target: Path) -> os.stat_result | None:
    """Make sure that a file may be replaced.

    A file that nobody may write is left alone, even by a superuser: whoever made it so meant it.

    Args:
        target: the file.

    Returns:
        What the system knows of it; None where it is not there.

    Raises:
        OSError: it is a link, no regular file, or read-only.
    """
    try:
        status = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode):
        raise OSError(0, "it is a link; name the file that it leads to")
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(0, "it is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "not a regular file")
    if not status.st_mode & _WRITABLE or not os.access(target, os.W_OK):
        raise PermissionError(0, "it is read-only")
    return status


def stage(place: Path, content: bytes, like: Path | None) -> None:
    """Write content to a new file, to the disk itself.

    Args:
        place: the new file, which must not exist.
        content: everything that it shall hold.
        like: a file whose permissions, owner and attributes it gets; None for those of any new file.

    Raises:
        OSError: it cannot be written; what was written remains.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINKS | _AS_IT_IS
    with os.fdopen(os.open(place, flags, 0o600 if like else 0o666), "wb") as file:
        file.write(content)
        file.flush()
        if like:
            _make_like(place, like)
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring what a folder holds to the disk, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _make_like(place: Path, other: Path) -> None:
    wanted = other.stat()
    mode = stat.S_IMODE(wanted.st_mode) & 0o777
    if hasattr(os, "chown") and not _give(place, wanted.st_uid, wanted.st_gid):
        # The group is another one: it gets no more than everybody.
        mode = mode & ~0o070 | (mode & 0o007) << 3
    place.chmod(mode)
    _copy_attributes(other, place)


def _give(place: Path, user: int, group: int) -> bool:
    """Give a file to a user and a group, or at least to the group; tell whether it has the group."""
    with suppress(OSError):
        os.chown(place, user, group)
        return True
    with suppress(OSError):
        os.chown(place, -1, group)
    return place.stat().st_gid == group


def _copy_attributes(source: Path, target: Path) -> None:
    """Copy access lists and the like, as far as the system knows and allows them."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(source):
            with suppress(OSError):
                os.setxattr(target, name, os.getxattr(source, name))
