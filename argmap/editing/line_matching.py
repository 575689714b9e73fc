"""Which lines two texts have in common, in time that grows with their length (patience diff, Cohen 2009)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

_MOST: Final = 4_000_000
"""Pairs of lines that are compared in full between two lines that both texts have once."""

Block = tuple[int, int, int]
"""Where equal lines begin in the one text and in the other, and how many they are."""


def matching_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Find lines that two texts have in common, in the same order.

    Args:
        old: the lines of one text.
        new: those of the other.

    Returns:
        Runs of equal lines, in order; each as long as it can be.
    """
    found: list[Block] = []
    for i, j, size in _blocks(old, new):
        if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == j:
            found[-1] = (found[-1][0], found[-1][1], found[-1][2] + size)
        else:
            found.append((i, j, size))
    return found


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    at_old = at_new = 0
    for i, j in [*_anchors(old, new), (len(old), len(new))]:
        if i < at_old or j < at_new:
            continue
        yield from _between(old, new, (at_old, i), (at_new, j))
        at_old, at_new = i, j
        size = 0
        while at_old < len(old) and at_new < len(new) and old[at_old] == new[at_new]:
            at_old, at_new, size = at_old + 1, at_new + 1, size + 1
        if size:
            yield i, j, size


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the lines that each text has once, as many of them as stand in the same order."""
    once = {line for line, number in Counter(old).items() if number == 1}
    once &= {line for line, number in Counter(new).items() if number == 1}
    place = {line: number for number, line in enumerate(new) if line in once}
    return _in_order([(number, place[line]) for number, line in enumerate(old) if line in once])


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest list of pairs that rise in both numbers, of pairs that rise in the first."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(j)
            ends.append(number)
        else:
            tails[at], ends[at] = j, number
    found: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        found.append(pairs[last])
        last = before[last]
    return found[::-1]


def _between(
    old: Sequence[str], new: Sequence[str], in_old: tuple[int, int], in_new: tuple[int, int]
) -> Iterator[Block]:
    lines, others = old[slice(*in_old)], new[slice(*in_new)]
    if not lines or not others or len(lines) * len(others) > _MOST:
        return
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size:
            yield in_old[0] + block.a, in_new[0] + block.b, block.size
