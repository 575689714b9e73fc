"""An overview in the DOT language, with every place fixed: Graphviz only has to draw it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from argmap.render.colouring import speaker_colours
from argmap.render.diagram import Box, Line
from argmap.render.dot.defaults import defaults
from argmap.render.dot.escape import attributes, clean, html, name, words
from argmap.render.dot.grid import Point
from argmap.render.dot.heading import heading_with
from argmap.render.dot.legend import Entries, Entry
from argmap.render.dot.overview_cards import SMALL, TITLE, OverviewCard
from argmap.render.dot.overview_sheet import Area, Plan, Sheet, Tree, trees
from argmap.render.dot.overview_ways import lanes, ways
from argmap.render.dot.style import DotStyle
from argmap.render.fonts import wrap
from argmap.render.numbers import plain
from argmap.render.overview import Overview
from argmap.render.room import A_SCREEN, Extent, Room
from argmap.render.strokes import INFERRED, stroke
from argmap.render.theme import text_on, tint

# A slide without its margins; other shapes have its area.
_SLIDE = Extent(940.0, 520.0)
_BREADTHS = tuple(float(breadth) for breadth in range(140, 441, 10))
_MOST_COLUMNS = 10
_HEADING, _NOTE = 72.0, 22.0
# How much a sheet may be shrunk and still be read from the back row.
_READ = 0.9
_TINT = 0.07
_PADDING = 6.0
_ARROW = 9.0
_LINE = 1.2
_POINTS = 72


def overview_to_dot(overview: Overview, style: DotStyle | None = None) -> str:
    """Write an overview as one DOT document, which any Graphviz draws.

    Args:
        overview: what is drawn.
        style: how; the direction, groups and engine mean nothing here.

    Returns:
        The document. Each thesis, challenge and line has the id that it has in the overview. The same
        arguments give the same text.
    """
    return "\n".join(_Writer(overview, style or DotStyle()).document()) + "\n"


class _Writer:
    def __init__(self, overview: Overview, style: DotStyle) -> None:
        self._overview, self._style, self._theme = overview, style, style.theme
        self._colours = speaker_colours(overview.diagram, style.theme)
        self._boxes = {box.id: box for box in overview.boxes}
        self._speakers = {box.speaker_name: box.speaker for box in reversed(overview.boxes)}
        self._named = not overview.diagram.is_anonymous
        self._card = cache(self._make_card)
        self._sheet = self._choose()

    def document(self) -> Iterator[str]:
        yield "digraph {"
        yield from self._defaults()
        for number, (label, area) in enumerate(self._sheet.frames, 1):
            yield from self._frame(number, label, area)
        for key, area in self._sheet.boxes.items():
            yield self._card(key, area.right - area.left).statement(_at(area.middle))
        corners = ways(self._sheet, self._overview.diagram.lines, self._overview.under)
        yield from (self._line(line, corners[line.id]) for line in self._overview.diagram.lines)
        yield "}"

    def _choose(self) -> Sheet:
        """Try breadths and numbers of columns, and take what can be shown largest on a slide."""
        frames = {box.id: self._frame_of(box) for box in self._overview.boxes}
        plan = Plan(
            trees(list(self._boxes), self._overview.under, frames),
            lambda key, breadth: self._card(key, breadth).height,
            lambda label, breadth: self._band(label, breadth)[1],
        )
        numbers = range(1, max(min(_MOST_COLUMNS, len(plan.trees)), 1) + 1)
        sheets = [
            self._placed(plan, breadth, columns)
            for breadth in _BREADTHS
            for columns in plan.columns(breadth, numbers)
        ]
        if len(plan.trees) == 1 and not lanes(sheets[0], self._overview.diagram.lines, self._overview.under):
            most = range(2, min(_MOST_COLUMNS, len(self._boxes) - 1) + 1)
            sheets += [plan.spread(breadth, number) for breadth in _BREADTHS for number in most]
        sheets += self._reordered(plan, sheets, numbers)
        fills, heading = _fills(self._style.room), self._heading()
        return max(sheets, key=lambda sheet: max(_worth(sheet, heading, fill) for fill in fills))

    def _reordered(self, plan: Plan, sheets: Sequence[Sheet], numbers: Sequence[int]) -> list[Sheet]:
        """Give up the order of the trees where nothing that keeps it can be read from the back row."""
        fills, heading = _fills(self._style.room), self._heading()
        if any(_worth(sheet, heading, fill)[0] >= _READ for sheet in sheets for fill in fills):
            return []
        return [
            self._placed(plan, breadth, plan.packed(breadth, number))
            for breadth in _BREADTHS
            for number in numbers
        ]

    def _heading(self) -> float:
        return _HEADING + (_NOTE if self._overview.note else 0.0)

    def _placed(self, plan: Plan, breadth: float, columns: Sequence[Sequence[Tree]]) -> Sheet:
        lines, under = self._overview.diagram.lines, self._overview.under
        return plan.place(breadth, columns, lanes(plan.place(breadth, columns, {}), lines, under))

    def _make_card(self, key: str, breadth: float) -> OverviewCard:
        box = self._boxes[key]
        colour = self._colours.get(box.speaker, self._theme.others)
        named = self._named and self._frame_of(self._boxes[self._root(key)]) != self._frame_of(box)
        return OverviewCard(box, colour, self._theme, self._style.text or "title", breadth, named)

    def _root(self, key: str) -> str:
        while key in self._overview.under:
            key = self._overview.under[key]
        return key

    def _frame_of(self, box: Box) -> str | None:
        return box.speaker_name if self._named else None

    def _band(self, label: str, breadth: float) -> tuple[tuple[str, ...], float]:
        lines = tuple(wrap(clean(label), breadth - 2 * _PADDING, TITLE, bold=True)) or ("",)
        return lines, len(lines) * TITLE * 1.2 + _PADDING

    def _defaults(self) -> Iterator[str]:
        said = replace(self._overview.diagram, description=self._overview.note)
        label = heading_with(said, self._legend, self._theme, max(self._sheet.width, 320.0), SMALL)
        graph = {"outputorder": "nodesfirst", "layout": "nop2", "pad": "0.15"}
        return defaults(label, self._style, graph, {"fontsize": plain(SMALL), "arrowsize": "0.9"})

    def _legend(self, size: float) -> list[Entry]:
        if not self._style.legend:
            return []
        entries = Entries(self._theme, size)
        lines = self._overview.diagram.lines
        relations = dict.fromkeys(line.relation for line in lines)
        found = [entries.line(stroke(relation, self._theme, inferred=False)) for relation in relations]
        if any(box.needs_reply for box in self._overview.boxes):
            found.append(entries.frame(4, "waits for a reply"))
        if any(line.inferred for line in lines):
            found.append(entries.dots(f"dotted: {INFERRED} by the editor"))
        return found

    def _frame(self, number: int, label: str, area: Area) -> Iterator[str]:
        """Draw a frame and its head; no statement's id has a space and a number like theirs."""
        colour = self._colours.get(self._speakers[label], self._theme.others)
        lines, height = self._band(label, area.right - area.left)
        ground = tint(colour, _TINT, paper=self._theme.paper)
        yield self._ground(f"frame {number}", area, ground, colour, label, "")
        band = Area(area.left, area.top, area.right, area.top + height)
        text = '<BR ALIGN="LEFT"/>'.join(map(html, lines)) + '<BR ALIGN="LEFT"/>'
        room = plain(area.right - area.left - 2)
        written = (
            f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="{plain(_PADDING / 2)}">'
            f'<TR><TD WIDTH="{room}" ALIGN="LEFT" BALIGN="LEFT"><FONT POINT-SIZE="{plain(TITLE)}" '
            f'COLOR="{text_on(colour)}"><B>{text}</B></FONT></TD></TR></TABLE>>'
        )
        yield self._ground(f"head {number}", band, colour, colour, label, written)

    def _ground(self, key: str, area: Area, fill: str, edge: str, tooltip: str, label: str) -> str:
        looks = attributes(
            id=name(key),
            **{"class": "speaker"},
            shape="box",
            style="filled",
            fixedsize="true",
            label=label or '""',
            width=plain((area.right - area.left) / _POINTS, 4),
            height=plain((area.bottom - area.top) / _POINTS, 4),
            fillcolor=name(fill),
            color=name(edge),
            tooltip=words(tooltip),
        )
        return f"{name(key)} {looks[:-1]} {_at(area.middle)}]"

    def _line(self, line: Line, corners: tuple[Point, ...]) -> str:
        look = stroke(line.relation, self._theme, inferred=line.inferred)
        looks = attributes(
            id=name(line.id),
            **{"class": name(f"{line.relation} inferred" if line.inferred else line.relation)},
            color=name(look.colour),
            penwidth=plain(look.thickness * _LINE),
            style="" if look.style == "solid" else look.style,
            **{"arrowhead" if self._is_beside(line) else "arrowtail": look.head},
            tooltip=words(line.tooltip),
            **self._way(line, corners),
        )
        ends = (line.tail, line.head) if self._is_beside(line) else (line.head, line.tail)
        return f"{' -> '.join(map(name, ends))} {looks}"

    def _is_beside(self, line: Line) -> bool:
        return self._overview.under.get(line.tail) != line.head

    def _way(self, line: Line, corners: tuple[Point, ...]) -> dict[str, str]:
        """Write the way of a line; lines to one box begin there, so that their dashes lie on one another."""
        end, pieces = _spline(corners)
        if self._is_beside(line):
            return {"pos": name(f"e,{_xy(end)} {' '.join(map(_xy, pieces))}")}
        return {"dir": "back", "pos": name(f"s,{_xy(end)} {' '.join(map(_xy, pieces[::-1]))}")}


