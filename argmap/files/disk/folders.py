"""Folders for files that are to come."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def made_folders(folders: Collection[Path]) -> Iterator[None]:
    """Make folders that are missing; where the work in them fails, remove those that are still empty.

    Raises:
        OSError: one cannot be made.
    """
    made: list[Path] = []
    try:
        for folder in folders:
            for place in (*reversed(folder.parents), folder):
                if not place.exists():
                    made.append(place)
                    place.mkdir(exist_ok=True)
        yield
    except BaseException:
        for place in reversed(made):
            with suppress(OSError):
                place.rmdir()
        raise
