"""Waiting for changes of a map, however its files are written."""

import os
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from types import TracebackType
from typing import Final, Self

from watchfiles import watch

from argmap.live.watched_files import WatchedFiles

_STEP: Final = 10
_LONGEST_BURST: Final = 200
"""Milliseconds: what is written in steps of at most the first is one change, for at most the second."""

_LOOK_AGAIN: Final = 500
"""Milliseconds after which is looked whether the folders are still the same."""

_POLL: Final = 0.3
"""Seconds between two looks, where the file system tells nothing."""

_WAKE_UP: Final = 0.5
"""Seconds after which waiting is interrupted, for systems on which a signal does not end it."""


class Follower:
    """Tells of each change of some files, from the moment on at which it is entered.

    The system tells when something is written in a folder; what counts is whether a file has another content
    then. Folders that are put in the place of others, as git and editors do, are followed as well. Where the
    system cannot tell, as with too many watches, the files are read again and again.

    Args:
        files: what to follow.
        poll: whether to read the files again and again, for file systems that tell nothing.
    """

    def __init__(self, files: WatchedFiles, *, poll: bool = False) -> None:
        self._files = files
        self._poll = poll
        self._stop = Event()
        self._changes: SimpleQueue[tuple[Path, ...] | BaseException] = SimpleQueue()
        self._thread = Thread(target=self._run, name="following", daemon=True)

    def __enter__(self) -> Self:
        """Begin to follow."""
        self._thread.start()
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Stop following."""
        self._stop.set()

    def wait(self) -> tuple[Path, ...]:
        """Wait for a change.

        Returns:
            The files that changed since the last one.

        Raises:
            OSError: the files can no longer be followed.
        """
        while True:
            try:
                change = self._changes.get(timeout=_WAKE_UP)
            except Empty:
                continue
            if isinstance(change, BaseException):
                raise change
            return change

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                if self._poll:
                    self._stop.wait(_POLL)
                    self._look()
                else:
                    self._wait_for_system()
        except BaseException as error:  # noqa: BLE001 — raised where somebody waits
            self._changes.put(error)

    def _wait_for_system(self) -> None:
        """Let the system tell of changes; where it cannot, as with too many watches, look from now on."""
        try:
            self._follow_folders()
        except FileNotFoundError:
            # A folder has gone since it was found; the nearest above it is followed next.
            self._stop.wait(_POLL)
        except RuntimeError:
            self._poll = True

    def _follow_folders(self) -> None:
        """Follow the folders there are, until they are others."""
        folders = _identified(self._files.folders())
        unseen = True
        for changes in watch(
            *folders,
            watch_filter=None,
            debounce=_LONGEST_BURST,
            step=_STEP,
            stop_event=self._stop,
            rust_timeout=_LOOK_AGAIN,
            yield_on_timeout=True,
            force_polling=False,
            recursive=False,
        ):
            # Before the first round something may have been written that nobody told.
            if changes or unseen:
                self._look()
            unseen = False
            if _identified(self._files.folders()) != folders:
                return

    def _look(self) -> None:
        if changed := self._files.changed():
            self._changes.put(changed)


def _identified(folders: set[Path]) -> dict[Path, tuple[int, int] | None]:
    """Tell folders apart from others that may come in their place."""
    return {folder: _identity(folder) for folder in sorted(folders)}


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(folder)  # noqa: PTH116 — no more than these numbers
    except OSError:
        return None
    return status.st_dev, status.st_ino
