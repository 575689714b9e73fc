"""What an interrupted change left over is put in place before anything else is written."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from argmap.files.disk.journal import Journal, Step, journals_over, read_journal
from argmap.files.disk.locking import locked
from argmap.files.disk.names import is_temporary
from argmap.files.disk.staging import flush_folder
from argmap.signals import undisturbed

_TRIES: Final = 100


@contextmanager
def alone(home: Path, folders: Collection[Path]) -> Iterator[None]:
    """Keep other argmaps from writing to folders, once nothing interrupted is left there.

    Args:
        home: the folder in which the journal of the change will lie.
        folders: where files will change; no links in their paths.

    Raises:
        JournalError: what is left over there cannot be finished without losing something.
        OSError: it cannot be written, or another argmap does not come to an end.
    """
    for _ in range(_TRIES):
        finish_interrupted(home, folders)
        with locked({home, *folders}):
            if not list(_pending(home, folders)):
                yield
                return
    raise OSError(0, "others keep writing there", str(home))


def finish_interrupted(home: Path, folders: Collection[Path]) -> None:
    """Put in place what interrupted changes left over.

    Raises:
        JournalError: that cannot be done without losing something.
        OSError: it cannot be written.
    """
    for journal in _pending(home, folders):
        with locked({journal.home, *journal.folders}), undisturbed():
            # Perhaps somebody was at it and has finished.
            if read_journal(journal.home) == journal:
                put_in_place(journal)
                tidy(journal)


def put_in_place(journal: Journal) -> None:
    """Do the steps of a journal that are pending; the folders are locked.

    Raises:
        JournalError: a file is not what the journal says.
        OSError: a file cannot be replaced.
    """
    # All are looked at first, so that what does not fit is left as it is.
    for step in [step for step in journal.steps if journal.is_pending(step)]:
        if journal.is_pending(step):
            take_step(step)


def take_step(step: Step) -> None:
    """Put what is staged in place of a file.

    Raises:
        OSError: the file cannot be replaced; the error names it.
    """
    try:
        if step.staged is None:
            step.target.unlink()
        else:
            step.staged.replace(step.target)
    except OSError as error:
        error.filename, error.filename2 = str(step.target), None
        raise


def tidy(journal: Journal) -> None:
    """Remove a journal of which nothing is pending, and what it staged; the folders are locked."""
    for folder in {journal.home, *journal.folders}:
        flush_folder(folder)
        sweep(folder)
    journal.path.unlink(missing_ok=True)
    flush_folder(journal.home)


def sweep(folder: Path) -> None:
    """Remove what changes that never came about left over; the folder is locked, and no change pending."""
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.path for entry in entries if is_temporary(entry.name)]:
            with suppress(OSError):
                Path(name).unlink()


def _pending(home: Path, folders: Collection[Path]) -> Iterator[Journal]:
    found = {journal.home: journal for folder in folders for journal in journals_over(folder)}
    if own := read_journal(home):
        found[home] = own
    yield from found.values()
