"""Telling Graphviz what stands beside and above what, by invisible nodes and edges."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.render.dot.escape import attributes, name
from argmap.render.dot.orientation import Oriented
from argmap.render.dot.style import BETWEEN, POINTS_IN_AN_INCH

_MARK = '[style=invis shape=point width=0 label=""]'


def in_order(oriented: Oriented) -> Sequence[str]:
    """List the nodes in the order in which Graphviz must be told of them.

    It puts what it is told first to the left, but to the bottom when it draws from left to right.
    """
    return oriented.block.order[::-1] if oriented.is_lying else oriented.block.order


def with_fillers(oriented: Oriented, nodes: Sequence[str]) -> Iterator[str]:
    """Yield node statements and invisible boxes that fill the ends of shelves, so that all begin on one line.

    Args:
        oriented: levels and order.
        nodes: the statements of all other nodes, in order.
    """
    fillers = [_filler(oriented, level) for level in oriented.block.fillers]
    yield from (*fillers, *nodes) if oriented.is_lying else (*nodes, *fillers)


def levels(oriented: Oriented) -> Iterator[str]:
    """Tie each level together; a chain of invisible nodes keeps the levels in order."""
    rows: dict[int, list[str]] = {}
    for node in in_order(oriented):
        rows.setdefault(oriented.block.level[node], []).append(name(node))
    for level in oriented.block.fillers:
        rows[level].append(_filler_name(oriented, level))
    prefix = _free_prefix(oriented)
    marks = {level: name(f"{prefix} {level}") for level in sorted(rows)}
    for level, mark in marks.items():
        yield f"{{rank=same; {mark} {_MARK}; {'; '.join(rows[level])}}}"
    for low, high in pairwise(marks):
        yield f"{marks[high]} -> {marks[low]} [style=invis minlen={high - low}]"


def _filler(oriented: Oriented, level: int) -> str:
    free = max(oriented.block.fillers[level] - BETWEEN, 1.0) / POINTS_IN_AN_INCH
    size = {"width": "0.01", "height": f"{free:.2f}"} if oriented.is_lying else {"width": f"{free:.2f}"}
    looks = attributes(**{"style": "invis", "shape": "box", "label": '""', "height": "0.01", **size})
    return f"{_filler_name(oriented, level)} {looks}"


def _filler_name(oriented: Oriented, level: int) -> str:
    return name(f"{_free_prefix(oriented)} {level} end")


def _free_prefix(oriented: Oriented) -> str:
    """Find a word that no node's name begins with."""
    prefix = "level"
    while any(node.startswith(f"{prefix} ") for node in oriented.block.level):
        prefix += "'"
    return prefix
