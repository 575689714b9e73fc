"""The boxes of an overview, in type that can be read from the back row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.render.diagram import Box
from argmap.render.dot.boxes import Row
from argmap.render.dot.escape import attributes, clean, name, words
from argmap.render.fonts import box_width, wrap
from argmap.render.overlay import FRAMES
from argmap.render.theme import Theme, text_on, tint

SMALL, TITLE = 13.0, 14.0
"""The sizes of the type in points: at least 1/45 of the height of a slide, which is 540 points."""

_PADDING = 4
_SEPARATOR = " · "
_MOST = {"title": 0, "short": 3, "full": None}


@dataclass(frozen=True)
class OverviewCard:
    """A thesis or a challenge, ready to be drawn.

    Args:
        box: what it shows.
        colour: of its speaker.
        theme: all other colours.
        text: how much of its text to show: `title`, `short` or `full`.
        width: points from side to side.
        named: whether to say who speaks, which for a thesis its frame does.
    """

    box: Box
    colour: str
    theme: Theme
    text: str
    width: float
    named: bool

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows that have something to say, from top to bottom; the id where nothing can be seen."""
        rows = tuple(row for row in self._rows() if any(line.strip() for line in row.lines))
        return rows or (self._row(self.box.id, SMALL, self.theme.paper, self.theme.ink),)

    @cached_property
    def height(self) -> float:
        """Points from top to bottom."""
        return sum(map(_height, self.rows)) + 2 * self._border

    def statement(self, place: str) -> str:
        """Write the box as a node.

        Args:
            place: where it stands, as an attribute of DOT.
        """
        box = self.box
        kind = "challenge" if box.is_rebuttal else "claim"
        classes = filter(None, [kind, box.bucket and box.bucket.option, box.standing])
        looks = attributes(
            id=name(box.id),
            **{"class": name(" ".join(classes))},
            label=f"<{self._table()}>",
            tooltip=words(box.tooltip),
        )
        return f"{name(box.id)} {looks[:-1]} {place}]"

    def _table(self) -> str:
        frame = self.theme.attack if self.box.is_rebuttal else self.theme.quiet
        style = FRAMES.get(self.box.standing, "dotted" if self.box.inferred else "solid")
        # Between a frame and what it holds Graphviz leaves a hair that would show the paper.
        ground = f'BGCOLOR="{frame}" ' if self.box.is_rebuttal and style == "solid" else ""
        looks = "" if style == "solid" else f'STYLE="{style}" '
        rows = "".join(row.markup(self.width - 2 * self._border) for row in self.rows)
        return (
            f'<TABLE BORDER="{self._border}" {looks}{ground}COLOR="{frame}" '
            f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="{_PADDING}">{rows}</TABLE>'
        )

    @property
    def _border(self) -> int:
        if self.box.is_rebuttal:
            return 4 if self.box.needs_reply else 2
        return 2 if self.box.standing else 1

    def _rows(self) -> Iterator[Row]:
        box, theme = self.box, self.theme
        if self.named:
            yield self._row(box.speaker_name, SMALL, self.colour, text_on(self.colour), bold=True)
        title = box.title or box.text
        most = None if box.title else 3
        ground = theme.paper if box.is_rebuttal else tint(self.colour, paper=theme.paper)
        yield self._row(title, TITLE, ground, theme.ink, bold=True, most=most)
        if box.title and self.text != "title":
            yield self._row(box.text, SMALL, theme.paper, theme.ink, most=_MOST[self.text])
        # The dotted frame says that of what nobody voiced.
        said = "" if box.is_rebuttal and box.inferred else box.status
        status = _SEPARATOR.join(filter(None, [said, box.standing]))
        needy = box.needs_reply
        ground = theme.attack_text if needy else theme.paper
        ink = text_on(ground) if needy else theme.ink
        if box.is_rebuttal:
            yield self._row(status, SMALL, ground, ink, bold=needy)
        else:
            yield Row(tuple(self._counted(status.split(_SEPARATOR))), SMALL, ground, ink)

    def _row(
        self,
        text: str,
        size: float,
        ground: str,
        ink: str,
        *,
        bold: bool = False,
        most: int | None = None,
    ) -> Row:
        lines = wrap(clean(text), self._room, size, bold=bold, max_lines=most)
        return Row(tuple(lines), size, ground, ink, bold)

    def _counted(self, counts: Iterable[str]) -> list[str]:
        """Fill lines with counts, each on one if it fits there; what parts two of them begins no line."""
        lines: list[str] = []
        for count in map(clean, counts):
            if lines and self._fits(lines[-1] + _SEPARATOR + count):
                lines[-1] += _SEPARATOR + count
                continue
            if lines and self._fits(lines[-1] + _SEPARATOR.rstrip()):
                lines[-1] += _SEPARATOR.rstrip()
            lines += wrap(count, self._room, SMALL)
        return lines

    def _fits(self, line: str) -> bool:
        return box_width([line], SMALL) <= self._room

    @property
    def _room(self) -> float:
        return self.width - 2 * (_PADDING + self._border)


def _height(row: Row) -> float:
    """Return the points that Graphviz gives a row: several bold lines stand closer together."""
    if row.bold and len(row.lines) > 1:
        return len(row.lines) * row.size + 2 * _PADDING
    return row.height
