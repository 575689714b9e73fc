"""What the strokes of a picture mean, drawn with these strokes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element

from argmap.render.diagram import Diagram, Line, Relation
from argmap.render.html.elements import Markup, element
from argmap.render.html.strokes import sample
from argmap.render.html.voices import Voice

_MEANINGS = {
    Relation.SUPPORT: ("supports", "a premise, or joint premises, and what follows"),
    Relation.REBUT: ("rebuts", "the conclusion is false"),
    Relation.UNDERMINE: ("undermines", "a premise or presupposition is false or doubtful"),
    Relation.UNDERCUT: ("undercuts", "granted, but it does not follow"),
    Relation.RESTATE: ("restates", "says the same in other words"),
}
_CHANGES = "Thick and with the word “new”: not in the older version. Thin, dotted, “gone”: only there."
_STRIPED = "a speaker for whom no colour was left; another speaker has it without stripes"
_INFERRED = "Dotted: inferred by the editor, voiced by nobody."


Strokes: TypeAlias = Mapping[tuple[Relation, bool], Markup]
"""How lines look, by what they mean and whether the editor infers them."""


def strokes_of(diagram: Diagram, root: Element) -> Strokes:
    """Take from a picture how its lines look.

    Args:
        diagram: what the picture shows.
        root: the picture.
    """
    groups = {group.get("id"): group for group in root.iter("g")}
    return {
        (relation, line.inferred): stroke
        for relation, lines in _by_relation(diagram)
        for line in lines
        if line.id in groups and (stroke := sample(groups[line.id]))
    }


def legend(diagram: Diagram, strokes: Strokes, voices: Iterable[Voice] = ()) -> Markup:
    """List the kinds of lines and marks that a picture has.

    Args:
        diagram: what the picture shows.
        strokes: how its lines look.
        voices: the marks of its speakers.

    Returns:
        A list, empty where the picture has no lines.
    """
    rows = [_row(relation, lines, strokes) for relation, lines in _by_relation(diagram)]
    if any(box.needs_reply for box in diagram.boxes):
        rows.append(_mark_row())
    if striped := next((voice for voice in voices if voice.stripes), None):
        rows.append(_stripe_row(striped))
    if any(line.inferred for line in diagram.lines):
        rows.append(element("li", {"class": "quiet"}, _INFERRED))
    if any(line.change for line in diagram.lines):
        rows.append(element("li", {"class": "quiet"}, _CHANGES))
    return element("ul", {"class": "legend"}, *rows)


def examples(diagram: Diagram) -> tuple[Line, ...]:
    """Give the lines by which the legend of a diagram shows what lines mean."""
    return tuple(line for _, lines in _by_relation(diagram) for line in lines)


def _mark_row() -> Markup:
    sign = element("span", {"class": "open-sign"}, "?")
    words = element("span", {}, element("b", {}, "open"), ": a challenge to which nobody has replied")
    return element("li", {}, element("span", {"class": "strokes"}, sign), words)


def _stripe_row(voice: Voice) -> Markup:
    sign = element("span", {"class": f"person {voice.name}"})
    words = element("span", {}, element("b", {}, "striped"), f": {_STRIPED}")
    return element("li", {}, element("span", {"class": "strokes"}, sign), words)


def _by_relation(diagram: Diagram) -> Iterator[tuple[Relation, list[Line]]]:
    """Give each kind of line with one that is stated and one that is inferred, where there are such."""
    whole = [line for line in diagram.lines if line.arrow]
    for relation in Relation:
        alike = [line for line in whole if line.relation is relation]
        examples = {line.inferred: line for line in reversed(alike)}
        if examples:
            yield relation, [examples[inferred] for inferred in sorted(examples)]


def _row(relation: Relation, lines: list[Line], looks: Strokes) -> Markup:
    strokes = [looks[key] for line in lines if (key := (relation, line.inferred)) in looks]
    verb, meaning = _MEANINGS[relation]
    words = element("span", {}, element("b", {}, verb), f": {meaning}")
    return element("li", {"class": relation.value}, element("span", {"class": "strokes"}, *strokes), words)
