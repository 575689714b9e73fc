"""Whether a drawing grows upwards or sideways, whichever suits a screen better."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.render.dot.arrangement import Block, Sizes, arrange
from argmap.render.dot.boxes import Card
from argmap.render.dot.layers import Web, levels
from argmap.render.dot.style import APART, BETWEEN, LYING, MARGIN, Direction

_SLIDE = 16 / 10
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
    """

    direction: Direction
    block: Block

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


def orient(
    web: Web, cards: Mapping[str, Card], groups: Sequence[Sequence[str]], wanted: Direction | None
) -> Oriented:
    """Arrange nodes, in the direction that can be shown largest on a slide unless one is wanted.

    Args:
        web: nodes and lines.
        cards: the boxes.
        groups: all nodes, split up.
        wanted: the direction to use.
    """
    candidates: Sequence[Direction] = [wanted] if wanted else ["BT", "LR"]
    level = levels(web)
    width = {key: card.width for key, card in cards.items()}
    height = {key: card.height for key, card in cards.items()}
    found = [
        Oriented(each, arrange(web, level, _sizes(width, height, each), groups, 3 * MARGIN))
        for each in candidates
    ]
    preference = _PREFERENCE if len(groups) == 1 else 1.0
    return max(found, key=lambda each: _worth(each) * (1.0 if each.is_lying else preference))


def _sizes(width: Mapping[str, float], height: Mapping[str, float], direction: Direction) -> Sizes:
    if direction in LYING:
        return Sizes(height, width, BETWEEN, APART, 1 / _SLIDE)
    return Sizes(width, height, BETWEEN, APART, _SLIDE)


def _worth(found: Oriented) -> float:
    bearable = _NARROWEST * found.height <= found.width <= _BROADEST * found.height
    scale = found.block.scale(1 / _SLIDE if found.is_lying else _SLIDE)
    return scale if bearable else scale * _STRIP
