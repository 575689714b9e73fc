"""Two versions of a text, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_PIECE: Final = re.compile(r"\s+|\w+(?:[\u2019'-]\w+)*|[^\w\s]")
_LONGEST: Final = 4_000
"""Of texts with more pieces, only what is alike at their ends is told apart."""


class Fate(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


def word_diff(old: str, new: str) -> list[tuple[Fate, str]]:
    """Compare two texts word by word.

    Args:
        old: the older text.
        new: the newer one.

    Returns:
        Runs of words with what became of them. Those kept and removed make up the old text, those kept and
        added the new one.
    """
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    runs: list[tuple[Fate, str]] = []
    for fate, text in _runs(before, after):
        if text and runs and runs[-1][0] is fate:
            runs[-1] = (fate, runs[-1][1] + text)
        elif text:
            runs.append((fate, text))
    return runs


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[Fate, str]]:
    start = _alike(before, after)
    end = min(_alike(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    inner = before[start : len(before) - end], after[start : len(after) - end]
    yield Fate.KEPT, "".join(before[:start])
    if max(map(len, inner)) > _LONGEST:
        yield Fate.REMOVED, "".join(inner[0])
        yield Fate.ADDED, "".join(inner[1])
    else:
        yield from _compared(*inner)
    yield Fate.KEPT, "".join(before[len(before) - end :])


def _compared(before: list[str], after: list[str]) -> Iterator[tuple[Fate, str]]:
    removed, added = "", ""
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal" and (not old.isspace() or not (removed or added)):
            yield Fate.REMOVED, removed
            yield Fate.ADDED, added
            yield Fate.KEPT, old
            removed = added = ""
        else:
            # A lone space between two changed words belongs to both changes.
            removed, added = removed + old, added + new
    yield Fate.REMOVED, removed
    yield Fate.ADDED, added


def _alike(one: list[str], other: list[str]) -> int:
    """Count the pieces at the start that are the same."""
    number = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        number += 1
    return number
