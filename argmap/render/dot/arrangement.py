"""Where everything goes, as far as DOT lets one say it: the level of each node, and their order."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.render.dot.layers import Web, components
from argmap.render.dot.shelves import Part, Place, pack

_WIDENINGS = tuple(1.04**step for step in range(25))
_CROWD = 400
_GAP = 1


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are, in points.

    Args:
        breadth: box -> its extent across the levels.
        length: box -> its extent along them.
        between: room between two boxes of one level.
        apart: room between two levels of boxes.
        shape: breadth over length of the frame to fill.
    """

    breadth: Mapping[str, float]
    length: Mapping[str, float]
    between: float
    apart: float
    shape: float


@dataclass(frozen=True)
class Block:
    """Nodes that keep their places towards one another.

    Args:
        order: the nodes, in the order in which they should stand side by side.
        level: node -> level, even for boxes.
        breadth: about how broad it will be, in points across the levels.
        length: about how long, along them.
        first: those of the nodes whose part begins at the edge, if several parts do.
    """

    order: tuple[str, ...]
    level: Mapping[str, int]
    breadth: float
    length: float
    first: tuple[str, ...] = ()

    @cached_property
    def levels(self) -> int:
        """How many levels of boxes there are."""
        return max(self.level.values(), default=0) // 2 + 1

    def scale(self, shape: float) -> float:
        """Return how large the block can be shown in a frame of this breadth over length and area 1."""
        return _scale(self.breadth, self.length, shape)


def _scale(breadth: float, length: float, shape: float) -> float:
    root = math.sqrt(shape)
    return min(root / max(breadth, 1.0), 1 / root / max(length, 1.0))


def arrange(
    web: Web, level: Mapping[str, int], sizes: Sizes, groups: Sequence[Sequence[str]], margin: float = 0.0
) -> Block:
    """Arrange nodes so that the picture can be shown as large as possible.

    Without groups, unconnected parts are put on shelves. Groups stand side by side, so that the lines between
    them lead the same way as all others.

    Args:
        web: nodes and lines.
        level: of each node, as `argmap.render.dot.layers.levels` gives it.
        sizes: of the boxes, and of the frame to fill.
        groups: all nodes, split up.
        margin: points between two groups.

    Returns:
        One block with all nodes; the same for the same arguments.
    """
    if len(groups) > 1:
        return _side_by_side([_block(nodes, level, sizes) for nodes in groups], sizes, margin)
    return _best([_block(nodes, level, sizes) for nodes in components(web)], sizes)


def _side_by_side(blocks: Sequence[Block], sizes: Sizes, margin: float) -> Block:
    """Give each block a strip of its own across all levels."""
    order = [node for block in blocks for node in block.order]
    level = {node: at for block in blocks for node, at in block.level.items()}
    breadth = sum(block.breadth + margin for block in blocks)
    return Block(tuple(order), level, breadth, _length(level, sizes))


def _best(blocks: Sequence[Block], sizes: Sizes) -> Block:
    """Put blocks on shelves of several breadths, and take what can be shown largest."""
    parts = [Part(key, block.breadth, block.levels) for key, block in enumerate(blocks)]
    rows = [_longest(block.level, sizes) for block in blocks]
    tried = [pack(parts, breadth, _GAP) for breadth in _breadths(blocks, sizes)]
    best = max(tried, key=lambda places: _scale(*_extent(places, blocks, rows, sizes.apart), sizes.shape))
    return _placed(best, blocks, sizes)


def _extent(
    places: Sequence[Place], blocks: Sequence[Block], rows: Sequence[Mapping[int, float]], apart: float
) -> tuple[float, float]:
    """Return how broad and how long blocks are together, without looking at their nodes."""
    breadth = max((place.across + blocks[place.key].breadth for place in places), default=0.0)
    last = max((place.level + blocks[place.key].levels - 1 for place in places), default=0)
    longest: dict[int, float] = {}
    for place in places:
        for at, length in rows[place.key].items():
            level = at + 2 * place.level
            if length > longest.get(level, 0.0):
                longest[level] = length
    return breadth, sum(longest.values()) + apart * last


def _breadths(blocks: Sequence[Block], sizes: Sizes) -> list[float]:
    """Suggest how broad the picture may be, from a little less than the boxes alone would fill."""
    area = sum(block.breadth * (block.length + sizes.apart) for block in blocks)
    least = max([0.7 * math.sqrt(area * sizes.shape), *(block.breadth for block in blocks)])
    return [least * step for step in (_WIDENINGS if len(blocks) < _CROWD else _WIDENINGS[::6])]


def _placed(places: Sequence[Place], blocks: Sequence[Block], sizes: Sizes) -> Block:
    order = [node for place in places for node in blocks[place.key].order]
    level = {
        node: blocks[place.key].level[node] + 2 * place.level
        for place in places
        for node in blocks[place.key].order
    }
    breadth = max((place.across + blocks[place.key].breadth for place in places), default=0.0)
    at_edge = [blocks[place.key] for place in places if not place.across]
    first = [node for block in at_edge for node in block.order] if len(at_edge) > 1 else []
    return Block(tuple(order), level, breadth, _length(level, sizes), tuple(first))


def _rows(level: Mapping[str, int], sizes: Sizes) -> dict[int, float]:
    """Add up how broad each level of boxes is."""
    rows: dict[int, float] = {}
    for node, at in level.items():
        if node in sizes.breadth:
            rows[at] = rows.get(at, 0.0) + sizes.breadth[node] + sizes.between
    return rows


def _block(nodes: Sequence[str], level: Mapping[str, int], sizes: Sizes) -> Block:
    """Make a block of a connected part."""
    own = {node: level[node] for node in nodes}
    rows = _rows(own, sizes)
    return Block(tuple(nodes), own, max(rows.values()), _length(own, sizes))


def _length(level: Mapping[str, int], sizes: Sizes) -> float:
    return sum(_longest(level, sizes).values()) + sizes.apart * (max(level.values(), default=0) // 2)


def _longest(level: Mapping[str, int], sizes: Sizes) -> dict[int, float]:
    """Find the longest box of each level of boxes."""
    rows: dict[int, float] = {}
    for node, at in level.items():
        if node in sizes.length:
            rows[at] = max(rows.get(at, 0.0), sizes.length[node])
    return rows
