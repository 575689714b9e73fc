"""Whether a drawing grows upwards or sideways, whichever suits its room better."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.render.dot.arrangement import Block, Sizes, arrange
from argmap.render.dot.boxes import Card
from argmap.render.dot.layers import Web, levels
from argmap.render.dot.style import LYING, MARGIN, Direction, DotStyle
from argmap.render.room import Extent

# By how much a drawing from left to right must be better before it is preferred. Where lines run between
# groups, upright drawings become broader than they look from here.
_PREFERENCE = 1.1
# What is broader or narrower than this is a strip, and worth so much less.
_NARROWEST, _BROADEST, _STRIP = 0.5, 2.0, 0.7


class Oriented(NamedTuple):
    """An arrangement, and the direction it was made for.

    Args:
        direction: where lines lead.
        block: levels and order of all nodes.
        scale: how large it can be shown in its room, as `Room.scale` has it.
    """

    direction: Direction
    block: Block
    scale: float

    @property
    def is_lying(self) -> bool:
        """Whether levels stand side by side."""
        return self.direction in LYING

    @property
    def width(self) -> float:
        """About how wide the drawing will be, in points."""
        return self.block.length if self.is_lying else self.block.breadth

    @property
    def height(self) -> float:
        """About how high the drawing will be, in points."""
        return self.block.breadth if self.is_lying else self.block.length


class Extra(NamedTuple):
    """What needs room besides boxes, in points.

    Args:
        words: between levels that stand side by side, for words beside lines.
        ranks: between levels that stand above each other, for the same.
        head: above the drawing.
    """

    words: float = 0.0
    ranks: float = 0.0
    head: float = 0.0


def orient(
    web: Web,
    cards: Mapping[str, Card],
    groups: Sequence[Sequence[str]],
    style: DotStyle,
    extra: Extra | None = None,
) -> Oriented:
    """Arrange nodes, in the direction that can be shown largest in a room unless one is wanted.

    Args:
        web: nodes and lines.
        cards: the boxes.
        groups: all nodes, split up.
        style: the room to fill, and the direction if one is wanted.
        extra: what else needs room.
    """
    directions: Sequence[Direction] = [style.direction] if style.direction else ["BT", "LR"]
    fill, level, more = style.room, levels(web), extra or Extra()
    width = {key: card.width for key, card in cards.items()}
    height = {key: card.height for key, card in cards.items()}

    def placed(direction: Direction, extent: Extent) -> Oriented:
        between, apart, _ = style.spacing
        sizes = (
            Sizes(height, width, between, apart + more.words, 1 / extent.shape)
            if direction in LYING
            else Sizes(width, height, between, apart + more.ranks, extent.shape)
        )
        block = arrange(web, level, sizes, groups, 3 * MARGIN)
        found = Oriented(direction, block, 0.0)
        return found._replace(scale=fill.scale(found.width, found.height + more.head, extent))

    found = [placed(direction, extent) for extent in fill.extents for direction in directions]
    preference = _PREFERENCE if len(groups) == 1 and not fill.is_measured else 1.0
    return max(found, key=lambda each: _worth(each) * (1.0 if each.is_lying else preference))


def _worth(found: Oriented) -> float:
    bearable = _NARROWEST * found.height <= found.width <= _BROADEST * found.height
    return found.scale if bearable else found.scale * _STRIP
