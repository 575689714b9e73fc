"""What argmap calls the files that it keeps for a moment beside those that it writes."""

import re
import secrets
from pathlib import Path
from typing import Final

JOURNAL: Final = ".argmap-journal"
"""The record of a change of several files."""

_TEMPORARY: Final = re.compile(r"\.argmap-[0-9a-f]{16}-[0-9]{1,6}\.(?:new|old)")


class Names:
    """Names for one change, which no other change has; short, however long the names of the files are."""

    def __init__(self) -> None:
        self._change = secrets.token_hex(8)
        self._given = 0

    def new(self, folder: Path) -> Path:
        """Name a file for content that is to come."""
        return self._next(folder, "new")

    def old(self, folder: Path) -> Path:
        """Name a file for content that was there."""
        return self._next(folder, "old")

    def _next(self, folder: Path, kind: str) -> Path:
        self._given += 1
        return folder / f".argmap-{self._change}-{self._given}.{kind}"


def is_temporary(name: str) -> bool:
    """Tell whether a name is one that `Names` gives."""
    return _TEMPORARY.fullmatch(name) is not None


def is_own(name: str) -> bool:
    """Tell whether a name is the journal's or a temporary one; on some systems its case means nothing."""
    return name.lower() == JOURNAL or is_temporary(name.lower())
