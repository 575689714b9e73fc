"""Pictures of a wanted width, of a wanted orientation, and on exactly one page."""

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.draw import Drawing, draw
from argmap.render.engine import ENGINES
from argmap.render.length import Length, read_length
from argmap.render.options import Format, MeaninglessOptionError, RenderOptions
from argmap.render.picture import PictureError
from argmap.render.room import Orientation
from argmap.render.service import render
from argmap.render.svg.finish import Caption
from argmap.render.svg.frame import frame_of
from argmap.render.svg.legibility import smallest_text, warnings_of
from argmap.render.svg.markup import root_of
from argmap.render.views import VIEWS, View

ROOT = Path(__file__).parents[2]
WIDTH = read_length("4in")


SCALES = {"png": 1.0}


@pytest.fixture(scope="module")
def debate() -> ArgumentMap:
    return argmap.load(ROOT / "tests" / "golden" / "debate.yaml")


@pytest.fixture(scope="module")
def sample() -> ArgumentMap:
    return argmap.load(ROOT / "data")


def svg_size(data: bytes) -> tuple[float, float]:
    frame = frame_of(root_of(data.decode()))
    return frame.width, frame.height


def pdf_sizes(data: bytes) -> list[tuple[float, float]]:
    return [page.get_size() for page in pypdfium2.PdfDocument(data)]


def tikz_size(data: bytes) -> tuple[float, float]:
    """Give the size of the ground, which is drawn first."""
    ground = next(line for line in data.decode().splitlines() if line.startswith(r"\path"))
    points = [tuple(map(float, pair)) for pair in re.findall(r"\(([\d.]+),([\d.]+)\)", ground)]
    return max(x for x, _ in points), max(y for _, y in points)


def png_size(data: bytes) -> tuple[float, float]:
    """Give the size in points, as the image itself says it."""
    width, height = struct.unpack(">II", data[16:24])
    at = data.index(b"pHYs") + 4
    dots, _, unit = struct.unpack(">IIB", data[at : at + 9])
    assert unit == 1
    inches = 39.3701 / dots
    return width * inches * 72, height * inches * 72


@pytest.mark.parametrize("view", [view for view in VIEWS if view != "dialogue"])
def test_a_picture_has_the_width_that_was_asked_for(debate: ArgumentMap, view: View) -> None:
    measures: dict[Format, Callable[[bytes], tuple[float, float]]]
    measures = {"svg": svg_size, "tikz": tikz_size, "png": png_size}
    sizes = {
        output: size(
            render(
                debate, RenderOptions(format=output, view=view, width=WIDTH, scale=SCALES.get(output))
            ).data
        )
        for output, size in measures.items()
    }
    [sizes["pdf"]] = pdf_sizes(render(debate, RenderOptions(format="pdf", view=view, width=WIDTH)).data)
    for width, height in sizes.values():
        assert width == pytest.approx(WIDTH.points, abs=1)
        assert height == pytest.approx(sizes["svg"][1], rel=0.01)


def test_pixels_are_the_pixels_of_the_image(debate: ArgumentMap) -> None:
    wanted = RenderOptions(format="png", width=read_length("200px"))
    assert struct.unpack(">I", render(debate, wanted).data[16:20]) == (200,)
    assert struct.unpack(">I", render(debate, replace(wanted, scale=2)).data[16:20]) == (400,)


@pytest.mark.parametrize("engine", [one for one in ENGINES if one in {"neato", "circo"}])
def test_any_engine_gives_that_width(debate: ArgumentMap, engine: str) -> None:
    assert svg_size(render(debate, RenderOptions(layout=engine, width=WIDTH)).data)[0] == WIDTH.points


