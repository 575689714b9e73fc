"""What stands around a drawing on several sheets: numbers, the way to the neighbours, the plan of all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from argmap.render.fonts import wrap
from argmap.render.numbers import plain
from argmap.render.paper.sheets import Sheet, visible
from argmap.render.paper.tiling import Tiling
from argmap.render.svg.extents import Extent
from argmap.render.theme import text_on

_SIZE: Final = 9.0
_SMALL: Final = 7.0
_BADGE: Final = 14.0
_NEIGHBOURS: Final = {"←": (-1, 0), "→": (1, 0), "↑": (0, -1), "↓": (0, 1)}
_WHERE: Final = {"←": (0.0, 0.5), "→": (1.0, 0.5), "↑": (0.5, 0.0), "↓": (0.5, 1.0)}
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")

Place = tuple[int, int]
"""A column and a row."""


@dataclass(frozen=True)
class Marks:
    """What is drawn around a drawing on one sheet, in points from its upper left corner.

    Args:
        shapes: SVG elements, in the order in which they are drawn.
        links: a part of the sheet -> the number of the sheet to which it leads.
    """

    shapes: list[Element] = field(default_factory=list)
    links: list[tuple[Extent, int]] = field(default_factory=list)


class Furniture:
    """Furnishes the sheets of one document.

    Args:
        tiling: all sheets; the overview comes first.
        title: of the drawing.
        ground: the colour of the drawing's background, as `#rrggbb`; marks are black on any other.
    """

    def __init__(self, tiling: Tiling, title: str, ground: str | None) -> None:
        self._tiling = tiling
        self._title = title
        self._paper = ground if ground and _COLOUR.fullmatch(ground) else "#ffffff"
        self._ink = text_on(self._paper)
        self._numbers: Mapping[Place, int] = {place: page for page, place in enumerate(tiling.tiles, 2)}

    def marks(self, page: int, sheet: Sheet, place: Place | None) -> Marks:
        """Draw what stands around the drawing on a sheet.

        Args:
            page: the number of the sheet.
            sheet: the sheet.
            place: its column and row; None for the overview.
        """
        marks = Marks()
        if place:
            self._neighbours(marks, sheet, place)
        else:
            self._plan(marks, sheet)
        if self._numbers:
            self._number(marks, sheet, page)
        return marks

    def _plan(self, marks: Marks, sheet: Sheet) -> None:
        """Show on the overview which sheet shows what; each part leads to its sheet."""
        for place, number in self._numbers.items():
            area = self._area(place, sheet)
            pen = {"fill": "none", "stroke": self._ink, "stroke-width": "0.5"}
            badge = Extent(area.left, area.top, area.left + _BADGE, area.top + _SIZE)
            marks.shapes.append(rectangle(area, pen))
            marks.shapes.append(rectangle(badge, {"fill": self._ink}))
            middle = area.left + _BADGE / 2
            marks.shapes.append(_text(str(number), middle, badge.bottom - 2, "middle", self._paper, _SMALL))
            marks.links.append((area, number))

    def _number(self, marks: Marks, sheet: Sheet, page: int) -> None:
        """Write the title and the number of a sheet; the number leads to the overview."""
        baseline = sheet.height - sheet.margin / 2 + _SIZE / 3
        title = wrap(self._title, sheet.width / 2 - sheet.margin - 2 * _BADGE, _SIZE, max_lines=1)
        right = sheet.width - sheet.margin
        number = f"{page} of {len(self._numbers) + 1}"
        marks.shapes.append(_text("".join(title[:1]), sheet.margin, baseline, "start", self._ink))
        marks.shapes.append(_text(number, right, baseline, "end", self._ink))
        marks.links.append((Extent(right - 4 * _BADGE, baseline - _BADGE, right, baseline + _BADGE / 2), 1))

    def _neighbours(self, marks: Marks, sheet: Sheet, place: Place) -> None:
        """Write in each margin which sheet goes on there, and lead to it."""
        for arrow, number in self._around(place):
            across, down = _WHERE[arrow]
            x = sheet.margin / 2 + across * (sheet.width - sheet.margin)
            y = sheet.margin / 2 + down * (sheet.height - sheet.margin)
            marks.shapes.append(_text(f"{arrow} {number}", x, y + _SIZE / 3, "middle", self._ink))
            marks.links.append((Extent(x - _BADGE, y - _BADGE, x + _BADGE, y + _BADGE), number))

    def _around(self, place: Place) -> Iterator[tuple[str, int]]:
        for arrow, (across, down) in _NEIGHBOURS.items():
            number = self._numbers.get((place[0] + across, place[1] + down))
            if number:
                yield arrow, number

    def _area(self, place: Place, overview: Sheet) -> Extent:
        """Find on the overview what a sheet shows and no sheet after it does."""
        tiles = self._tiling.tiles
        shown, (column, row) = tiles[place], place
        limits = visible(shown)
        beside, below = tiles.get((column + 1, row)), tiles.get((column, row + 1))
        right = beside.left if beside else limits.right
        bottom = below.top if below else limits.bottom
        corners = ((shown.left, shown.top), (right, bottom))
        (left, top), (right, bottom) = (
            (
                overview.margin + (x - overview.left) * overview.scale,
                overview.margin + (y - overview.top) * overview.scale,
            )
            for x, y in corners
        )
        # The last sheets may reach beyond the drawing.
        return Extent(
            left,
            top,
            min(right, overview.width - overview.margin),
            min(bottom, overview.height - overview.margin),
        )


def rectangle(area: Extent, looks: Mapping[str, str]) -> Element:
    """Draw a rectangle with some SVG attributes."""
    left, top, right, bottom = (f"{side:.2f}" for side in area)
    points = f"{left},{top} {right},{top} {right},{bottom} {left},{bottom}"
    return Element("polygon", {"points": points, **looks})


def _text(words: str, x: float, y: float, anchor: str, ink: str, size: float = _SIZE) -> Element:
    looks = {"x": f"{x:.2f}", "y": f"{y:.2f}", "font-size": plain(size), "fill": ink}
    text = Element("text", looks | {"text-anchor": anchor})
    text.text = words
    return text
