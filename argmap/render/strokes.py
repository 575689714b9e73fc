"""How the lines of a diagram look; colour is never the only sign."""

from dataclasses import dataclass

from argmap.queries.changes.fates import Change
from argmap.render.diagram import Relation
from argmap.render.theme import Theme

_THICK, _THIN = 2.2, 0.7
"""How much thicker a new line is, and how much thinner one that is gone."""

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
    Relation.CHALLENGE: ("box", "■", "challenges"),
    Relation.RESTATE: ("vee", "►", "restates"),
}


_ATTACKS = frozenset({Relation.REBUT, Relation.UNDERMINE, Relation.UNDERCUT, Relation.CHALLENGE})


def stroke(relation: Relation, theme: Theme, *, inferred: bool, change: str = "") -> Stroke:
    """Choose the look of a line.

    Args:
        relation: how its tail bears on its head.
        theme: the colours.
        inferred: whether the map's editor supplied it.
        change: whether it is new or gone; empty where that is not told.
    """
    head, glyph, word = _HEADS[relation]
    style = "dotted" if inferred else "dashed" if is_attack(relation) else "solid"
    thickness = (2.2 if inferred else 1.5) * theme.line_width
    if change == Change.GONE:
        return Stroke(theme.quiet, theme.quiet, "dotted", _THIN * thickness, head, glyph, f"gone: {word}")
    if change:
        thickness, word = _THICK * thickness, f"{change}: {word}"
    return Stroke(*_colours(relation, theme), style, thickness, head, glyph, word)


def is_attack(relation: Relation) -> bool:
    """Tell whether a relation speaks against its target."""
    return relation in _ATTACKS


def _colours(relation: Relation, theme: Theme) -> tuple[str, str]:
    if relation is Relation.RESTATE:
        return theme.quiet, theme.quiet
    if is_attack(relation):
        return theme.attack, theme.attack_text
    return theme.support, theme.support_text
