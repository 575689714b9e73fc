"""On a phone: the outline first, a sheet to be dragged, targets for fingers; and outlines of any size."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import Opened, Visit

BINARY = "istomin-binary-order"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
_SMALL = """() => [...document.querySelectorAll('button, summary, input, .outline a, .page .entry > .title')]
    .filter(one => one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
    .map(one => [one.closest('label') ?? one, one.textContent || one.id])
    .map(([one, name]) => [one.getBoundingClientRect(), name])
    .filter(([box]) => box.width > 0 && (box.height < 44 || box.width < 44))
    .map(([box, name]) => `${name}: ${box.width} x ${box.height}`)"""


def _height(opened: Opened) -> float:
    return float(opened.page.locator("[id='ui:panel']").bounding_box()["height"])


def test_a_phone_begins_with_the_outline(sample: Path, visit: Visit) -> None:
    opened = visit(sample, **PHONE)
    side = opened.page.locator("[id='ui:side']").bounding_box()
    assert (side["x"], side["width"]) == (0, 390)
    assert not opened.page.evaluate("document.getElementById('ui:stage').matches(':not([inert])')")
    opened.page.click("text=Show the picture")
    assert not opened.page.is_visible("[id='ui:outline']")
    opened.page.locator("[id='istomin-ideational-alliances']").click(force=True)
    assert opened.chosen == ["istomin-ideational-alliances"]


def test_a_link_to_a_statement_leads_a_phone_to_the_statement(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}", **PHONE)
    assert not opened.page.is_visible("[id='ui:outline']")
    assert opened.page.is_visible("h2:has-text('A binary order of regimes')")


def test_on_narrow_screens_the_outline_comes_and_goes(sample: Path, visit: Visit) -> None:
    opened = visit(sample, **PHONE)
    opened.page.locator("[id='o:istomin-ideational-alliances'] > .entry > a").click()
    assert not opened.page.is_visible("[id='ui:outline']")
    assert opened.chosen == ["istomin-ideational-alliances"]
    opened.page.click("[id='ui:menu']")
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("[id='ui:outline']")
    assert opened.chosen == ["istomin-ideational-alliances"]


def test_the_search_leads_from_the_outline_to_the_statement(sample: Path, visit: Visit) -> None:
    opened = visit(sample, **PHONE)
    opened.page.focus("[id='ui:search']")
    opened.page.keyboard.type("binary order")
    opened.page.locator("[role=option]").first.click()
    assert opened.heading == "A binary order of regimes"
    assert not opened.page.is_visible("[id='ui:outline']")


def test_the_sheet_is_dragged_to_one_of_three_heights(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}", viewport={"width": 390, "height": 844})
    room = opened.page.locator(".rooms").bounding_box()["height"]
    grip = opened.page.locator("[id='ui:grip']").bounding_box()
    start = (grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    opened.page.mouse.move(*start)
    opened.page.mouse.down()
    opened.page.mouse.move(start[0], start[1] - 250, steps=5)
    opened.page.mouse.up()
    assert _height(opened) == pytest.approx(0.88 * room, abs=2)
    opened.page.focus("[id='ui:grip']")
    opened.page.keyboard.press("ArrowDown")
    assert _height(opened) == pytest.approx(0.5 * room, abs=2)
    opened.page.keyboard.press("ArrowDown")
    assert _height(opened) == pytest.approx(0.14 * room, abs=2)
    opened.page.click("[id='ui:grip']")
    assert _height(opened) == pytest.approx(0.5 * room, abs=2)


@pytest.mark.parametrize("address", ["", f"#{BINARY}"])
def test_every_target_is_large_enough_for_a_finger(sample: Path, visit: Visit, address: str) -> None:
    opened = visit(sample, address, **PHONE)
    assert opened.page.evaluate(_SMALL) == []
    if not address:
        opened.page.click("summary:text-is('Filters')")
        opened.page.click("text=Unanswered")
        assert opened.page.evaluate(_SMALL) == []
    opened.page.click("[id='ui:share']")
    assert opened.page.evaluate(_SMALL) == []
    opened.page.click("[id='ui:help']")
    assert opened.page.evaluate(_SMALL) == []


@pytest.mark.parametrize("size", [(1440, 900), (820, 1180), (390, 844)])
def test_the_legend_is_in_the_help_and_over_no_box(sample: Path, visit: Visit, size: tuple[int, int]) -> None:
    opened = visit(sample, f"#{BINARY}", viewport={"width": size[0], "height": size[1]})
    assert not opened.page.is_visible(".legend")
    opened.page.click("[id='ui:help']")
    assert opened.page.is_visible(".legend")
    assert "the conclusion is false" in opened.page.inner_text("[id='ui:keys']")


def test_of_a_large_outline_only_what_is_in_sight_is_there(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    opened = visit(large_page(1000))
    there = "document.querySelectorAll('[id=\"ui:outline\"] li[data-key]').length"
    opened.until(f"{there} > 0")
    assert opened.page.evaluate(there) < 300
    opened.page.evaluate("location.hash = 's777'")
    opened.until("document.querySelector('[aria-current]')?.textContent.startsWith('Statement 777')")
    marked = opened.page.locator(".outline [aria-current]").bounding_box()
    assert 0 < marked["y"] < 900
