"""Boxes without lines and without a meaning to where they stand: for these nothing has to be laid out."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from argmap.render.dot.boxes import Card
from argmap.render.dot.plan import Parts
from argmap.render.numbers import hundredths
from argmap.render.svg.finish import finish_parts


def boxes_alone(cards: Iterable[Card]) -> Element:
    """Draw boxes, each from the same corner.

    Args:
        cards: the boxes.

    Returns:
        An `svg` element, in which each box is as in the picture of a map.
    """
    by_id = {card.box.id: card for card in cards}
    root = Element("svg")
    graph = SubElement(root, "g", {"class": "graph"})
    for key, card in by_id.items():
        place = SubElement(graph, "g", {"id": key, "class": f"node {card.classes}"})
        width, height = hundredths(card.width), hundredths(card.height)
        SubElement(place, "polygon", {"points": f"0,0 {width},0 {width},{height} 0,{height}"})
    finish_parts(root, Parts(by_id))
    return root
