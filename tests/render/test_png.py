import sys
from io import BytesIO

import pytest
from PIL import Image

from argmap.render.engine import lay_out
from argmap.render.fonts import coverage, text_width
from argmap.render.picture import Picture, PictureError
from argmap.render.png import png
from argmap.render.svg.finish import Caption, finish

BLUE, RED, WHITE = (0, 0x72, 0xB2, 255), (255, 0, 0, 255), (255, 255, 255, 255)


def drawn(dot: str) -> str:
    return finish(lay_out(dot).output, Caption("T"))


def opened(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.data))


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything that is not white."""
    box = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    return box


def text_only(html: str) -> str:
    return drawn(f'graph {{ pad=1; a [shape=plain fontname="Helvetica" fontsize=40 label=<{html}>] }}')


def test_colours_shapes_and_background(finished_svg: str) -> None:
    image = opened(png(finished_svg, scale=1))
    colours = {colour for _, colour in image.getcolors(maxcolors=1 << 20) or ()}
    assert {BLUE, RED, WHITE} <= colours
    assert image.getpixel((1, 1)) == WHITE


@pytest.mark.parametrize("scale", [0.5, 1, 3])
def test_the_scale_counts_in_browser_pixels(scale: float) -> None:
    svg = drawn("graph { a [shape=box fixedsize=true width=1 height=0.5] }")
    width, height = opened(png(svg, scale=scale)).size
    assert width == pytest.approx((72 + 8) * 96 / 72 * scale, abs=1)
    assert height == pytest.approx((36 + 8) * 96 / 72 * scale, abs=1)


def test_is_twice_as_fine_by_default_but_not_for_huge_drawings() -> None:
    small = drawn("graph { a }")
    assert png(small) == png(small, scale=2)
    huge = drawn("graph { a [shape=box width=60 height=40] }")
    width, height = opened(png(huge)).size
    assert width * height == pytest.approx(24_000_000, rel=0.01)


def test_the_drawings_own_background_fills_the_whole_image() -> None:
    image = opened(png(drawn('graph { bgcolor="#0072b2"; a [width=1.003] }'), scale=1))
    assert {image.getpixel(point) for point in ((0, 0), (image.width - 1, image.height - 1))} == {BLUE}


@pytest.mark.parametrize("text", ["Istomin", "Сушенцов", "Ελληνικά"])
def test_text_is_as_wide_as_measured(text: str) -> None:
    left, _, right, _ = ink(opened(png(text_only(text), scale=1)))
    assert right - left == pytest.approx(text_width(text, 40) * 96 / 72, rel=0.05)


def test_bold_and_italic_have_their_own_faces() -> None:
    images = {
        png(text_only(font)).data
        for font in ("Hamburg", "<b>Hamburg</b>", "<i>Hamburg</i>", "<b><i>Hamburg</i></b>")
    }
    assert len(images) == 4


def test_titles_and_descriptions_are_not_drawn() -> None:
    layout = lay_out('graph { a [label="" tooltip="long tooltip"] }').output
    without = lay_out('graph { a [label=""] }').output
    assert png(finish(layout, Caption("Title", "Description"))) == png(finish(without, Caption("T")))


def test_characters_without_a_font_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "_system_fonts", tuple)
    assert png(text_only("漢")).warnings == ("no font here has 漢: install one that does",)
    assert png(text_only("Ж")).warnings == ()


@pytest.mark.parametrize("scale", [0, -1, 0.001, 1e6, float("nan")])
def test_refuses_absurd_sizes(scale: float) -> None:
    with pytest.raises(PictureError, match="choose another scale, draw a part of the graph, or make an SVG"):
        png(drawn("graph { a }"), scale=scale)


def test_says_when_resvg_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(ImportError):
        png(drawn("graph { a }"))
