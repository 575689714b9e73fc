"""What the strokes of a picture mean, drawn with these strokes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from argmap.render.diagram import Diagram, Line, Relation
from argmap.render.html.elements import Markup, element
from argmap.render.html.strokes import sample

_MEANINGS = {
    Relation.SUPPORT: ("supports", "a premise, or premises taken together, and what follows"),
    Relation.REBUT: ("rebuts", "the conclusion is false"),
    Relation.UNDERMINE: ("undermines", "a premise or presupposition is false or doubtful"),
    Relation.UNDERCUT: ("undercuts", "granted, but it does not follow"),
    Relation.RESTATE: ("restates", "says the same in other words"),
}
_INFERRED = "inferred by the editor, voiced by nobody"


def legend(diagram: Diagram, root: Element) -> Markup:
    """List the kinds of lines that a picture has.

    Args:
        diagram: what the picture shows.
        root: the picture.

    Returns:
        A list, empty where the picture has no lines.
    """
    groups = {group.get("id"): group for group in root.iter("g")}
    rows = [
        element("li", {}, stroke, _words(line))
        for line in _one_of_each(diagram)
        if (group := groups.get(line.id)) is not None and (stroke := sample(group))
    ]
    return element("ul", {"class": "legend"}, *rows)


def _one_of_each(diagram: Diagram) -> Iterator[Line]:
    whole = [line for line in diagram.lines if line.arrow]
    for relation in Relation:
        for inferred in (False, True):
            yield from [line for line in whole if (line.relation, line.inferred) == (relation, inferred)][:1]


def _words(line: Line) -> Markup:
    verb, meaning = _MEANINGS[line.relation]
    if line.inferred:
        return element("span", {}, element("b", {}, verb), f": {_INFERRED}")
    return element("span", {}, element("b", {}, verb), f": {meaning}")
