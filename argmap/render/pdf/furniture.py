"""What stands around a drawing on several sheets: numbers, the way to the neighbours, the plan of all."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from fpdf import FPDF

from argmap.render.fonts import wrap
from argmap.render.pdf.colours import as_hex, colour
from argmap.render.pdf.extents import Extent
from argmap.render.pdf.sheets import Sheet
from argmap.render.pdf.text import Typesetter
from argmap.render.pdf.tiling import Tiling, visible
from argmap.render.theme import text_on

_SIZE: Final = 9.0
_SMALL: Final = 7.0
_BADGE: Final = 14.0
_NEIGHBOURS: Final = {"←": (-1, 0), "→": (1, 0), "↑": (0, -1), "↓": (0, 1)}
_WHERE: Final = {"←": (0.0, 0.5), "→": (1.0, 0.5), "↑": (0.5, 0.0), "↓": (0.5, 1.0)}

Place = tuple[int, int]
"""A column and a row."""


class Furniture:
    """Furnishes the sheets of one document.

    Args:
        document: the document; the sheet in question is its current page.
        typesetter: writes the text.
        tiling: all sheets; the overview comes first.
        title: of the drawing.
        ground: the colour of the drawing's background, None for none.
    """

    def __init__(
        self, document: FPDF, typesetter: Typesetter, tiling: Tiling, title: str, ground: str | None
    ) -> None:
        self._document = document
        self._typesetter = typesetter
        self._tiling = tiling
        self._title = title
        self._ground = colour(ground or "none")
        self._paper = as_hex(self._ground) if self._ground else "#ffffff"
        self._ink = text_on(self._paper)
        self._numbers: Mapping[Place, int] = {place: page for page, place in enumerate(tiling.tiles, 2)}

    def lay_ground(self, sheet: Sheet) -> None:
        """Give the margins the colour of the drawing's background."""
        if self._ground:
            self._fill(Extent(0, 0, sheet.width, sheet.height), self._paper)

    def plan(self, sheet: Sheet) -> None:
        """Draw on the overview which sheet shows what; each part leads to its sheet."""
        for place, number in self._numbers.items():
            area = self._area(place, sheet)
            self._document.set_draw_color(self._ink)
            self._document.set_line_width(0.5)
            self._document.rect(area.left, area.top, area.right - area.left, area.bottom - area.top)
            badge = Extent(area.left, area.top, area.left + _BADGE, area.top + _SIZE)
            self._fill(badge, self._ink)
            self._write(str(number), area.left + _BADGE / 2, badge.bottom - 2, "middle", self._paper, _SMALL)
            self._link(area, number)

    def number(self, sheet: Sheet, page: int) -> None:
        """Write the title and the number of a sheet; the number leads to the overview."""
        baseline = sheet.height - sheet.margin / 2 + _SIZE / 3
        title = wrap(self._title, sheet.width / 2 - sheet.margin - 2 * _BADGE, _SIZE, max_lines=1)
        self._write("".join(title[:1]), sheet.margin, baseline, "start", self._ink)
        right = sheet.width - sheet.margin
        self._write(f"{page} of {len(self._numbers) + 1}", right, baseline, "end", self._ink)
        self._link(Extent(right - 4 * _BADGE, baseline - _BADGE, right, baseline + _BADGE / 2), 1)

    def neighbours(self, sheet: Sheet, place: Place) -> None:
        """Write in each margin which sheet goes on there, and lead to it."""
        for arrow, number in self._around(place):
            across, down = _WHERE[arrow]
            x = sheet.margin / 2 + across * (sheet.width - sheet.margin)
            y = sheet.margin / 2 + down * (sheet.height - sheet.margin)
            self._write(f"{arrow} {number}", x, y + _SIZE / 3, "middle", self._ink)
            self._link(Extent(x - _BADGE, y - _BADGE, x + _BADGE, y + _BADGE), number)

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

    def _fill(self, area: Extent, paint: str) -> None:
        self._document.set_fill_color(paint)
        left, top, right, bottom = area
        self._document.rect(left, top, right - left, bottom - top, style="F")

    def _write(self, words: str, x: float, y: float, anchor: str, ink: str, size: float = _SIZE) -> None:
        looks = {"x": f"{x:.2f}", "y": f"{y:.2f}", "font-size": f"{size:g}", "fill": ink}
        text = Element("text", looks | {"text-anchor": anchor})
        text.text = words
        self._typesetter.write(text)

    def _link(self, area: Extent, page: int) -> None:
        left, top, right, bottom = area
        self._document.link(left, top, right - left, bottom - top, self._document.add_link(page=page))
