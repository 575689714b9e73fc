"""The page of a very large map opens, and is honest where there are no scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import Visit

SIZE = 10_000


@pytest.fixture(scope="module")
def page(large_page: Callable[[int], Path]) -> Path:
    return large_page(SIZE)


def test_a_large_page_opens_with_its_blocks(page: Path, visit: Visit) -> None:
    opened = visit(page)
    assert opened.level == "blocks"
    tiles = opened.page.locator(".statement")
    assert tiles.count() > 5
    box = tiles.first.bounding_box()
    assert box["width"] > 60
    assert box["height"] > 20
    assert "Statement 0 on topic 0" in opened.page.inner_text("[id='ui:outline']")


def test_without_scripts_it_has_its_outline_and_says_what_is_missing(page: Path, visit: Visit) -> None:
    opened = visit(page, ready=False, java_script_enabled=False)
    said = opened.page.locator(".needs-scripts")
    assert said.is_visible()
    assert "needs scripts" in said.inner_text()
    assert opened.page.locator(".statement").count() == 0
    assert not opened.page.is_visible("[id='ui:keys']")
    entries = opened.page.locator("[id='ui:outline'] li")
    assert entries.count() >= SIZE
    assert opened.page.locator("[id='o:s9999']").is_visible()
