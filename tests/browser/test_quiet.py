"""What the page leaves out: a second mark for one thing, a hint that is done with, an empty picture."""

from pathlib import Path

from tests.browser.pages import Opened, Visit

OPEN = "toft-allies-lead-too"
SEARCH, NOTE = "[id='ui:search']", ".vain"


def _cut(opened: Opened) -> tuple[float, float]:
    """Find the middle of a tile whose title is cut short."""
    box = opened.page.locator(".statement:has(.tile.cut)").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _has_hint(opened: Opened) -> bool:
    return bool(opened.page.is_visible("[id='ui:hint']"))


def test_a_title_that_is_cut_short_is_told_in_full_until_something_is_done(
    sample: Path, visit: Visit
) -> None:
    opened = visit(sample, "#?folded=")
    x, y = _cut(opened)
    opened.page.mouse.move(x - 9, y)
    opened.page.mouse.move(x, y)
    assert _has_hint(opened)
    assert not opened.page.inner_text("[id='ui:hint']").endswith("…")
    opened.page.mouse.dblclick(x, y)
    assert not _has_hint(opened)
    opened.page.keyboard.press("Escape")
    opened.page.mouse.move(x + 1, y)
    assert not _has_hint(opened)


def test_an_open_challenge_has_one_mark_in_any_size(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{OPEN}?folded=")
    box = opened.page.locator(f"[id='{OPEN}']")
    assert opened.level == "tiles"
    assert box.locator(".mark").count() == 1
    box.dblclick()
    assert opened.level == "boxes"
    assert box.locator(".mark").count() == 1
    assert "open" not in box.text_content()
    assert "unchallenged" not in opened.page.locator("[id='ui:picture']").text_content()


def test_a_search_in_vain_keeps_what_was_shown_and_asks_what_was_meant(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    before, place = opened.bright, opened.place
    opened.page.fill(SEARCH, "turkay")
    assert opened.page.inner_text(NOTE).startswith("No matches")
    assert opened.bright == before
    assert opened.place == place
    opened.page.keyboard.press("Escape")
    opened.page.locator(f"{NOTE} button", has_text="turkey").click()
    assert not opened.page.is_visible(NOTE)
    assert opened.bright != before
    opened.page.fill(SEARCH, "xqzw")
    opened.page.keyboard.press("Escape")
    opened.page.click(f"{NOTE} >> text=Show all")
    assert not opened.page.is_visible(NOTE)
    assert opened.bright == before


def test_an_address_of_a_search_in_vain_shows_the_map(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?find=xqzw")
    assert opened.page.is_visible(NOTE)
    assert opened.bright
