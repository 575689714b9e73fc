"""A flow sheet in the DOT language, with every place fixed: Graphviz only has to draw it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from argmap.render.colouring import Colouring, speaker_colours
from argmap.render.diagram import Diagram, Line
from argmap.render.dot.boxes import Card
from argmap.render.dot.defaults import defaults
from argmap.render.dot.escape import attributes, name, words
from argmap.render.dot.flow_cells import Head, Missing, narrowest
from argmap.render.dot.grid import Grid, Point
from argmap.render.dot.heading import heading
from argmap.render.dot.lines import line_statement
from argmap.render.dot.plan import Parts, Plan
from argmap.render.dot.style import DotStyle
from argmap.render.flow import Column, Flow
from argmap.render.fonts import box_width
from argmap.render.numbers import POINTS_IN_AN_INCH, plain
from argmap.render.strokes import INFERRED
from argmap.render.theme import Theme, tint

_PADDING = 6.0
_MARGIN = 10.0
_ARROW = 8.0
_LANE = 0.07


def flow_to_dot(flow: Flow, style: DotStyle | None = None) -> str:
    """Write a flow sheet as one DOT document, which any Graphviz draws.

    Args:
        flow: what is drawn.
        style: how; the direction, groups and engine mean nothing here.

    Returns:
        The document. Each statement and line has the id that it has in the sheet. The same arguments give
        the same text.
    """
    return _Writer(flow, style or DotStyle(), Card.statement).text()


def flow_to_plan(flow: Flow, style: DotStyle | None = None) -> Plan:
    """Write a flow sheet as `flow_to_dot` does, but for what the boxes hold."""
    writer = _Writer(flow, style or DotStyle(), Card.place)
    return Plan(writer.text(), Parts(writer.cards))


class _Writer:
    def __init__(self, flow: Flow, style: DotStyle, written: Callable[[Card], str]) -> None:
        self._written = written
        self._flow, self._style, self._theme = flow, style, style.theme
        self._colours = _colours(flow, style.theme)
        text = style.text or "short"
        self.cards = {
            box.id: Card(box, self._colours[box.speaker], style.theme, text) for box in flow.diagram.boxes
        }
        self._width = max((card.width for card in self.cards.values()), default=0.0)
        used = {cell.column for cell in flow.cells.values()} | {gap.column for gap in flow.gaps.values()}
        self._widths = [
            self._width if number in used else min(narrowest(column, _PADDING), self._width)
            for number, column in enumerate(flow.columns)
        ]
        self._heads = [
            Head(column, width, _PADDING) for column, width in zip(flow.columns, self._widths, strict=True)
        ]
        self._band = max((head.height for head in self._heads), default=0.0)
        self._missing = {key: Missing(gap.words, self._width, style.theme) for key, gap in flow.gaps.items()}
        cells = dict(flow.cells)
        heights = {key: card.height for key, card in self._cells_in_order()}
        for key, gap in flow.gaps.items():
            cells[_gap_id(key)] = replace(flow.cells[key], column=gap.column, is_root=False)
            heights[_gap_id(key)] = self._missing[key].height
        self._grid = Grid(
            cells,
            heights,
            flow.diagram.lines,
            widths=self._widths,
            word=self._word_room(),
            top=self._band + 2 * _MARGIN,
        )

    def text(self) -> str:
        return "\n".join(self._document()) + "\n"

    def _document(self) -> Iterator[str]:
        yield "digraph {"
        yield from self._defaults()
        yield from (line for number in range(len(self._heads)) for line in self._lane(number))
        for key, card in self._cells_in_order():
            middle = self._grid.middle(self._flow.cells[key].column)
            yield f"{self._written(card)[:-1]} {_at(middle, self._grid.top(key) + card.height / 2)}]"
        for key, missing in self._missing.items():
            place = _at(
                self._grid.middle(self._flow.gaps[key].column), self._grid.top(key) + missing.height / 2
            )
            yield f"{missing.statement(_gap_id(key))[:-1]} {place}]"
        yield from map(self._line, self._flow.diagram.lines)
        yield "}"

    def _cells_in_order(self) -> Iterator[tuple[str, Card]]:
        return ((key, self.cards[key]) for key in self._flow.cells)

    def _word_room(self) -> float:
        labels = [_word(line) for line in self._flow.diagram.lines]
        return box_width(labels, 9.0) + _PADDING if labels else 0.0

    def _defaults(self) -> Iterator[str]:
        room = min(self._style.heading or self._grid.width, self._grid.width)
        label = heading(_in_sides(self._flow), Colouring(self._colours), self._style, room)
        graph = {"outputorder": "nodesfirst", "layout": "nop2"}
        return defaults(label, self._style, graph, {"fontsize": "9", "arrowsize": "0.8"})

    def _lane(self, number: int) -> Iterator[str]:
        """Draw a column: its ground and its head; no statement's id has a space like theirs."""
        column, head = self._flow.columns[number], self._heads[number]
        colour = self._column_colour(column)
        yield self._ground(number, (0.0, self._grid.height + _MARGIN), colour)
        key = f"column {number + 1}"
        looks = attributes(
            id=name(key),
            **{"class": "column"},
            label=f"<{head.table(colour, self._band)}>",
            tooltip=words(head.tooltip),
        )
        yield f"{name(key)} {looks[:-1]} {_at(self._grid.middle(number), self._band / 2)}]"

    def _column_colour(self, column: Column) -> str:
        if self._flow.sides is None:
            return self._colours.get(column.speaker, self._theme.others)
        return self._theme.others if column.side is None else self._theme.speakers[column.side]

    def _ground(self, number: int, rows: tuple[float, float], colour: str) -> str:
        key = f"lane {number + 1}"
        looks = attributes(
            id=name(key),
            **{"class": "lane"},
            shape="box",
            style="filled",
            penwidth="0",
            fixedsize="true",
            label='""',
            width=plain((self._widths[number] + _PADDING) / POINTS_IN_AN_INCH, 4),
            height=plain((rows[1] - rows[0]) / POINTS_IN_AN_INCH, 4),
            fillcolor=name(tint(colour, _LANE, paper=self._theme.paper)),
            tooltip=words(self._heads[number].tooltip),
        )
        return f"{name(key)} {looks[:-1]} {_at(self._grid.middle(number), sum(rows) / 2)}]"

    def _line(self, line: Line) -> str:
        route = self._grid.route(line)
        drawn = line_statement(line, self._theme, upwards=True)
        end, spline = _spline(route.corners)
        place = f'pos="e,{end} {spline}" lp="{_xy(route.word)}"'
        return f"{drawn[:-1]} {place}]"


