from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from argmap.render.engine import lay_out
from argmap.render.fonts import coverage
from argmap.render.pdf import document, pdf
from argmap.render.png import png
from argmap.render.svg.finish import Caption, finish
from tests.running import run_command

CAPTION = Caption("T")


def drawn(dot: str) -> str:
    return finish(lay_out(dot).output, CAPTION)


def opened(svg: str, caption: Caption = CAPTION) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf(svg, caption).data)


def words(file: pypdfium2.PdfDocument) -> list[str]:
    text: str = file[0].get_textpage().get_text_range()
    return text.split()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the colour values, from 0 to 255."""
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB").resize(one.size))
    return sum(ImageStat.Stat(apart).mean) / 3


def test_looks_like_the_image_of_the_same_svg(finished_svg: str) -> None:
    page = opened(finished_svg)[0].render(scale=96 / 72).to_pil()
    assert difference(Image.open(BytesIO(png(finished_svg, scale=1).data)), page) < 2.5


@pytest.mark.parametrize("attributes", ["rotate=90", "size=1", 'size="9!"', "dpi=144"])
def test_follows_every_transformation(attributes: str) -> None:
    svg = drawn(
        f'digraph {{ {attributes}; fontname=Helvetica; a [label="Ж" style=filled fillcolor=blue]; a -> b }}'
    )
    page = opened(svg)[0].render(scale=96 / 72).to_pil()
    assert difference(Image.open(BytesIO(png(svg, scale=1).data)), page) < 8


def test_text_can_be_read_and_its_fonts_are_embedded(finished_svg: str) -> None:
    file = opened(finished_svg)
    assert {"Кластер", "Истомин", "under", "rebuts"} <= set(words(file))
    fonts = {item.get_font() for item in file[0].get_objects() if hasattr(item, "get_font")}
    assert {font.is_embedded for font in fonts} == {True}


def test_text_stands_where_the_svg_has_it() -> None:
    svg = drawn('graph { a [shape=box fixedsize=true width=4 label="Хрущёв" fontsize=30] }')
    (text,) = (item for item in opened(svg)[0].get_objects() if hasattr(item, "get_font"))
    left, bottom, right, top = text.get_bounds()
    assert (left + right) / 2 == pytest.approx(4 + 144, abs=1)
    assert bottom < 4 + 18 < top


def test_has_the_properties_of_the_caption(finished_svg: str, caption: Caption) -> None:
    found = opened(finished_svg, caption).get_metadata_dict()
    wanted = {"Title": caption.title, "Subject": caption.description, "Author": caption.author}
    assert {key: found[key] for key in wanted} == wanted
    assert found["CreationDate"] == "D:20000101000000Z"
    assert b"/Lang (ru)" in pdf(finished_svg, caption).data


def test_twice_the_same_bytes(finished_svg: str) -> None:
    assert pdf(finished_svg, CAPTION) == pdf(finished_svg, CAPTION)


def test_a_page_is_as_large_as_the_drawing() -> None:
    assert opened(drawn("graph { a [shape=box width=2 height=1] }"))[0].get_size() == (152, 80)


def test_a_page_is_never_larger_than_readers_allow() -> None:
    width, height = opened(drawn("graph { a [shape=box width=300 height=3] }"))[0].get_size()
    assert width == 14_400
    assert height == pytest.approx(14_400 * (216 + 8) / (21_600 + 8), abs=1)


def test_shapes_text_from_right_to_left_in_the_order_of_the_svg() -> None:
    pytest.importorskip("uharfbuzz")
    svg = drawn('graph { a [shape=plain fontname=Helvetica fontsize=30 label="שלום abc"] }')
    page = opened(svg)[0].render(scale=96 / 72).to_pil()
    assert difference(Image.open(BytesIO(png(svg, scale=1).data)), page) < 10


def test_says_when_text_cannot_be_shaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "find_spec", lambda _: None)
    (warning,) = pdf(drawn('graph { a [label="שלום"] }'), CAPTION).warnings
    assert warning == "text from right to left and joined letters need `pip install uharfbuzz`"
    assert pdf(drawn("graph { a }"), CAPTION).warnings == ()


def test_a_character_without_a_font_is_replaced_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "_system_fonts", tuple)
    picture = pdf(drawn('graph { a [label="a漢\u200db"] }'), CAPTION)
    assert picture.warnings == ("no font here has 漢: install one that does",)
    assert words(pypdfium2.PdfDocument(picture.data)) == ["a\u25a1b"]


def test_colours_may_be_transparent() -> None:
    svg = drawn(
        'graph { a [shape=box style=filled fillcolor="#ff000080" color="#00000000" label="" width=2] }'
    )
    image = opened(svg)[0].render().to_pil().convert("RGB")
    assert image.getpixel((image.width // 2, image.height // 2)) == pytest.approx((255, 127, 127), abs=2)


def test_invisible_text_is_left_out() -> None:
    assert words(opened(drawn('graph { a [label="seen"]; b [label="unseen" fontcolor=transparent] }'))) == [
        "seen"
    ]


def test_a_name_of_thousands_of_signs_without_direction_is_set(tmp_path: Path) -> None:
    name = "." * 1500 + "\u05d0" + "." * 1500
    file = tmp_path / "map.yaml"
    file.write_text(f"people: {{p: {{name: '{name}'}}}}\nclaims: [{{id: a, by: p, text: T}}]\n", "utf-8")
    drawn = run_command(["--map", str(file), "render", "-o", str(tmp_path / "map.pdf")])
    assert drawn.exit_code == 0
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
