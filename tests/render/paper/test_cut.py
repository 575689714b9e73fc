"""SVG and PNG on paper."""

import io
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from PIL import Image

import argmap
from argmap.queries.select import Selection
from argmap.render.dot import to_dot
from argmap.render.draw import Drawing, Format, draw
from argmap.render.engine import lay_out
from argmap.render.maps import caption_of, diagram_of
from argmap.render.paper.cut import cut
from argmap.render.paper.papers import PAPERS
from argmap.render.picture import PictureError
from argmap.render.svg.finish import Caption, finish
from argmap.render.svg.frame import frame_of
from argmap.render.svg.markup import parse, serialise

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def sample() -> tuple[str, Caption]:
    """The sample map, much too large for a page."""
    amap = argmap.load(DATA)
    diagram = diagram_of(amap)
    caption = caption_of(amap, diagram)
    return finish(lay_out(to_dot(diagram)).output, caption), caption


def test_every_line_of_text_is_on_a_sheet_behind_the_overview(sample: tuple[str, Caption]) -> None:
    svg, caption = sample
    sheets = list(cut(svg, caption.title, PAPERS["a4"]))
    texts = [{text.text for text in sheet.iter("text")} for sheet in sheets]
    lines = {text.text for text in parse(svg.encode()).iter("text")}
    assert len(sheets) > 2
    assert lines <= texts[0]
    assert lines <= set().union(*texts[1:])
    assert all(f"{page} of {len(sheets)}" in shown for page, shown in enumerate(texts, 1))
    assert sheets[1].findtext("title") == f"{caption.title} (2 of {len(sheets)})"


def test_sheets_are_as_large_as_paper_and_hold_only_what_they_show(sample: tuple[str, Caption]) -> None:
    svg, caption = sample
    sheets = list(cut(svg, caption.title, PAPERS["slide"]))
    assert {frame_of(sheet)[:2] for sheet in sheets} == {(960.0, 540.0)}
    assert max(len(serialise(sheet)) for sheet in sheets[1:]) < len(svg) / 2


@pytest.mark.parametrize("output", ["svg", "pdf"])
def test_a_drawing_is_read_once_whatever_the_number_of_its_sheets(
    monkeypatch: pytest.MonkeyPatch, output: Format
) -> None:
    calls = 0

    def counted(data: bytes) -> Element:
        nonlocal calls
        calls += 1
        return parse(data)

    for module in ("markup", "finish"):
        monkeypatch.setattr(f"argmap.render.svg.{module}.parse", counted)
    dot = "digraph {" + "".join(f"{box} [shape=box, width=9, height=5];" for box in "abcdef") + "}"
    picture = draw(dot, output, Caption("T"), Drawing(page="a4"))
    assert len(picture.others) > 1 or output == "pdf"
    assert calls == 1


def test_a_part_that_fits_is_one_sheet() -> None:
    amap = argmap.load(DATA)
    diagram = diagram_of(amap, Selection(focus=("istomin-binary-order",), depth=0))
    caption = caption_of(amap, diagram)
    picture = draw(to_dot(diagram), "png", caption, Drawing(page="slide", scale=1))
    assert picture.others == ()
    assert Image.open(io.BytesIO(picture.data)).size == (1280, 720)


def test_without_what_draws_png_images_paper_is_refused(
    sample: tuple[str, Caption], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(PictureError, match="make an SVG or PDF"):
        draw("digraph { a }", "png", sample[1], Drawing(page="a4"))
