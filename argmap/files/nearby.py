"""Maps near a folder, to name them where none is at hand."""

from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from argmap.files.disk.listing import list_folders
from argmap.files.find import holds_map

_DEEPEST: Final = 3
_MOST_FOLDERS: Final = 1000
"""No more folders are looked into: a home folder has very many."""


def maps_below(start: Path, most: int) -> list[Path]:
    """Find folders below another that hold a map, the nearest first.

    Args:
        start: where to look; hidden folders and links in it are passed over.
        most: how many to find at the most.
    """
    return list(islice(_maps_below(start), most))


def _maps_below(start: Path) -> Iterator[Path]:
    """Yield maps level by level; what lies inside one is part of it."""
    waiting = deque((folder, 1) for folder in list_folders(start))
    for _ in range(_MOST_FOLDERS):
        if not waiting:
            return
        folder, depth = waiting.popleft()
        if holds_map(folder):
            yield folder
        elif depth < _DEEPEST:
            waiting.extend((inner, depth + 1) for inner in list_folders(folder))
