import ctypes
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from argmap.render.engine import lay_out
from argmap.render.fonts import coverage, font_file
from argmap.render.pdf import Sheet, document, pdf
from argmap.render.png import png
from argmap.render.svg import Caption, finish

CAPTION = Caption("T")


def drawn(dot: str) -> str:
    return finish(lay_out(dot).output, CAPTION)


def opened(svg: str, caption: Caption = CAPTION, sheets: list[Sheet] | None = None) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(pdf(svg, caption, sheets=sheets).data)


def words(file: pypdfium2.PdfDocument) -> list[str]:
    text: str = file[0].get_textpage().get_text_range()
    return text.split()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the colour values, from 0 to 255."""
    assert abs(one.width - other.width) <= 1
    assert abs(one.height - other.height) <= 1
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB").resize(one.size))
    return sum(ImageStat.Stat(apart).mean) / 3


def links(file: pypdfium2.PdfDocument) -> list[tuple[str, list[int]]]:
    """The addresses of a page and where they are: left, bottom, right, top."""
    raw, page, position, found = pypdfium2.raw, file[0], ctypes.c_int(0), []
    link, box = raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, position, link):
        buffer = ctypes.create_string_buffer(2000)
        raw.FPDFAction_GetURIPath(file, raw.FPDFLink_GetAction(link), buffer, len(buffer))
        raw.FPDFLink_GetAnnotRect(link, box)
        sides = [round(side) for side in (box.left, box.bottom, box.right, box.top)]
        found.append((buffer.value.decode(), sides))
    return found


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


def test_links_lead_out_of_the_document() -> None:
    file = opened(
        drawn('graph { a [shape=box fixedsize=true width=1 height=0.5 URL="https://example.org/?a=1&b=Ж"] }')
    )
    ((address, sides),) = links(file)
    assert address == "https://example.org/?a=1&b=%D0%96"
    assert sides == [4, 4, 76, 40]


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


def test_sheets_show_parts_of_the_drawing() -> None:
    svg = drawn(
        'graph { a [shape=box fixedsize=true width=4 height=2 style=filled fillcolor=blue URL="x.html"] }'
    )
    sheets = [Sheet(100, 80, left=4, top=4, scale=0.25, margin=10), Sheet(60, 60, left=200)]
    file = opened(svg, sheets=sheets)
    assert [page.get_size() for page in file] == [(100, 80), (60, 60)]
    image = file[0].render().to_pil().convert("RGB")
    assert image.getpixel((9, 9)) == (255, 255, 255)
    assert image.getpixel((12, 12)) == (0, 0, 255)
    assert image.getpixel((80, 44)) == (0, 0, 255)
    assert image.getpixel((84, 48)) == (255, 255, 255)
    assert links(file) == [("x.html", [10, 34, 82, 70])]


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
    assert picture.warnings == ("no font here has 漢: give a font file that does",)
    assert words(pypdfium2.PdfDocument(picture.data)) == ["a\u25a1b"]


def test_given_fonts_are_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "_system_fonts", tuple)
    without_cyrillic = coverage.face()._replace(characters={ord("a"): 1})
    monkeypatch.setattr(coverage, "face", lambda: without_cyrillic)
    picture = pdf(drawn('graph { a [label="aЖ"] }'), CAPTION, fonts=[font_file(bold=True)])
    assert picture.warnings == ()
    assert words(pypdfium2.PdfDocument(picture.data)) == ["aЖ"]


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