def _fills(room: Room) -> Sequence[Extent]:
    """Say how broad and how high the picture may be, in points: as a slide unless there is another room."""
    if room.is_measured:
        return room.extents
    if room == A_SCREEN:
        return [_SLIDE]
    area = _SLIDE.width * _SLIDE.height
    return [Extent(math.sqrt(area * each.shape), math.sqrt(area / each.shape)) for each in room.extents]


def _worth(sheet: Sheet, heading: float, fill: Extent) -> tuple[float, float, float]:
    """Tell how large a sheet can be shown; where type is large enough, what has the fewest lines of text."""
    scale = min(fill.width / sheet.width, fill.height / (sheet.height + heading))
    return min(scale, 1.0), -sum(area.bottom - area.top for area in sheet.boxes.values()), scale


def _at(point: Point) -> str:
    return f'pos="{_xy(point)}"'


def _xy(point: Point) -> str:
    """Write a point as Graphviz counts: upwards."""
    return f"{point.x:.1f},{-point.y:.1f}"


def _spline(corners: tuple[Point, ...]) -> tuple[Point, list[Point]]:
    """Give straight pieces as Bézier curves, up to the arrowhead, and the point where that ends."""
    *way, last = corners
    before = way[-1]
    if abs(before.x - last.x) < 1:
        base = last._replace(y=last.y + (_ARROW if before.y > last.y else -_ARROW))
    else:
        base = last._replace(x=last.x + (_ARROW if before.x > last.x else -_ARROW))
    pieces = [way[0]]
    for one, other in zip(way, [*way[1:], base], strict=True):
        pieces += [one, other, other]
    return last, pieces
