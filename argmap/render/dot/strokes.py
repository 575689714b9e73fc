"""How the lines of a diagram look; colour is never the only sign."""

from dataclasses import dataclass

from argmap.render.diagram import Relation
from argmap.render.theme import Theme

INFERRED = "inferred"
"""The word beside lines that the map's editor supplied."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """The look of a line.

    Args:
        colour: as `#rrggbb`.
        ink: of the word beside it.
        style: `solid`, `dashed` or `dotted`, as Graphviz has it.
        thickness: in points.
        head: the arrowhead, as Graphviz calls it.
        glyph: a character that looks like the arrowhead, for the legend.
        word: beside the line, and in the legend.
    """

    colour: str
    ink: str
    style: str
    thickness: float
    head: str
    glyph: str
    word: str


_HEADS = {
    Relation.SUPPORT: ("normal", "►", "supports"),
    Relation.REBUT: ("diamond", "♦", "rebuts"),
    Relation.UNDERMINE: ("odiamond", "◊", "undermines"),
    Relation.UNDERCUT: ("tee", "│", "undercuts"),
}


def stroke(relation: Relation, theme: Theme, *, inferred: bool) -> Stroke:
    """Choose the look of a line.

    Args:
        relation: how its tail bears on its head.
        theme: the colours.
        inferred: whether the map's editor supplied it.
    """
    head, glyph, word = _HEADS[relation]
    supports = relation is Relation.SUPPORT
    colour, ink = (theme.support, theme.support_text) if supports else (theme.attack, theme.attack_text)
    style = "dotted" if inferred else "solid" if supports else "dashed"
    thickness = 2.2 if inferred else 1.5
    return Stroke(colour, ink, style, thickness, head, glyph, word)
