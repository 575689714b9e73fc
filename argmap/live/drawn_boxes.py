"""The boxes of a page, each drawn once and then remembered for as long as it looks the same."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.render.diagram import Diagram
from argmap.render.dot.boxes import Card
from argmap.render.fonts.bundled import FONT_STACK
from argmap.render.html.elements import Markup, element
from argmap.render.html.embedding import STATEMENT, embed
from argmap.render.html.repaint import Paints
from argmap.render.maps import caption_of
from argmap.render.svg.boxes_alone import boxes_alone
from argmap.render.svg.markup import serialise

_ROOM: Final = 3
"""How many times the area of all boxes the sheet of a picture has."""

_MANY: Final = 1000
"""So many boxes are remembered in any case."""


@dataclass(frozen=True)
class DrawnBox:
    """A box as a part of a page.

    Args:
        markup: its `g` element.
        paints: the colours in it.
    """

    markup: Markup
    paints: Paints


class DrawnBoxes:
    """Draws boxes, those that it drew before excepted."""

    def __init__(self) -> None:
        self._kept: dict[Card, DrawnBox] = {}

    def of(
        self, argument_map: ArgumentMap, diagram: Diagram, cards: Mapping[str, Card]
    ) -> dict[str, DrawnBox]:
        """Give the drawn boxes of a diagram.

        Args:
            argument_map: the map.
            diagram: what is drawn of it.
            cards: statement -> its box as it is to look.
        """
        new = {key: card for key, card in cards.items() if card not in self._kept}
        if new:
            self._draw(argument_map, replace(diagram, boxes=tuple(c.box for c in new.values())), new)
        # What is not shown now may be shown again after the next undo or checkout, but not for ever.
        if len(self._kept) > 2 * len(cards) + _MANY:
            self._kept = {card: self._kept[card] for card in cards.values()}
        return {key: self._kept[card] for key, card in cards.items()}

    def _draw(self, argument_map: ArgumentMap, diagram: Diagram, cards: Mapping[str, Card]) -> None:
        picture = boxes_alone(cards.values(), caption_of(argument_map, diagram))
        for group in embed(picture, diagram).root.iter("g"):
            if STATEMENT in group.get("class", "").split():
                markup = Markup(serialise(group).partition("\n")[2].strip())
                self._kept[cards[group.get("id", "")]] = DrawnBox(markup, Paints.of(group))


def sheet_of(boxes: Mapping[str, DrawnBox], cards: Mapping[str, Card]) -> Markup:
    """Put the boxes of a page into one `svg` element, which its scripts then lay out.

    Args:
        boxes: statement -> its drawn box.
        cards: statement -> what that shows.
    """
    side = math.ceil(math.sqrt(_ROOM * sum(card.width * card.height for card in cards.values())))
    graph = element("g", {"class": "graph"}, *(box.markup for box in boxes.values()))
    attributes = {
        "id": "ui:picture",
        "class": "picture",
        "viewBox": f"0 0 {side} {side}",
        "width": str(side),
        "height": str(side),
        "role": "graphics-document",
        "aria-label": "Diagram; the outline says the same in words",
        "font-family": FONT_STACK,
    }
    return element("svg", attributes, graph)


def paints_of(boxes: Mapping[str, DrawnBox]) -> Paints:
    """Give the colours of all boxes."""
    found = Paints()
    for paints in {box.paints for box in boxes.values()}:
        found |= paints
    return found
