from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.render.paper.papers import PAPERS
from argmap.render.paper.sheets import visible
from argmap.render.paper.tiling import tile
from argmap.render.paper.windows import starts
from argmap.render.svg.extents import Extent, around
from argmap.render.svg.frame import frame_of
from argmap.render.svg.markup import parse

SPANS = st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 45)).map(lambda pair: (pair[0], sum(pair))))


def drawing(width: float, height: float, boxes: list[tuple[float, float]]) -> str:
    """An SVG like Graphviz's with boxes of 200 to 100 points and a word of 9 points in each."""
    nodes = "".join(
        f'<g class="node"><polygon points="{x},{y} {x + 200},{y} {x + 200},{y + 100} {x},{y + 100}"/>'
        f'<text x="{x + 10}" y="{y + 50}" font-size="9">word</text></g>'
        for x, y in boxes
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}"><g transform="translate(0 0)">{nodes}</g></svg>'
    )


@given(SPANS)
def test_windows_cover_a_side_and_hold_what_should_not_be_cut(spans: list[tuple[float, float]]) -> None:
    found = starts(1046, 100, spans, 10)
    assert found[0] == 0
    assert found[-1] + 100 >= 1046
    assert all(0 < after - before <= 90.001 for before, after in pairwise(found))
    for low, high in spans:
        assert any(start <= low and high <= start + 100 for start in found)


def test_one_window_is_enough_for_a_short_side() -> None:
    assert starts(100, 100, [], 10) == (0.0,)


def test_a_drawing_that_can_be_read_goes_on_one_sheet_the_way_that_suits_it() -> None:
    lying = tile(parse(drawing(1000, 500, [(0, 0), (800, 400)]).encode()), PAPERS["a4"])
    standing = tile(parse(drawing(500, 900, [(0, 0)]).encode()), PAPERS["a4"])
    assert lying.tiles == standing.tiles == {}
    assert (lying.overview.width, lying.overview.height) == (841.89, 595.28)
    assert (standing.overview.width, standing.overview.height) == (595.28, 841.89)
    assert visible(standing.overview).holds(Extent(0, 0, 500, 900))


def test_a_small_drawing_is_not_blown_up() -> None:
    assert tile(parse(drawing(200, 100, [(0, 0)]).encode()), PAPERS["slide"]).overview.scale == 1.5


def test_a_large_drawing_goes_on_several_sheets_without_a_cut_box() -> None:
    boxes = [(2 + x * 230.0, 2 + y * 130.0) for x in range(16) for y in range(18)]
    root = parse(drawing(3660, 2320, boxes).encode())
    for paper in PAPERS.values():
        tiles = tile(root, paper).tiles.values()
        assert len(tiles) > 3
        assert all(sheet.scale * 9 >= paper.least - 1e-9 for sheet in tiles)
        for x, y in boxes:
            assert any(visible(sheet).holds(Extent(x - 1, y - 1, x + 201, y + 101)) for sheet in tiles)


def test_empty_sheets_are_left_out() -> None:
    root = parse(drawing(4000, 2400, [(0, 0), (3790, 2290)]).encode())
    tiles = tile(root, PAPERS["a4"]).tiles
    assert len(tiles) == 2
    assert min(tiles) == (0, 0)
    assert frame_of(root).width == 4000


def test_a_slide_is_never_turned() -> None:
    overview = tile(parse(drawing(300, 900, [(0, 0)]).encode()), PAPERS["slide"]).overview
    assert (overview.width, overview.height) == (960, 540)


def test_rectangles() -> None:
    one, inside, apart = Extent(0, 0, 10, 10), Extent(1, 1, 9, 10), Extent(10, 0, 20, 10)
    assert one.holds(inside)
    assert not inside.holds(one)
    assert one.meets(inside)
    assert not one.meets(apart)
    assert around([inside, apart]) == (1, 0, 20, 10)
    assert around([]) is None
