"""A diagram as one document in the DOT language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, get_args

from argmap.render.diagram import Box, Diagram
from argmap.render.dot.arrangement import SLIDE, Block, Sizes, arrange
from argmap.render.dot.boxes import Card, Text
from argmap.render.dot.escape import attributes, html, name
from argmap.render.dot.groups import Group, GroupBy, groups
from argmap.render.dot.heading import heading
from argmap.render.dot.layers import Web
from argmap.render.dot.lines import joint_statement, line_statement
from argmap.render.theme import DEFAULT, Theme

Direction = Literal["BT", "TB", "LR", "RL"]

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
"""Where lines lead: to the top, the bottom, the right or the left."""

_BETWEEN, _APART, _MARGIN = 14.0, 34.0, 16.0
_POINTS_IN_AN_INCH = 72
_LYING = frozenset({"LR", "RL"})
# By how much a drawing from left to right must be better before it is preferred.
_PREFERENCE = 1.15
# What is broader or narrower than this is a strip, and worth so much less.
_NARROWEST, _BROADEST, _STRIP = 0.5, 2.2, 0.7
_SMALL, _LARGE = 150, 400


@dataclass(frozen=True)
class DotStyle:
    """How a diagram is to look.

    Args:
        direction: where lines lead; by default whatever suits a screen better, `BT` or `LR`.
        text: how much text boxes show; by default all of it, less in a large diagram.
        group_by: what boxes are framed together by.
        engine: the layout engine that the drawing is meant for.
        background: a colour, or `transparent`; by default the theme's paper.
        theme: the colours.
        colours: of the speakers.
    """

    direction: Direction | None = None
    text: Text | None = None
    group_by: GroupBy = "none"
    engine: str = "dot"
    background: str = ""
    theme: Theme = DEFAULT
    colours: Mapping[str | None, str] = field(default_factory=dict)


def to_dot(diagram: Diagram, style: DotStyle) -> str:
    """Write a diagram as one DOT document, which any Graphviz draws.

    Args:
        diagram: what is drawn.
        style: how.

    Returns:
        The document. Each node and edge has the id that it has in the diagram. The same arguments give the
        same text.
    """
    return "\n".join(_Writer(diagram, style).document()) + "\n"


class _Writer:
    def __init__(self, diagram: Diagram, style: DotStyle) -> None:
        self._diagram = diagram
        self._style = style
        text = style.text or _text_for(len(diagram.boxes))
        self._cards = {box.id: self._card(box, text) for box in diagram.boxes}
        self._joints = {joint.id: joint for joint in diagram.joints}
        self._groups = groups(diagram, style.group_by)
        self._direction, self._block = self._arrange()

    def _card(self, box: Box, text: Text) -> Card:
        return Card(box, self._style.colours.get(box.speaker, self._style.theme.others), self._style.theme, text)

    def _arrange(self) -> tuple[Direction, Block]:
        web = Web([*self._cards, *self._joints], self._joints.keys())
        web.connect((line.tail, line.head) for line in self._diagram.lines)
        wanted = self._style.direction
        candidates: Sequence[Direction] = [wanted] if wanted else ["BT", "LR"]
        found = {direction: arrange(web, *self._measures(direction)) for direction in candidates}
        return max(found.items(), key=_suitability)

    def _measures(self, direction: Direction) -> tuple[Sizes, list[tuple[str, ...]], float]:
        width = {key: card.width for key, card in self._cards.items()}
        height = {key: card.height for key, card in self._cards.items()}
        if direction in _LYING:
            sizes = Sizes(height, width, _BETWEEN, _APART, 1 / SLIDE)
        else:
            sizes = Sizes(width, height, _BETWEEN, _APART, SLIDE)
        return sizes, [group.nodes for group in self._groups], 3 * _MARGIN

    def document(self) -> Iterator[str]:
        yield "digraph {"
        yield from self._defaults()
        ranked = self._style.engine == "dot"
        nodes = [line for number, group in enumerate(self._groups) for line in self._nodes(group, number)]
        fillers = list(self._filler_nodes()) if ranked else []
        yield from (*fillers, *nodes) if self._direction in _LYING else (*nodes, *fillers)
        if ranked:
            yield from self._levels()
        for line in self._diagram.lines:
            upwards = self._block.level[line.tail] > self._block.level[line.head]
            yield line_statement(line, self._style.theme, upwards=upwards)
        yield "}"

    def _defaults(self) -> Iterator[str]:
        style, font = self._style, name("Helvetica")
        lying = self._direction in _LYING
        label = heading(self._diagram, style.colours, style.theme, self._block.length if lying else self._block.breadth)
        graph = attributes(
            label=f"<{label}>" if label else "",
            labelloc="t",
            labeljust="l",
            fontname=font,
            bgcolor=name(style.background or style.theme.paper),
            pad="0.3",
            outputorder="edgesfirst",
            splines="true" if style.engine != "dot" else "spline",
            **_layout(style.engine, self._direction),
        )
        yield f"graph {graph}"
        yield "node " + attributes(shape="plain", fontname=font)
        yield "edge " + attributes(fontname=font, fontsize="9", arrowsize="0.8")

    def _nodes(self, group: Group, number: int) -> Iterator[str]:
        members = set(group.nodes)
        if group.label:
            yield f"subgraph {name(f'cluster_{number}')} {{"
            yield self._frame(group)
        for node in self._order():
            if node in members:
                yield self._node(node)
        if group.label:
            yield "}"

    def _order(self) -> Sequence[str]:
        # Graphviz puts what it is told first to the left, but to the bottom when it draws from left to right.
        return self._block.order[::-1] if self._direction in _LYING else self._block.order

    def _node(self, node: str) -> str:
        if node in self._cards:
            return self._cards[node].statement()
        return joint_statement(self._joints[node], self._style.theme)

    def _frame(self, group: Group) -> str:
        theme = self._style.theme
        label = f'<FONT POINT-SIZE="15" COLOR="{theme.quiet}"><B>{html(group.label)}</B></FONT>'
        looks = attributes(
            label=f"<{label}>",
            labeljust="l",
            style="rounded",
            color=name(theme.quiet),
            margin=f"{_MARGIN:g}",
        )
        return f"graph {looks}"

    def _levels(self) -> Iterator[str]:
        """Tie each level together; invisible nodes keep the levels in order."""
        rows: dict[int, list[str]] = {}
        for node in self._order():
            rows.setdefault(self._block.level[node], []).append(name(node))
        for level, filler in self._fillers().items():
            rows[level].append(filler)
        marks = {level: name(f"{self._free_prefix()} {level}") for level in sorted(rows)}
        for level, mark in marks.items():
            yield f"{{rank=same; {mark} {_INVISIBLE}; {'; '.join(rows[level])}}}"
        for low, high in pairwise(marks):
            yield f"{marks[high]} -> {marks[low]} [style=invis minlen={high - low}]"

    def _filler_nodes(self) -> Iterator[str]:
        """Fill the ends of shelves with invisible boxes, so that all begin on one line."""
        extent = "height" if self._direction in _LYING else "width"
        for level, filler in self._fillers().items():
            free = self._block.fillers[level]
            size = {"width": "0.01", "height": "0.01"}
            size[extent] = f"{max(free - _BETWEEN, 1.0) / _POINTS_IN_AN_INCH:.2f}"
            looks = attributes(style="invis", shape="box", label='""', fixedsize="true", **size)
            yield f"{filler} {looks}"

    def _fillers(self) -> dict[int, str]:
        return {level: name(f"{self._free_prefix()} {level} end") for level in self._block.fillers}

    def _free_prefix(self) -> str:
        prefix = "level"
        while any(node.startswith(prefix + " ") for node in self._block.level):
            prefix += "'"
        return prefix


_INVISIBLE = '[style=invis shape=point width=0 label=""]'


def _text_for(boxes: int) -> Text:
    return "full" if boxes <= _SMALL else "short" if boxes <= _LARGE else "title"


def _suitability(found: tuple[Direction, Block]) -> float:
    direction, block = found
    lying = direction in _LYING
    across = block.length if lying else block.breadth
    down = block.breadth if lying else block.length
    bearable = _NARROWEST * down <= across <= _BROADEST * down
    scale = block.scale(1 / SLIDE if lying else SLIDE)
    return scale * (1.0 if lying else _PREFERENCE) * (1.0 if bearable else _STRIP)


def _layout(engine: str, direction: Direction) -> dict[str, str]:
    if engine == "dot":
        return {
            "rankdir": direction,
            "newrank": "true",
            "nodesep": f"{_BETWEEN / _POINTS_IN_AN_INCH:.3g}",
            # Words beside lines make Graphviz double the levels, and halve the room between them.
            "ranksep": f"{_APART / _POINTS_IN_AN_INCH / 2:.3g}",
        }
    return {"layout": name(engine), "overlap": "false", "sep": name("+16")}
