"""A diagram as one document in the DOT language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from argmap.render.colouring import Colouring, colouring
from argmap.render.diagram import Diagram, Relation
from argmap.render.dot.boxes import Card, Text
from argmap.render.dot.defaults import defaults
from argmap.render.dot.escape import attributes, html, name, readable
from argmap.render.dot.heading import heading
from argmap.render.dot.layers import Web
from argmap.render.dot.lines import joint_statement, line_statement, words_of
from argmap.render.dot.orientation import Extra, Oriented, orient
from argmap.render.dot.plan import Candidate, Parts, Plan, Words
from argmap.render.dot.ranks import STRONG, in_order, levels
from argmap.render.dot.style import MARGIN, Direction, DotStyle, Spacing
from argmap.render.grouping import Group, groups
from argmap.render.numbers import POINTS_IN_AN_INCH, plain

_SMALL, _LARGE = 150, 400
_GROUP_SIZE = 15
# Graphviz would put a drawing in the middle below a heading that is broader than it.
_HEADING = 0.9
_SLIMNESSES = (1.0, 1.2, 1.4, 1.7, 2.0, 2.35)
# Narrow boxes have ragged lines, and become less narrow pictures than they promise.
_RAGGEDNESS, _RELUCTANCE = 0.1, 0.2
_DIRECTIONS: tuple[Direction, ...] = ("BT", "LR")
# So many boxes and lines are laid out, all plans together.
_MOST_WORK = 1_500
# As broad as “undermines”.
_WORD = 54.0
# As high as they mostly become.
_TITLE, _LEGEND = 45.0, 85.0


def to_dot(diagram: Diagram, style: DotStyle | None = None) -> str:
    """Write a diagram as one DOT document, which any Graphviz draws.

    Args:
        diagram: what is drawn.
        style: how.

    Returns:
        The document. Each node and edge has the id that it has in the diagram. The same arguments give the
        same text.
    """
    return _best(diagram, style or DotStyle(), told=True).text()


def to_plan(diagram: Diagram, style: DotStyle | None = None) -> Plan:
    """Write a diagram as `to_dot` does, but for what Graphviz need not know: texts and tooltips."""
    return _best(diagram, style or DotStyle(), told=False).plan()


def to_plans(diagram: Diagram, style: DotStyle) -> list[Candidate]:
    """Write the plans among which the best can be found by laying them out: narrow boxes, both directions.

    Args:
        diagram: what is drawn.
        style: how.

    Returns:
        At least one plan; of several, the one that promises most comes first. The larger the diagram, the
        fewer they are.
    """
    chosen = style.direction or style.engine != "dot"
    styles = [style] if chosen else [replace(style, direction=way) for way in _DIRECTIONS]
    writers = [writer for each in styles for writer in _writers(diagram, each, told=False)]
    writers.sort(key=lambda writer: writer.worth, reverse=True)
    most = max(1, _MOST_WORK // (len(diagram.boxes) + len(diagram.lines) + 1))
    return [Candidate(writer.plan(), writer.ease) for writer in writers[:most]]


def cards_of(
    diagram: Diagram, style: DotStyle, colours: Colouring | None = None, slimness: float = 1.0
) -> dict[str, Card]:
    """Give the boxes of a diagram as they look in it.

    Args:
        diagram: what is drawn.
        style: how.
        colours: of the boxes; by default those that the style asks for.
        slimness: how many times narrower than usual they are.

    Returns:
        Statement to its card; equal cards look the same.
    """
    chosen = colours or colouring(diagram, style.theme, style.colour_by)
    text = style.text or _text_for(len(diagram.boxes))
    named = not diagram.is_anonymous
    return {box.id: Card(box, chosen.of(box), style.theme, text, named, slimness) for box in diagram.boxes}


def _best(diagram: Diagram, style: DotStyle, *, told: bool) -> "_Writer":
    return max(_writers(diagram, style, told=told), key=lambda writer: writer.worth)


def _writers(diagram: Diagram, style: DotStyle, *, told: bool) -> "list[_Writer]":
    """Try narrower boxes where the room is measured."""
    is_measured = style.room.is_measured and len(diagram.boxes) <= _SMALL
    slimnesses = _SLIMNESSES if is_measured else (1.0,)
    return [_Writer(diagram, style, told=told, slimness=slimness) for slimness in slimnesses]


class _Writer:
    def __init__(self, diagram: Diagram, style: DotStyle, *, told: bool, slimness: float) -> None:
        self._told = told
        self.ease = slimness**-_RAGGEDNESS
        self._diagram = diagram
        self._style = style
        self._colouring = colouring(diagram, style.theme, style.colour_by)
        self._named = Counter(line.id for line in diagram.lines)
        self._joints = {joint.id: joint for joint in diagram.joints}
        self._groups = groups(diagram, style.group_by)
        self.cards = cards_of(diagram, style, self._colouring, slimness)
        self._oriented = self._orient(self.cards)
        self.worth = self._oriented.scale / slimness**_RELUCTANCE

    def _orient(self, cards: dict[str, Card]) -> Oriented:
        web = Web([*cards, *self._joints], self._joints.keys())
        web.connect((line.tail, line.head) for line in self._diagram.lines)
        members = [group.nodes for group in self._groups]
        return orient(web, cards, members, self._style, self._extra())

    def _extra(self) -> Extra:
        if not self._style.room.is_measured:
            return Extra()
        has_words = any(line.relation is not Relation.SUPPORT for line in self._diagram.lines)
        head = _TITLE * bool(self._diagram.title) + _LEGEND * self._style.legend
        # Graphviz gives words ranks of their own.
        return Extra(_WORD * has_words, self._style.spacing.apart * has_words, head)

    def words(self) -> dict[str, Words]:
        """Say of each joint and line what the text leaves out."""
        said = {key: Words(readable(joint.tooltip)) for key, joint in self._joints.items()}
        for line in self._diagram.lines:
            if not self._is_told(line.id):
                said[line.id] = words_of(line, self._style.theme, spacious=self._spacious)
        return said

    def _is_told(self, line: str) -> bool:
        """Tell whether the text says all of a line: it does where two have the same ends, and so one id."""
        return self._told or self._named[line] > 1

    @property
    def _spacious(self) -> bool:
        return len(self.cards) <= _SMALL

    def plan(self) -> Plan:
        return Plan(self.text(), Parts(self.cards, self.words()))

    def text(self) -> str:
        return "\n".join(self._document()) + "\n"

    def _document(self) -> Iterator[str]:
        level = self._oriented.block.level
        nodes = [line for number, group in enumerate(self._groups) for line in self._group(group, number)]
        yield "digraph {"
        yield from self._defaults()
        yield from nodes
        if self._style.engine == "dot":
            yield from levels(self._oriented)
        for line in self._diagram.lines:
            upwards = level[line.tail] > level[line.head]
            told = self._is_told(line.id)
            yield line_statement(line, self._style.theme, upwards=upwards, spacious=self._spacious, told=told)
        yield "}"

    def _defaults(self) -> Iterator[str]:
        style = self._style
        label = heading(self._diagram, self._colouring, style, _HEADING * self._oriented.width)
        graph = {"outputorder": "edgesfirst", **_layout(style.engine, self._oriented, style.spacing)}
        edge = {"fontsize": "9", "arrowsize": "0.8", "weight": f"{STRONG}"}
        return defaults(label, style, graph, edge)

    def _group(self, group: Group, number: int) -> Iterator[str]:
        members = set(group.nodes)
        if group.label:
            yield f"subgraph cluster_{number} {{"
            yield self._frame(group)
        for node in in_order(self._oriented):
            if node in members:
                yield self._node(node)
        if group.label:
            yield "}"

    def _node(self, node: str) -> str:
        if node in self.cards:
            card = self.cards[node]
            return card.statement() if self._told else card.place()
        return joint_statement(self._joints[node], self._style.theme, told=self._told)

    def _frame(self, group: Group) -> str:
        ink = self._style.theme.quiet
        label = f'<FONT POINT-SIZE="{_GROUP_SIZE}" COLOR="{ink}"><B>{html(group.label)}</B></FONT>'
        looks = attributes(
            label=f"<{label}>",
            # Graphviz turns the labels of clusters upside down with the drawing.
            labelloc="b" if self._oriented.direction == "BT" else "t",
            labeljust="l",
            style="rounded",
            color=name(ink),
            margin=plain(MARGIN),
        )
        return f"graph {looks}"


def _text_for(boxes: int) -> Text:
    return "full" if boxes <= _SMALL else "short" if boxes <= _LARGE else "title"


def _layout(engine: str, oriented: Oriented, spacing: Spacing) -> dict[str, str]:
    if engine != "dot":
        return {"layout": name(engine), "overlap": "false", "sep": name("+16"), "splines": "true"}
    return {
        "rankdir": oriented.direction,
        "newrank": "true",
        "splines": "spline",
        "nodesep": plain(spacing.between / POINTS_IN_AN_INCH, 3),
        # Words beside lines make Graphviz double the levels, and halve the room between them.
        "ranksep": plain(spacing.apart / POINTS_IN_AN_INCH / 2, 3),
    }
