"""Only one argmap at a time writes to a folder.

The lock is the system's, on the folder itself: it leaves no file, and it ends with the process.
"""

import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

_PATIENCE: Final = 10.0
_PAUSE: Final = 0.01


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Keep other argmaps from writing to folders; where the system cannot lock them, go on without.

    Raises:
        OSError: another one has been writing there for ten seconds.
    """
    with ExitStack() as stack:
        # All take them in one order, so that no two wait for each other.
        for folder in sorted(set(folders)):
            stack.enter_context(_locked(folder))
        yield


def is_locked(folder: Path) -> bool:
    """Tell whether another argmap is writing to a folder now."""
    try:
        with _locked(folder, patience=0):
            return False
    except OSError:
        return True


@contextmanager
def _locked(folder: Path, patience: float = _PATIENCE) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # one may write to a folder and yet not list it
        yield
        return
    try:
        _wait_for(descriptor, folder, patience)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, folder: Path, patience: float) -> None:
    if sys.platform == "win32":
        return None
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                message = "another argmap is writing to the folder"
                raise OSError(errno.EBUSY, message, str(folder)) from None
            time.sleep(_PAUSE)
        except OSError:  # a file system without locks
            return None
