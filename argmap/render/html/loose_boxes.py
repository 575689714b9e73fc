"""Boxes for a page that lays itself out, each drawn once and remembered for as long as it looks the same."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from argmap.render.diagram import Diagram
from argmap.render.dot.boxes import Card
from argmap.render.fonts.bundled import FONT_STACK
from argmap.render.html.elements import Markup, element
from argmap.render.html.embedding import PICTURE, STATEMENT, markup_of, prepare
from argmap.render.html.repaint import Paints
from argmap.render.svg.boxes_alone import boxes_alone

_MANY: Final = 1000
"""So many boxes are remembered in any case."""

_AT_ONCE: Final = 500
"""Elements take much more memory than what is written of them."""


@dataclass(frozen=True)
class LooseBox:
    """A box as a part of a page.

    Args:
        markup: its `g` element.
        paints: the colours in it.
    """

    markup: Markup
    paints: Paints


class LooseBoxes:
    """Draws boxes, those that it drew before excepted."""

    def __init__(self) -> None:
        self._kept: dict[Card, LooseBox] = {}

    def of(self, diagram: Diagram, cards: Mapping[str, Card]) -> dict[str, LooseBox]:
        """Give the drawn boxes of a diagram.

        Args:
            diagram: what is drawn of a map.
            cards: statement -> its box as it is to look.
        """
        self._kept |= drawn_boxes(diagram, (card for card in cards.values() if card not in self._kept))
        # What is not shown now may be shown again after the next undo or checkout, but not for ever.
        if len(self._kept) > 2 * len(cards) + _MANY:
            self._kept = {card: self._kept[card] for card in cards.values()}
        return {key: self._kept[card] for key, card in cards.items()}


def drawn_boxes(diagram: Diagram, cards: Iterable[Card]) -> dict[Card, LooseBox]:
    """Draw boxes.

    Args:
        diagram: to which they belong.
        cards: the boxes as they are to look.
    """
    waiting = iter(cards)
    found: dict[Card, LooseBox] = {}
    while some := {card.box.id: card for card in islice(waiting, _AT_ONCE)}:
        found |= _drawn(diagram, some)
    return found


def _drawn(diagram: Diagram, cards: Mapping[str, Card]) -> Iterator[tuple[Card, LooseBox]]:
    root = boxes_alone(cards.values())
    prepare(root, replace(diagram, boxes=tuple(card.box for card in cards.values())))
    for group in root.iter("g"):
        if STATEMENT in group.get("class", "").split():
            yield cards[group.get("id", "")], LooseBox(markup_of(group), Paints.of(group))


def sheet_of(boxes: Iterable[LooseBox]) -> Markup:
    """Put the boxes of a page into one `svg` element.

    Args:
        boxes: as they are drawn.
    """
    graph = element("g", {"class": "graph"}, *(box.markup for box in boxes))
    return element("svg", PICTURE | {"font-family": FONT_STACK}, graph)


def paints_of(boxes: Iterable[LooseBox]) -> Paints:
    """Give the colours of all boxes."""
    found = Paints()
    for paints in {box.paints for box in boxes}:
        found |= paints
    return found
