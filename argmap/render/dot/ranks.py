"""Telling Graphviz what stands beside and above what, by invisible nodes and edges."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.render.dot.escape import name
from argmap.render.dot.orientation import Oriented

_STRAIGHT = 1_000
STRONG = 50
"""The weight of lines that are seen: no pull towards the edge may bend them."""

_MARK = '[style=invis shape=point width=0 label=""]'


def in_order(oriented: Oriented) -> Sequence[str]:
    """List the nodes in the order in which Graphviz must be told of them.

    It puts what it is told first to the left, but to the bottom when it draws from left to right.
    """
    return oriented.block.order[::-1] if oriented.is_lying else oriented.block.order


def levels(oriented: Oriented) -> Iterator[str]:
    """Tie each level together; a chain of invisible nodes keeps the levels in order.

    The chain also marks the edge of the picture: it draws to itself what should stand there.
    """
    rows: dict[int, list[str]] = {}
    for node in in_order(oriented):
        rows.setdefault(oriented.block.level[node], []).append(name(node))
    prefix = _free_prefix(oriented)
    marks = {level: name(f"{prefix} {level}") for level in sorted(rows)}
    for level, mark in marks.items():
        yield f"{{rank=same; {mark} {_MARK}; {'; '.join(rows[level])}}}"
    for low, high in pairwise(marks):
        yield f"{marks[high]} -> {marks[low]} [style=invis weight={_STRAIGHT} minlen={high - low}]"
    for node in oriented.block.first:
        yield f"{marks[oriented.block.level[node]]} -> {name(node)} [style=invis weight=1]"


def _free_prefix(oriented: Oriented) -> str:
    """Find a word that no node's name begins with."""
    prefix = "level"
    while any(node.startswith(f"{prefix} ") for node in oriented.block.level):
        prefix += "'"
    return prefix
