"""A statement as an HTML-like table: who speaks, the title, the text, and where it stands in the debate."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Literal

from argmap.queries.buckets import Bucket
from argmap.queries.changes.fates import Change
from argmap.render.badges import BADGES
from argmap.render.diagram import Box
from argmap.render.dot.escape import attributes, clean, html, name, readable, words
from argmap.render.fonts import box_width, wrap
from argmap.render.numbers import POINTS_IN_AN_INCH, plain
from argmap.render.overlay import FRAMES, SOLID
from argmap.render.theme import Theme, text_on, tint
from argmap.text.paragraphs import paragraphs

Text = Literal["full", "short", "title"]
"""How much of a statement's text a box shows."""

UNCHALLENGED = "○"
"""The mark of claims that nobody has challenged."""

_BREAK = '<BR ALIGN="LEFT"/>'
_WIDTH = {"full": 198.0, "short": 184.0, "title": 144.0}
_MOST_LINES: dict[str, int | None] = {"full": None, "short": 3}
PADDING: Final = 4
"""Points between the edge of a row and its text."""

SMALL: Final = 9.0
"""Points of the font of speakers and marks."""

# Graphviz sets a line of text 1.2 times as high as its font.
_LEADING = 1.2
_NORMAL, _LARGE = 9.0, 13.0
_LARGE_IF_SLIM = 10.5
_GONE: Final = "dashed"
"""The frame of what is no longer there."""
_EXACTLY = 12
_PAIR = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'


@dataclass(frozen=True)
class Row:
    """One row of the table.

    Args:
        lines: of text, already wrapped.
        size: of the font in points.
        ground: colour behind it.
        ink: colour of the text.
        bold: whether the text is bold.
        mark: a few words at the right end.
    """

    lines: tuple[str, ...]
    size: float
    ground: str
    ink: str
    bold: bool = False
    mark: str = ""

    @property
    def leading(self) -> float:
        """Points from line to line; Graphviz sets several bold ones closer together."""
        return self.size * (1.0 if self.bold and len(self.lines) > 1 else _LEADING)

    @property
    def height(self) -> float:
        """Points that Graphviz will give the row."""
        return len(self.lines) * self.leading + 2 * PADDING

    def markup(self, width: float) -> str:
        """Write the row as HTML."""
        text = _BREAK.join(map(html, self.lines)) + _BREAK
        text = self._font(f"<B>{text}</B>" if self.bold else text)
        if self.mark:
            mark = self._font(f"<I>{html(self.mark)}</I>", SMALL)
            cells = f'<TD ALIGN="LEFT">{text}</TD><TD ALIGN="RIGHT" VALIGN="TOP">{mark}</TD>'
            text = f"{_PAIR}<TR>{cells}</TR></TABLE>"
        looks = f'ALIGN="LEFT" BALIGN="LEFT" WIDTH="{plain(width)}" BGCOLOR="{self.ground}"'
        return f"<TR><TD {looks}>{text}</TD></TR>"

    def _font(self, text: str, size: float = 0.0) -> str:
        return f'<FONT POINT-SIZE="{plain(size or self.size)}" COLOR="{self.ink}">{text}</FONT>'


