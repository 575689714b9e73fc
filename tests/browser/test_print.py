"""Paper: the picture as it is seen on a landscape page, then every text, with its citation beside it."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import Opened, Visit

BINARY = "istomin-binary-order"


def _printed(opened: Opened, path: Path) -> Any:  # noqa: ANN401 (pypdfium2 has no types)
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    opened.page.pdf(path=str(path), prefer_css_page_size=True)
    return pdfium.PdfDocument(str(path))


def _words(page: Any) -> str:  # noqa: ANN401 (pypdfium2 has no types)
    return str(page.get_textpage().get_text_range())


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_every_page_is_landscape_and_none_is_blank(
    sample: Path, visit: Visit, tmp_path: Path, size: tuple[int, int]
) -> None:
    opened = visit(sample, f"#{BINARY}", viewport={"width": size[0], "height": size[1]})
    pages = list(_printed(opened, tmp_path / "map.pdf"))
    assert 8 < len(pages) < 25
    for page in pages:
        width, height = page.get_size()
        assert width > height
        assert len(_words(page).split()) > 40


def test_a_citation_stays_with_its_statement(sample: Path, visit: Visit, tmp_path: Path) -> None:
    opened = visit(sample)
    for page in list(_printed(opened, tmp_path / "map.pdf"))[1:]:
        first = _words(page).strip().splitlines()[0]
        assert not re.match(r"(Arshakuni|Bordachev).*\d{4}, para", first)


def test_the_picture_is_printed_as_it_is_seen_and_can_be_read(
    sample: Path, visit: Visit, tmp_path: Path
) -> None:
    opened = visit(sample, f"#{BINARY}")
    before = opened.page.get_attribute("[id='ui:picture']", "viewBox")
    first = _printed(opened, tmp_path / "map.pdf")[0]
    assert "A binary order of regimes" in _words(first)
    assert "the conclusion is false" in _words(first)
    assert opened.page.get_attribute("[id='ui:picture']", "viewBox") == before


def test_the_picture_has_no_empty_margin_on_paper(sample: Path, visit: Visit, tmp_path: Path) -> None:
    opened = visit(sample, f"#{BINARY}?only={BINARY}")
    printed = "document.getElementById('ui:picture').viewBox.baseVal"
    opened.page.evaluate(
        f"addEventListener('beforeprint', () => {{ const {{x, y, width, height}} = {printed};"
        " window.printed = [x, y, x + width, y + height]; })"
    )
    _printed(opened, tmp_path / "map.pdf")
    scale = opened.place[2]
    sheet = opened.page.locator("[id='ui:picture']").bounding_box()
    view = opened.page.locator("[id='ui:view']").bounding_box()
    boxes = [one.bounding_box() for one in opened.page.locator(".statement .ring").all()]
    left = max(view["x"], min(box["x"] for box in boxes))
    right = min(view["x"] + view["width"], max(box["x"] + box["width"] for box in boxes))
    found = opened.page.evaluate("window.printed")
    assert (left - sheet["x"]) / scale - found[0] == pytest.approx(12 / scale, abs=12)
    assert found[2] - (right - sheet["x"]) / scale == pytest.approx(12 / scale, abs=12)


def test_everything_is_told_though_it_was_folded(sample: Path, visit: Visit, tmp_path: Path) -> None:
    opened = visit(sample, f"#{BINARY}")
    opened.page.click("text=Fold all")
    document = _printed(opened, tmp_path / "map.pdf")
    words = " ".join(" ".join(map(_words, document)).split())
    assert "standards of appropriateness" in words
    assert "Search" not in words
    assert "Copy link" not in words
    assert "Single-key shortcuts" not in words
