"""Which characters of a file are to change."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Change:
    """Other text in place of some characters: from ``start`` to before ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All changes of one file.

    Args:
        changes: sorted, none overlapping another.
        dropped: the spans of what goes together with the comments in it.
    """

    changes: tuple[Change, ...]
    dropped: tuple[tuple[int, int], ...] = ()
