"""What stands above the drawing: title, description and legend."""

from collections.abc import Callable, Iterator, Sequence

from argmap.render.colouring import Colouring
from argmap.render.diagram import Diagram
from argmap.render.dot.escape import clean, html
from argmap.render.dot.legend import Entry, legend
from argmap.render.dot.style import DotStyle
from argmap.render.fonts import wrap
from argmap.render.numbers import plain
from argmap.render.theme import Theme

_BREAK = '<BR ALIGN="LEFT"/>'
# Graphviz counts no cell broader than 65,535 points.
_LEAST_WIDTH, _MOST_WIDTH = 320.0, 60_000.0
# Points of picture to a point of type: large pictures are seen from farther away.
_TITLE, _TITLE_SIZES = 70.0, (16.0, 48.0)
_REST, _REST_SIZES = 170.0, (9.0, 20.0)
_TITLE_TO_REST = 1.75
_STEPS = 20


def heading(diagram: Diagram, colouring: Colouring, style: DotStyle, width: float) -> str:
    """Write the label of the graph.

    Args:
        diagram: what is drawn.
        colouring: the colours of the boxes.
        style: all other colours, and whether there is a legend.
        width: about how broad the picture is, in points.

    Returns:
        An HTML-like table, without the brackets around it; "" if there is nothing to say.
    """
    return heading_with(
        diagram,
        lambda size: legend(diagram, colouring, style.theme, size) if style.legend else [],
        style.theme,
        min(max(width, _LEAST_WIDTH), _MOST_WIDTH),
        tight=style.room.is_measured,
    )


def heading_with(
    diagram: Diagram,
    entries: Callable[[float], list[Entry]],
    theme: Theme,
    room: float,
    least: float = _REST_SIZES[0],
    *,
    tight: bool = False,
) -> str:
    """Write the label of a graph with a legend of its own.

    Args:
        diagram: whose title and description stand in it.
        entries: from the size of the font, in points, to the entries of the legend.
        theme: the colours.
        room: how broad it may be, in points.
        least: the smallest size of its font.
        tight: whether the rows of the legend are closer together, where the drawing needs the room.

    Returns:
        As `heading` does.
    """
    size = _between(room / _REST, (least, max(least, _REST_SIZES[1])))
    rows = [
        *_text(
            diagram.title,
            _between(room / _TITLE, (max(_TITLE_SIZES[0], _TITLE_TO_REST * least), _TITLE_SIZES[1])),
            theme.ink,
            room,
            bold=True,
        ),
        *_text(diagram.description, size, theme.quiet, room),
        *_legend_rows(_in_rows(entries(size), room), size, room, tight=tight),
    ]
    if not rows:
        return ""
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4">{"".join(rows)}</TABLE>'


def _between(value: float, limits: tuple[float, float]) -> float:
    return round(min(max(value, limits[0]), limits[1]), 1)


def _text(text: str, size: float, ink: str, room: float, *, bold: bool = False) -> Iterator[str]:
    lines = wrap(clean(text), room, size, bold=bold)
    if lines:
        words = _BREAK.join(map(html, lines)) + _BREAK
        words = f"<B>{words}</B>" if bold else words
        font = f'<FONT POINT-SIZE="{plain(size)}" COLOR="{ink}">{words}</FONT>'
        yield f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{font}</TD></TR>'


def _in_rows(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    """Part entries into as few rows as can be, about equally broad, so that none stands alone."""
    rows = _filled(entries, room)
    for step in range(1, _STEPS):
        narrower = _filled(entries, room * (1 - step / _STEPS))
        if len(narrower) > len(rows):
            break
        rows = narrower
    return rows


def _filled(entries: Sequence[Entry], room: float) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    taken = room
    for entry in entries:
        if not rows or taken + entry.width > room:
            rows.append([])
            taken = 0.0
        rows[-1].append(entry)
        taken += entry.width
    return rows


def _legend_rows(rows: Sequence[Sequence[Entry]], size: float, room: float, *, tight: bool) -> Iterator[str]:
    for row in rows:
        yield _legend_row(row, size, room, tight=tight and row is not rows[-1])


def _legend_row(row: Sequence[Entry], size: float, room: float, *, tight: bool) -> str:
    """Write a row; an empty cell fills it up, or Graphviz would stretch the others."""
    cells = "".join(entry.cells for entry in row)
    rest = max(room - sum(entry.width for entry in row), 1.0)
    around, apart = (' CELLPADDING="0"', 3) if tight else ("", 2)
    return (
        f'<TR><TD ALIGN="LEFT"{around}>'
        f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="{size / apart:.0f}" CELLPADDING="3">'
        f'<TR>{cells}<TD WIDTH="{rest:.0f}"></TD></TR></TABLE></TD></TR>'
    )
