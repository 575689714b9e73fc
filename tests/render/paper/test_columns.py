"""A drawing in columns on paper."""

import pytest

from argmap.render.paper.columns import columns_of
from argmap.render.paper.cut import cut
from argmap.render.paper.papers import PAPERS
from argmap.render.paper.sheets import Sheet, panes, visible
from argmap.render.paper.tiling import tile
from argmap.render.svg.extents import Extent
from argmap.render.svg.frame import frame_of
from argmap.render.svg.markup import parse

_COLUMNS, _ROWS = 9, 30
_WIDE, _HIGH = 250, 90
_TOP = 100


def _box(kind: str, name: str, left: float, top: float, right: float, bottom: float) -> str:
    return (
        f'<g class="{kind}" id="{name}"><polygon stroke="none" '
        f'points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'
        f'<text x="{left + 9}" y="{top + 20}" font-size="9">{name}</text></g>'
    )


def sheet_in_columns() -> str:
    """Columns with heads, and boxes of several heights in their rows; each third place is empty."""
    width, height = _COLUMNS * _WIDE, _TOP + _ROWS * _HIGH
    parts = []
    for column in range(_COLUMNS):
        left = column * _WIDE
        parts.append(_box("node lane", f"lane {column}", left, 40, left + 200, height))
        parts.append(_box("node column", f"head {column}", left, 40, left + 200, 80))
        for row in range(_ROWS):
            if (row + column) % 3:
                top = _TOP + row * _HIGH
                parts.append(
                    _box("node", f"box-{column}-{row}", left, top, left + 200, top + 40 + 10 * (row % 3))
                )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}"><g transform="translate(0 0)">'
        f'<text x="5" y="20" font-size="16">A title</text>{"".join(parts)}</g></svg>'
    )


DRAWING = sheet_in_columns()


def boxes() -> dict[str, Extent]:
    found = {}
    for group in parse(DRAWING.encode()).iter("g"):
        if group.get("class") == "node":
            points = group[0].get("points", "").replace(",", " ").split()
            left, top, right, _, _, bottom = map(float, points[:6])
            found[group.get("id", "")] = Extent(left, top, right, bottom)
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_sheets_are_parted_between_rows_and_columns(paper: str) -> None:
    shown = [visible(sheet) for sheet in tile(parse(DRAWING.encode()), PAPERS[paper]).tiles.values()]
    for box in boxes().values():
        assert sum(window.holds(box) for window in shown) == 1
        assert sum(window.meets(box) for window in shown) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_the_heads_stand_on_every_sheet(paper: str) -> None:
    sheets = list(cut(DRAWING, "T", PAPERS[paper]))[1:]
    assert len(sheets) > 4
    for sheet in sheets:
        texts = {text.text or "" for text in sheet.iter("text")}
        wanted = {f"head {text.split('-')[1]}" for text in texts if text.startswith("box")}
        assert wanted
        assert wanted <= texts
        ids = [element.get("id") for element in sheet.iter() if element.get("id")]
        assert len(ids) == len(set(ids))


def test_below_its_head_a_sheet_shows_less() -> None:
    sheet = Sheet(200, 300, left=5, top=500, scale=2, margin=10, head=(40, 60))
    assert visible(sheet) == Extent(5, 500, 95, 620)
    head, rest = panes(sheet)
    assert (head.part, head.x, head.y) == (Extent(5, 40, 95, 60), 10, 10)
    assert (rest.part, rest.x, rest.y) == (visible(sheet), 10, 50)


def test_other_drawings_have_no_columns() -> None:
    plain = parse(DRAWING.replace("node column", "node").encode())
    assert columns_of(plain, frame_of(plain)) is None