def test_text_is_laid_out_for_the_width_and_not_shrunk_to_it(sample: ArgumentMap) -> None:
    part = Selection(focus=("istomin-partnerships-of-pariahs",), depth=1)
    usual = RenderOptions(selection=part, no_title=True, no_legend=True)
    narrow = render(sample, replace(usual, width=read_length("12cm")))
    assert narrow.warnings == ()
    root = root_of(narrow.data.decode())
    assert smallest_text(root) > 6
    shrunk = root_of(render(sample, usual).data.decode())
    assert smallest_text(root) > 1.15 * smallest_text(shrunk) * frame_of(root).width / frame_of(shrunk).width


def test_text_that_becomes_too_small_is_told_with_its_size(sample: ArgumentMap) -> None:
    picture = render(sample, RenderOptions(width=read_length("8cm")))
    size = smallest_text(root_of(picture.data.decode()))
    assert picture.warnings == warnings_of(size)
    assert f"{size:.1f} points high, and less than 5.5" in picture.warnings[0]
    assert warnings_of(5.5) == ()


def test_no_side_is_longer_than_a_page_can_be() -> None:
    with pytest.raises(PictureError, match="cm high, and 508 is the most"):
        draw("digraph { a -> b -> c }", "svg", Caption("T"), Drawing(width=Length(14_400)))


@pytest.mark.parametrize("view", ["map", "overview"])
def test_a_picture_lies_or_stands(sample: ArgumentMap, view: View) -> None:
    def shape(orientation: Orientation) -> float:
        width, height = svg_size(render(sample, replace(usual, format="svg", orientation=orientation)).data)
        return width / height

    usual = RenderOptions(format="dot", view=view, text="title")
    assert shape("portrait") < 1 < shape("landscape")
    assert render(sample, usual) == render(sample, replace(usual, orientation="landscape"))


@pytest.mark.parametrize(("view", "page"), [("map", "a4"), ("people", "slide"), ("flow", "slide")])
def test_sheets_lie_or_stand(debate: ArgumentMap, view: View, page: str) -> None:
    for orientation in ("portrait", "landscape"):
        picture = render(debate, RenderOptions(view=view, page=page, orientation=orientation))
        for data in (picture.data, *picture.others):
            width, height = svg_size(data)
            assert (width < height) == (orientation == "portrait")


@pytest.mark.parametrize("output", ["svg", "pdf"])
def test_everything_is_on_one_page_when_that_is_asked_for(debate: ArgumentMap, output: Format) -> None:
    options = RenderOptions(format=output, page="a4")
    several = render(debate, options)
    one = render(debate, replace(options, one_page=True))
    assert len(several.others) + len(pdf_sizes(several.data) if output == "pdf" else ()) > 1
    assert one.others == ()
    size = svg_size(one.data) if output == "svg" else pdf_sizes(one.data)[0]
    assert sorted(size) == pytest.approx([595.28, 841.89], abs=0.01)


def test_what_becomes_too_small_on_one_page_is_told(sample: ArgumentMap) -> None:
    [warning] = render(sample, RenderOptions(page="a4", one_page=True, text="title")).warnings
    assert re.match(r"the smallest text is [23]\.\d points high, and less than 5\.5 is hard to read", warning)


def test_what_can_be_read_on_one_page_is_no_reason_to_warn(debate: ArgumentMap) -> None:
    part = Selection(focus=("boris",), depth=0)
    assert render(debate, RenderOptions(page="a4", one_page=True, selection=part)).warnings == ()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (RenderOptions(one_page=True), "`one_page` means nothing without `page`"),
        (RenderOptions(width=WIDTH, page="a4"), "`width` means nothing beside `page`"),
        (
            RenderOptions(view="flow", orientation="portrait"),
            "`orientation` means nothing for the view `flow` without `page`",
        ),
        (RenderOptions(format="dot", width=WIDTH), "`width` means nothing for the format `dot`"),
        (
            RenderOptions(format="mermaid", orientation="portrait"),
            "`orientation` means nothing for the format",
        ),
    ],
)
def test_what_means_nothing_is_refused(debate: ArgumentMap, options: RenderOptions, message: str) -> None:
    with pytest.raises(MeaninglessOptionError) as caught:
        render(debate, options)
    assert str(caught.value).startswith(message)