@dataclass(frozen=True)
class Card:
    """A box, ready to be drawn.

    Args:
        box: what it shows.
        colour: of its speaker.
        theme: all other colours.
        text: how much text to show.
        named: whether to say who speaks.
        slimness: how many times narrower than usual its text is set.
    """

    box: Box
    colour: str
    theme: Theme
    text: Text
    named: bool = True
    slimness: float = 1.0

    @property
    def width(self) -> float:
        """Points from side to side."""
        return self._room + 2 * (PADDING + self.border)

    @cached_property
    def height(self) -> float:
        """Points from top to bottom."""
        return sum(row.height for row in self.rows) + 2 * self.border

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows that have something to say, from top to bottom; the id where nothing can be seen."""
        first, *others = [row for row in self._rows() if row.lines] or [
            self._row(self.box.id, SMALL, self.theme.paper, self.theme.ink, marked=True)
        ]
        mark = self._mark()
        below = (replace(first, lines=("",), size=SMALL, mark=mark),) if mark and not first.mark else ()
        return (first, *below, *others)

    @property
    def tooltip(self) -> str:
        """Everything about the statement, in several lines."""
        return readable(self.box.tooltip)

    @property
    def classes(self) -> str:
        """The classes of the box in a picture, with spaces between them."""
        box = self.box
        kind = "challenge" if box.is_rebuttal else "claim"
        return " ".join(
            filter(None, [kind, box.bucket and box.bucket.picture_class, box.standing, box.change])
        )

    def statement(self) -> str:
        """Write the box as a node."""
        return self._node(label=f"<{self._table()}>", tooltip=words(self.box.tooltip))

    def place(self) -> str:
        """Write a node of the same size, whose shape says where the box belongs."""
        return self._node(
            label='""',
            shape="box",
            style="filled",
            peripheries="0",
            fixedsize="true",
            width=plain(self.width / POINTS_IN_AN_INCH, _EXACTLY),
            height=plain(self.height / POINTS_IN_AN_INCH, _EXACTLY),
        )

    def _node(self, **looks: str) -> str:
        key = name(self.box.id)
        return f"{key} {attributes(**{'id': key, 'class': name(self.classes)}, **looks)}"

    def _table(self) -> str:
        # Between a frame and what it holds Graphviz leaves a hair that would show the paper.
        ground = f'BGCOLOR="{self.frame}" ' if self.is_filled else ""
        style = f'STYLE="{self.style}" ' if self.box.standing or self._is_gone else ""
        rows = "".join(row.markup(self._room + 2 * PADDING) for row in self.rows)
        return (
            f'<TABLE BORDER="{self.border}" {style}{ground}COLOR="{self.frame}" '
            f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="{PADDING}">{rows}</TABLE>'
        )

    @property
    def _room(self) -> float:
        return round(_WIDTH[self.text] / self.slimness, 1)

    @property
    def frame(self) -> str:
        """The colour of the frame."""
        return self.theme.attack if self.box.is_rebuttal and not self._is_gone else self.theme.quiet

    @property
    def _is_gone(self) -> bool:
        return self.box.change == Change.GONE

    @property
    def style(self) -> str:
        """Whether the frame is solid, dashed or dotted."""
        return _GONE if self._is_gone else FRAMES.get(self.box.standing, SOLID)

    @property
    def is_filled(self) -> bool:
        """Whether the colour of the frame lies behind all of the box."""
        return self.box.is_rebuttal and self.style == SOLID

    @property
    def border(self) -> int:
        """How thick the frame is, in points."""
        if not self.box.is_rebuttal:
            return 2 if self.box.standing else 1
        return 4 if self.box.needs_reply else 2

    def _rows(self) -> Iterator[Row]:
        if self._is_gone:
            yield from (replace(row, ground=self.theme.paper, ink=self.theme.quiet) for row in self._said())
        else:
            yield from self._said()

    def _said(self) -> Iterator[Row]:
        theme, box = self.theme, self.box
        if badge := BADGES.get(box.change):
            ground = theme.ink if box.change == Change.NEW else theme.quiet
            yield self._row(badge, _LARGE, ground, text_on(ground), bold=True)
        if self.named:
            yield self._row(
                box.speaker_name, SMALL, self.colour, text_on(self.colour), bold=True, marked=True
            )
        title = box.title or (box.text if self.text == "title" else "")
        tinted = tint(self.colour, paper=theme.paper)
        most = None if box.title else _MOST_LINES["short"]
        yield self._row(
            title,
            _LARGE if self.slimness == 1 else _LARGE_IF_SLIM,
            tinted,
            theme.ink,
            bold=True,
            most=most,
            marked=not self.named,
        )
        if self.text != "title":
            marked = not (self.named or title.strip())
            yield self._row(
                box.text, _NORMAL, theme.paper, theme.ink, most=_MOST_LINES[self.text], marked=marked
            )
        if box.status and box.is_rebuttal:
            needy = box.needs_reply
            ground = theme.attack_text if needy else theme.paper
            yield self._row(box.status, SMALL, ground, text_on(ground), bold=needy)

    def _mark(self) -> str:
        imagined = "imagined" if self.box.imagined else ""
        return " · ".join(filter(None, [imagined, self._remark(), self.box.standing]))

    def _remark(self) -> str:
        if self.box.bucket is Bucket.UNCHALLENGED:
            return (
                f"{UNCHALLENGED} {self.box.bucket.words}"
                if self.named and self.text != "title" and self.slimness == 1
                else UNCHALLENGED
            )
        return "inferred" if self.box.inferred else ""

    def _row(
        self,
        text: str,
        size: float,
        ground: str,
        ink: str,
        *,
        bold: bool = False,
        most: int | None = None,
        marked: bool = False,
    ) -> Row:
        mark = self._mark() if marked else ""
        beside = self._room - (box_width([mark], SMALL) + 2 * PADDING if mark else 0.0)
        # A word that would be broken beside the mark has that beneath it.
        if mark and box_width(clean(text).split(), size, bold=bold) > beside:
            mark = ""
        room = beside if mark else self._room
        # Where a text is cut short, its paragraphs would cost it lines.
        parts = paragraphs(text) if most is None else (text,)
        wrapped = [wrap(clean(part), room, size, bold=bold, max_lines=most) for part in parts]
        lines = [line for at, part in enumerate(wrapped) for line in (("",) if at else ()) + tuple(part)]
        return Row(tuple(lines), size, ground, ink, bold=bold, mark=mark)
