"""Joints and lines in the DOT language."""

from argmap.render.diagram import Joint, Line, Relation
from argmap.render.dot.escape import attributes, name, readable, words
from argmap.render.dot.plan import Words
from argmap.render.numbers import plain
from argmap.render.strokes import INFERRED, Stroke, stroke
from argmap.render.theme import Theme


def joint_statement(joint: Joint, theme: Theme, *, told: bool = True) -> str:
    """Write a joint as a node: a small point in the colour of its line.

    Args:
        joint: what it joins.
        theme: the colours.
        told: whether what is said of it is in the statement.
    """
    look = stroke(joint.relation, theme, inferred=joint.inferred, change=joint.change)
    looks = attributes(
        id=name(joint.id),
        **{"class": name("inference" if joint.relation is Relation.SUPPORT else "attack")},
        shape="point",
        width="0.1",
        color=name(look.colour),
        tooltip=words(joint.tooltip) if told else "",
    )
    return f"{name(joint.id)} {looks}"


def line_statement(
    line: Line, theme: Theme, *, upwards: bool, spacious: bool = True, told: bool = True
) -> str:
    """Write a line as an edge.

    Args:
        line: what it joins.
        theme: the colours.
        upwards: whether it leads from a higher level to a lower one; if not, it must not move its ends.
        spacious: whether the word beside it gets room of its own, which makes the layout much slower.
        told: whether what is said of it is in the statement, but for a word that gets room of its own.
    """
    look = stroke(line.relation, theme, inferred=line.inferred, change=line.change)
    word = _word(line, look) if told or spacious else ""
    classes = filter(None, [line.relation, "inferred" if line.inferred else "", line.change])
    looks = attributes(
        id=name(line.id),
        **{"class": name(" ".join(classes))},
        color=name(look.colour),
        penwidth=plain(look.thickness),
        style="" if look.style == "solid" else look.style,
        arrowhead=look.head if line.arrow else "none",
        fontcolor=name(look.ink) if word else "",
        constraint="" if upwards else "false",
        tooltip=words(line.tooltip) if told else "",
        labeltooltip=words(line.tooltip) if word and told else "",
        **({"label" if spacious else "xlabel": words(f" {word} ")} if word else {}),
    )
    return f"{name(line.tail)} -> {name(line.head)} {looks}"


def words_of(line: Line, theme: Theme, *, spacious: bool) -> Words:
    """Return what is said of a line where its statement does not: with its word, unless that gets room."""
    look = stroke(line.relation, theme, inferred=line.inferred, change=line.change)
    return Words(readable(line.tooltip), "" if spacious else _word(line, look), look.ink)


def _word(line: Line, look: Stroke) -> str:
    """Say what colour and dashes say, once for each attack and each inferred step."""
    if not line.arrow:
        return ""
    if line.relation is Relation.SUPPORT and not line.change:
        return INFERRED if line.inferred else ""
    return f"{look.word} ({INFERRED})" if line.inferred else look.word
