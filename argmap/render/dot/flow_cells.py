"""What stands in a flow sheet beside statements: heads of columns, and empty cells of what was dropped."""

from dataclasses import dataclass
from functools import cached_property

from argmap.render.dot.escape import attributes, clean, html, name, words
from argmap.render.flow import Column
from argmap.render.fonts import box_width, wrap
from argmap.render.numbers import plain
from argmap.render.theme import Theme, text_on

_LEADING = 1.2
_NAME, _SMALL = 13.0, 9.0
_PADDING = 4.0
_NARROW = 52.0
_NOBODY = "nobody named"
_MARK = "\u00d7"
"""Stands before the words of an empty cell; every font has it."""


@dataclass(frozen=True)
class Head:
    """The head of a column: the work and who speaks in it, or a speaker.

    Args:
        column: of which column.
        width: of the column, in points.
        padding: between its edges and its words, in points.
    """

    column: Column
    width: float
    padding: float

    @property
    def tooltip(self) -> str:
        """Everything that it says, in lines."""
        return "\n".join(filter(None, [self.column.label or _NOBODY, self.column.by, self.column.team]))

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return sum(size * _LEADING for size, _ in self._lines) + 2 * self.padding

    def table(self, colour: str, height: float) -> str:
        """Write it as an HTML-like table.

        Args:
            colour: of its ground.
            height: in points.
        """
        ink = text_on(colour)
        written = (
            f'<FONT POINT-SIZE="{plain(size)}" COLOR="{ink}">{_weighted(size, text)}</FONT>'
            for size, text in self._lines
        )
        size = f'WIDTH="{plain(self.width)}" HEIGHT="{plain(height)}"'
        cell = f'<TR><TD {size} BGCOLOR="{colour}">{"<BR/>".join(written)}</TD></TR>'
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0">{cell}</TABLE>'

    @cached_property
    def _lines(self) -> list[tuple[float, str]]:
        room = self.width - 2 * self.padding
        title = wrap(clean(self.column.label) or _NOBODY, room, _NAME, bold=True)
        below = (wrap(clean(text), room, _SMALL) for text in (self.column.by, self.column.team))
        return [*((_NAME, line) for line in title), *((_SMALL, line) for lines in below for line in lines)]


def narrowest(column: Column, padding: float) -> float:
    """Return how broad an empty column must be, in points, so that its head breaks no word."""
    words_in = clean(column.label).split() or [_NOBODY]
    return max(_NARROW, box_width(words_in, _NAME, bold=True) + 2 * padding)


@dataclass(frozen=True)
class Missing:
    """The empty cell of an answer that was not given.

    Args:
        words: in which works.
        width: of the column, in points.
        theme: the colours.
    """

    words: str
    width: float
    theme: Theme

    @property
    def height(self) -> float:
        """Points from top to bottom."""
        return len(self._lines) * _SMALL * _LEADING + 2 * _PADDING + 2

    def statement(self, key: str) -> str:
        """Write it as a node with a name of its own."""
        lines = '<BR ALIGN="LEFT"/>'.join(map(html, self._lines)) + '<BR ALIGN="LEFT"/>'
        font = f'<FONT POINT-SIZE="{plain(_SMALL)}" COLOR="{self.theme.attack_text}"><B>{lines}</B></FONT>'
        looks = f'ALIGN="LEFT" BALIGN="LEFT" WIDTH="{plain(self.width - 2)}"'
        table = (
            f'<TABLE BORDER="1" STYLE="dashed" COLOR="{self.theme.attack}" CELLBORDER="0" CELLSPACING="0" '
            f'CELLPADDING="{plain(_PADDING)}"><TR><TD {looks}>{font}</TD></TR></TABLE>'
        )
        shown = attributes(id=name(key), **{"class": "gap"}, label=f"<{table}>", tooltip=words(self.words))
        return f"{name(key)} {shown}"

    @cached_property
    def _lines(self) -> list[str]:
        return wrap(clean(f"{_MARK} {self.words}"), self.width - 2 * _PADDING - 2, _SMALL, bold=True)


def _weighted(size: float, text: str) -> str:
    return f"<B>{html(text)}</B>" if size == _NAME else html(text)
