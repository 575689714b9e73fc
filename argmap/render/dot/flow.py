"""A flow sheet in the DOT language, with every place fixed: Graphviz only has to draw it."""

from collections.abc import Iterator

from argmap.render.diagram import Line
from argmap.render.dot.boxes import Card
from argmap.render.dot.defaults import defaults
from argmap.render.dot.escape import attributes, clean, html, name, words
from argmap.render.dot.grid import Grid, Point
from argmap.render.dot.heading import heading
from argmap.render.dot.lines import line_statement
from argmap.render.dot.style import DotStyle
from argmap.render.flow import Flow
from argmap.render.fonts import box_width, wrap
from argmap.render.numbers import plain
from argmap.render.strokes import INFERRED
from argmap.render.theme import speaker_colours, text_on, tint

_NAME_SIZE, _LEADING, _PADDING = 13.0, 1.2, 6.0
_MARGIN = 10.0
_ARROW = 8.0
_LANE = 0.07
_POINTS = 72


def flow_to_dot(flow: Flow, style: DotStyle | None = None) -> str:
    """Write a flow sheet as one DOT document, which any Graphviz draws.

    Args:
        flow: what is drawn.
        style: how; the direction, groups and engine mean nothing here.

    Returns:
        The document. Each statement and line has the id that it has in the sheet. The same arguments give
        the same text.
    """
    return "\n".join(_Writer(flow, style or DotStyle()).document()) + "\n"


class _Writer:
    def __init__(self, flow: Flow, style: DotStyle) -> None:
        self._flow, self._style, self._theme = flow, style, style.theme
        self._colours = speaker_colours(flow.diagram.speakers, style.theme)
        text = style.text or "short"
        self._cards = {
            box.id: Card(box, self._colours[box.speaker], style.theme, text) for box in flow.diagram.boxes
        }
        self._width = max((card.width for card in self._cards.values()), default=0.0)
        self._names = [self._wrapped(label) for _, label in flow.columns]
        most = max(map(len, self._names), default=0)
        self._band = most * _NAME_SIZE * _LEADING + 2 * _PADDING
        self._grid = Grid(
            flow.cells,
            {key: card.height for key, card in self._cells_in_order()},
            flow.diagram.lines,
            width=self._width,
            word=self._word_room(),
            top=self._band + 2 * _MARGIN,
        )

    def document(self) -> Iterator[str]:
        yield "digraph {"
        yield from self._defaults()
        yield from (line for number in range(len(self._names)) for line in self._lane(number))
        for key, card in self._cells_in_order():
            middle = self._grid.left(self._flow.cells[key].column) + self._width / 2
            yield f"{card.statement()[:-1]} {_at(middle, self._grid.top(key) + card.height / 2)}]"
        yield from map(self._line, self._flow.diagram.lines)
        yield "}"

    def _cells_in_order(self) -> Iterator[tuple[str, Card]]:
        return ((key, self._cards[key]) for key in self._flow.cells)

    def _word_room(self) -> float:
        labels = [_word(line) for line in self._flow.diagram.lines]
        return box_width(labels, 9.0) + _PADDING if labels else 0.0

    def _wrapped(self, label: str) -> list[str]:
        return wrap(clean(label) or "nobody named", self._width - 2 * _PADDING, _NAME_SIZE, bold=True)

    def _defaults(self) -> Iterator[str]:
        label = heading(self._flow.diagram, self._colours, self._theme, self._grid.width)
        graph = {"outputorder": "nodesfirst", "layout": "nop2"}
        return defaults(label, self._style, graph, {"fontsize": "9", "arrowsize": "0.8"})

    def _lane(self, number: int) -> Iterator[str]:
        """Draw a column: its ground and its speaker's name; no statement's id has a space like theirs."""
        speaker, label = self._flow.columns[number]
        colour = self._colours[speaker]
        left, middle = self._grid.left(number), self._grid.left(number) + self._width / 2
        yield self._ground(f"lane {number + 1}", left, (0.0, self._grid.height + _MARGIN), label, colour)
        text = "<BR/>".join(map(html, self._names[number]))
        font = f'<FONT POINT-SIZE="{plain(_NAME_SIZE)}" COLOR="{text_on(colour)}"><B>{text}</B></FONT>'
        size = f'WIDTH="{plain(self._width)}" HEIGHT="{plain(self._band)}"'
        cell = f'<TR><TD {size} BGCOLOR="{colour}">{font}</TD></TR>'
        table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0">{cell}</TABLE>'
        key = f"column {number + 1}"
        looks = attributes(id=name(key), **{"class": "column"}, label=f"<{table}>", tooltip=words(label))
        yield f"{name(key)} {looks[:-1]} {_at(middle, self._band / 2)}]"

    def _ground(self, key: str, left: float, rows: tuple[float, float], label: str, colour: str) -> str:
        looks = attributes(
            id=name(key),
            **{"class": "lane"},
            shape="box",
            style="filled",
            penwidth="0",
            fixedsize="true",
            label='""',
            width=plain((self._width + 2 * _MARGIN) / _POINTS, 4),
            height=plain((rows[1] - rows[0]) / _POINTS, 4),
            fillcolor=name(tint(colour, _LANE, paper=self._theme.paper)),
            tooltip=words(label),
        )
        return f"{name(key)} {looks[:-1]} {_at(left + self._width / 2, sum(rows) / 2)}]"

    def _line(self, line: Line) -> str:
        route = self._grid.route(line)
        drawn = line_statement(line, self._theme, upwards=True)
        end, spline = _spline(route.corners)
        place = f'pos="e,{end} {spline}" lp="{_xy(route.word)}"'
        return f"{drawn[:-1]} {place}]"


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
