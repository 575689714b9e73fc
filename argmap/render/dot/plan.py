"""What Graphviz has to lay out, and what is drawn where it does."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.render.dot.boxes import Card


class Plan(NamedTuple):
    """A drawing before anything has its place.

    Args:
        dot: one graph in the DOT language.
        cards: node -> the box that belongs in its place; the graph says all of any other node.
    """

    dot: str
    cards: Mapping[str, Card]