def _colours(flow: Flow, theme: Theme) -> Mapping[str | None, str]:
    """Give each speaker a colour: that of the side, where there are two."""
    colours = speaker_colours(flow.diagram, theme)
    if flow.sides is None:
        return colours
    sides = flow.sides.of_people
    return {key: theme.speakers[sides[key]] if key in sides else theme.others for key in colours}  # type: ignore[index]


def _in_sides(flow: Flow) -> Diagram:
    """Name the sides in place of the speakers, for the legend."""
    if flow.sides is None:
        return flow.diagram
    names = {key: flow.sides.names[side] for key, side in flow.sides.of_people.items()}
    boxes = (
        replace(box, speaker_name=names.get(box.speaker or "", box.speaker_name))
        for box in flow.diagram.boxes
    )
    return replace(flow.diagram, boxes=tuple(boxes))


def _gap_id(key: str) -> str:
    return f"gap {key}"


def _word(line: Line) -> str:
    return f" {line.relation}s ({INFERRED}) " if line.inferred else f" {line.relation}s "


def _at(x: float, y: float) -> str:
    return f'pos="{_xy(Point(x, y))}"'


def _xy(point: Point) -> str:
    """Write a point as Graphviz counts: upwards."""
    return f"{point.x:.1f},{-point.y:.1f}"


def _spline(corners: tuple[Point, ...]) -> tuple[str, str]:
    """Write straight pieces as Bézier curves, up to the arrowhead, and the point where that ends."""
    *way, last = corners
    base = last._replace(x=last.x + (_ARROW if way[-1].x > last.x else -_ARROW))
    pieces = [way[0]]
    for one, other in zip(way, [*way[1:], base], strict=True):
        pieces += [one, other, other]
    return _xy(last), " ".join(map(_xy, pieces))
