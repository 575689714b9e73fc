import re
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

import argmap
from argmap.render.dot import DotStyle, to_dot
from argmap.render.engine import lay_out
from argmap.render.maps import caption_of, diagram_of
from argmap.render.pdf import PAPERS, pdf
from argmap.render.svg.finish import Caption, finish
from argmap.render.svg.markup import parse
from argmap.render.themes import BUILT_IN

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def sample() -> tuple[str, Caption]:
    """The sample map, much too large for a page."""
    amap = argmap.load(DATA)
    diagram = diagram_of(amap)
    caption = caption_of(amap, diagram)
    return finish(lay_out(to_dot(diagram, DotStyle(theme=BUILT_IN["dark"]))).output, caption), caption


@pytest.fixture(scope="module")
def pages(sample: tuple[str, Caption], tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pages") / "a4.pdf"
    file.write_bytes(pdf(*sample, paper=PAPERS["a4"]).data)
    return file


def squeezed(text: str) -> str:
    """Leave out what readers take for white space or for a word broken at the end of a line."""
    return re.sub(r"[\s\ufffe\x02-]+", "", text)


def test_pages_are_of_one_size(pages: Path) -> None:
    sizes = {tuple(round(side) for side in page.get_size()) for page in pypdfium2.PdfDocument(pages)}
    assert sizes in ({(842, 595)}, {(595, 842)}, {(842, 595), (595, 842)})


def test_every_line_of_text_is_on_a_numbered_page(pages: Path, sample: tuple[str, Caption]) -> None:
    document = pypdfium2.PdfDocument(pages)
    texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
    lines = {squeezed(text.text or "") for text in parse(sample[0].encode()).iter("text")}
    assert len(lines) > 300
    assert [line for line in lines if not any(line in text for text in texts[1:])] == []
    for number, text in enumerate(texts, 1):
        assert f"{number}of{len(texts)}" in text


def test_pages_hold_only_what_they_show(pages: Path) -> None:
    document = pypdfium2.PdfDocument(pages)
    lengths = [page.get_textpage().count_chars() for page in document]
    assert sum(lengths[1:]) < 2.5 * lengths[0]
    assert max(lengths[1:]) < lengths[0] / 2


def test_fonts_are_embedded(pages: Path) -> None:
    for page in pypdfium2.PdfDocument(pages):
        fonts = [item.get_font() for item in page.get_objects() if hasattr(item, "get_font")]
        assert fonts
        assert all(font.is_embedded for font in fonts)


def test_the_overview_leads_to_each_page_and_each_page_back_and_to_its_neighbours(pages: Path) -> None:
    reader = PdfReader(pages)
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    leads = [_destinations(page, numbers) for page in reader.pages]
    assert set(leads[0]) == set(range(1, len(leads) + 1))
    for number, found in enumerate(leads[1:], 2):
        assert 1 in found
        for neighbour in set(found) - {1}:
            assert number in leads[neighbour - 1]


def _destinations(page: PageObject, numbers: dict[IndirectObject | None, int]) -> list[int]:
    links = [each.get_object() for each in page.annotations or ()]
    return [numbers[link["/Dest"][0]] for link in links]


def test_the_ground_reaches_into_the_margins(pages: Path) -> None:
    for page in list(pypdfium2.PdfDocument(pages))[:2]:
        image = page.render().to_pil().convert("RGB")
        assert image.getpixel((3, 3)) == image.getpixel((image.width - 3, 3)) == (0x1F, 0x22, 0x26)


def test_twice_the_same_bytes(pages: Path, sample: tuple[str, Caption]) -> None:
    assert pdf(*sample, paper=PAPERS["a4"]).data == pages.read_bytes()


def test_a_drawing_that_fits_has_one_page_without_a_number() -> None:
    caption = Caption("Two boxes")
    svg = finish(lay_out("graph { fontname=Helvetica; a [shape=box]; b [shape=box] }").output, caption)
    document = pypdfium2.PdfDocument(pdf(svg, caption, paper=PAPERS["letter"]).data)
    assert sorted(document[0].get_size()) == [612, 792]
    assert len(document) == 1
    assert document[0].get_textpage().get_text_range().split() == ["a", "b"]
