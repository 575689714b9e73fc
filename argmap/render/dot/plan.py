"""What Graphviz has to lay out, and what is drawn where it does."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from argmap.render.dot.boxes import Card


class Words(NamedTuple):
    """What is said of a line or of a joint.

    Args:
        tooltip: all of it, in one or more lines.
        beside: the word that stands beside the line; empty where none does, or where Graphviz puts it there.
        ink: the colour of that word.
    """

    tooltip: str
    beside: str = ""
    ink: str = ""


class Parts(NamedTuple):
    """What Graphviz need not know.

    Args:
        cards: node -> the box that belongs in its place; the graph says all of any other node.
        words: line or joint -> what is said of it, where the graph does not say that.
    """

    cards: Mapping[str, Card] = {}
    words: Mapping[str, Words] = {}


NOTHING: Final = Parts()
"""What a graph leaves out that says all."""


class Plan(NamedTuple):
    """A drawing before anything has its place.

    Args:
        dot: one graph in the DOT language.
        parts: what else belongs to it.
    """

    dot: str
    parts: Parts = NOTHING


class Candidate(NamedTuple):
    """One of several plans for the same drawing.

    Args:
        plan: the plan.
        ease: how easily its text reads, of two that are shown equally large; 1 for the best.
    """

    plan: Plan
    ease: float
