"""The legend: only what occurs in the diagram, as cells of an HTML-like table."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from argmap.queries.buckets import Bucket
from argmap.queries.changes.fates import Change
from argmap.render.badges import BADGES
from argmap.render.colouring import Colouring
from argmap.render.diagram import Diagram, Relation
from argmap.render.dot.boxes import UNCHALLENGED
from argmap.render.dot.escape import clean, html
from argmap.render.fonts import box_width
from argmap.render.numbers import plain
from argmap.render.overlay import FRAMES
from argmap.render.strokes import INFERRED, Stroke, stroke
from argmap.render.theme import Theme, text_on

_STROKE_LENGTH, _HEAD = 3.0, 1.4
_ABOVE, _BELOW = 0.8, 0.4
_PLAIN_TABLE = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
_OTHERS = "others"
_USUAL, _THICK = 2, 4
"""Points that a line of the legend is thick."""


class Entry(NamedTuple):
    """One entry of the legend.

    Args:
        cells: as HTML.
        width: about how broad it is, in points.
    """

    cells: str
    width: float


def legend(diagram: Diagram, colouring: Colouring, theme: Theme, size: float) -> list[Entry]:
    """List what needs explaining in a diagram.

    Args:
        diagram: what is drawn.
        colouring: the colours of the boxes.
        theme: all other colours.
        size: of the font, in points.

    Returns:
        The entries: colours, frames and marks, lines.
    """
    writer = Entries(theme, size)
    return [
        *(writer.chip(label, colour) for label, colour in _meanings(diagram, colouring, theme).items()),
        *_changes(diagram, writer),
        *_marks(diagram, writer),
        *_lines(diagram, writer),
    ]


def _meanings(diagram: Diagram, colouring: Colouring, theme: Theme) -> dict[str, str]:
    """Name what has a colour of its own; the rest share an entry if there are several."""
    found = colouring.labels(diagram)
    own = {label: colour for label, colour in found.items() if colour != theme.others}
    rest = [label for label in found if label not in own]
    return own | dict.fromkeys(rest if len(rest) == 1 else [_OTHERS] if rest else [], theme.others)


def _marks(diagram: Diagram, writer: "Entries") -> Iterator[Entry]:
    if any(box.bucket is Bucket.UNCHALLENGED for box in diagram.boxes):
        yield writer.sign(UNCHALLENGED, "claim that nobody has challenged")
    if any(box.is_rebuttal and not box.needs_reply for box in diagram.boxes):
        yield writer.frame(2, "challenge or reply")
    if any(box.is_rebuttal and box.needs_reply for box in diagram.boxes):
        yield writer.frame(4, "challenge that nobody has answered")
    for status, style in FRAMES.items():
        if any(box.standing == status for box in diagram.boxes):
            yield writer.frame(2, f"status: {status}", f'STYLE="{style}" ', writer.theme.quiet)


def _changes(diagram: Diagram, writer: "Entries") -> Iterator[Entry]:
    there = {box.change for box in diagram.boxes}
    for change, badge in BADGES.items():
        if change in there and change == Change.GONE:
            yield writer.frame(1, badge, 'STYLE="dashed" ', writer.theme.quiet)
        elif change in there:
            yield writer.chip(badge, writer.theme.ink if change == Change.NEW else writer.theme.quiet)
    for change, word in ((Change.NEW, "new: thick line"), (Change.GONE, "gone: thin dotted line")):
        if any(line.change == change for line in diagram.lines):
            look = stroke(Relation.SUPPORT, writer.theme, inferred=False, change=change)
            yield writer.line(replace(look, word=word), _THICK if change == Change.NEW else _USUAL)


def _lines(diagram: Diagram, writer: "Entries") -> Iterator[Entry]:
    for relation in Relation:
        if any(line.relation is relation and line.arrow for line in diagram.lines):
            yield writer.line(stroke(relation, writer.theme, inferred=False))
    if any(joint.relation is Relation.SUPPORT for joint in diagram.joints):
        yield writer.sign("●", "joint premises", writer.theme.support)
    if any(line.inferred for line in diagram.lines):
        yield writer.dots(f"dotted: {INFERRED} by the editor")


class Entries:
    """Writes entries in one size and theme.

    Args:
        theme: the colours.
        size: of the font, in points.
    """

    def __init__(self, theme: Theme, size: float) -> None:
        self.theme = theme
        self._size = size

    def chip(self, label: str, colour: str) -> Entry:
        """Explain a colour: the words on it."""
        text = self._text(label, text_on(colour), bold=True)
        # Paper on paper would not look like a band.
        edge = f' BORDER="1" COLOR="{self.theme.quiet}"' if colour == self.theme.paper else ""
        return self._padded(text, self._width(label, bold=True), f'BGCOLOR="{colour}"{edge}')

    def sign(self, glyph: str, label: str, colour: str | None = None) -> Entry:
        """Explain a character."""
        sign = self._text(glyph, colour or self.theme.ink)
        return self._entry((sign, 1.5 * self._size, ""), self._label(label))

    def frame(self, border: int, label: str, style: str = "", colour: str | None = None) -> Entry:
        """Explain a frame: the words in it."""
        looks = f'BORDER="{border}" {style}COLOR="{colour or self.theme.attack}"'
        return self._padded(self._text(label, self.theme.ink), self._width(label), looks)

    def line(self, look: Stroke, thickness: int = _USUAL) -> Entry:
        """Explain a line with its arrowhead."""
        drawn = self._drawn(look, self._head(look), thickness), self._size * (_STROKE_LENGTH + 1), ""
        return self._entry(drawn, self._label(look.word))

    def dots(self, label: str, colour: str = "") -> Entry:
        """Explain dotted lines."""
        look = stroke(Relation.SUPPORT, self.theme, inferred=True)
        look = replace(look, colour=colour or look.colour)
        return self._entry((self._drawn(look), self._size * _STROKE_LENGTH, ""), self._label(label))

    def _padded(self, text: str, width: float, looks: str) -> Entry:
        """Set a text in the middle of a cell: at its left behind a margin, since Graphviz guesses widths."""
        side = f'<TD WIDTH="{self._size / 2:.0f}" FIXEDSIZE="TRUE" HEIGHT="1"></TD>'
        row = f'<TR>{side}<TD ALIGN="LEFT" WIDTH="{width - self._size:.0f}">{text}</TD>{side}</TR>'
        return self._entry((f"{_PLAIN_TABLE}{row}</TABLE>", width, looks))

    def _entry(self, *cells: tuple[str, float, str]) -> Entry:
        """Join cells, each given as its content, its width in points, and other attributes."""
        markup = (f'<TD WIDTH="{width:.0f}" {looks}>{content}</TD>' for content, width, looks in cells)
        gaps = len(cells) * self._size / 2
        return Entry("".join(markup), sum(width for _, width, _ in cells) + gaps)

    def _head(self, look: Stroke) -> str:
        """Draw an arrowhead: as a character, but a bar as a border."""
        if look.head == "tee":
            return f'<TD ROWSPAN="2" WIDTH="4" BORDER="3" SIDES="L" COLOR="{look.colour}"></TD>'
        font = (
            f'<FONT POINT-SIZE="{plain(_HEAD * self._size)}" COLOR="{look.colour}">{html(look.glyph)}</FONT>'
        )
        return f'<TD ROWSPAN="2" ALIGN="LEFT">{font}</TD>'

    def _drawn(self, look: Stroke, head: str = "", thickness: int = _USUAL) -> str:
        """Draw a line as the lower border of a cell, at the height where a character has its middle."""
        length, above, below = (self._size * part for part in (_STROKE_LENGTH, _ABOVE, _BELOW))
        return (
            f'{_PLAIN_TABLE}<TR><TD WIDTH="{length:.0f}" HEIGHT="{above:.0f}" BORDER="{thickness}" SIDES="B" '
            f'STYLE="{look.style}" COLOR="{look.colour}"></TD>{head}</TR>'
            f'<TR><TD HEIGHT="{below:.0f}"></TD></TR></TABLE>'
        )

    def _label(self, label: str) -> tuple[str, float, str]:
        return self._text(label, self.theme.ink), self._width(label), 'ALIGN="LEFT"'

    def _text(self, text: str, ink: str, *, bold: bool = False) -> str:
        words = html(text)
        words = f"<B>{words}</B>" if bold else words
        return f'<FONT POINT-SIZE="{plain(self._size)}" COLOR="{ink}">{words}</FONT>'

    def _width(self, label: str, *, bold: bool = False) -> float:
        return box_width([clean(label)], self._size, bold=bold) + self._size
