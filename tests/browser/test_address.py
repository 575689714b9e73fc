"""Everything stands in the address: a reload, a copied link and the browser's own way back restore it."""

from pathlib import Path

import pytest

from tests.browser.pages import Opened, Visit

BINARY, STIGMA = "istomin-binary-order", "istomin-partnerships-of-pariahs"
SEARCH = "[id='ui:search']"


def _click(opened: Opened, key: str) -> None:
    opened.page.locator(f"[id='o:{key}'] > .entry > a").click()


def _until_chosen(opened: Opened, *keys: str) -> None:
    opened.until(
        f"[...document.querySelectorAll('.chosen')].map(one => one.id).join() === '{','.join(keys)}'"
    )


def _hash(opened: Opened) -> str:
    return str(opened.page.evaluate("location.hash"))


def test_a_reload_restores_search_filters_folds_and_what_is_chosen(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{STIGMA}")
    opened.page.locator(".tools button", has_text="Unfold").click()
    opened.page.uncheck("text=Inferred by the editor")
    opened.page.fill(SEARCH, "russia")
    opened.page.click("summary:text-is('Filters')")
    opened.page.click("summary:text-is('Person')")
    opened.page.locator(".choices label:has-text('Istomin') input").check()
    before = opened.bright
    assert 0 < len(before) < 60
    opened.until("location.hash.includes('person=istomin')")
    address = _hash(opened)
    assert address.startswith(f"#{STIGMA}?find=russia&person=istomin&inferred=no&unfolded=")
    opened.page.reload()
    opened.page.wait_for_selector("html.ready")
    assert opened.bright == before
    assert opened.chosen == [STIGMA]
    assert opened.page.input_value(SEARCH) == "russia"
    assert not opened.page.is_checked("text=Inferred by the editor")
    assert _hash(opened) == address


def test_after_a_reload_escape_still_leads_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?folded=")
    _click(opened, BINARY)
    _click(opened, STIGMA)
    opened.page.reload()
    opened.page.wait_for_selector("html.ready")
    opened.page.keyboard.press("Escape")
    _until_chosen(opened, BINARY)
    opened.page.keyboard.press("Escape")
    _until_chosen(opened)
    assert opened.page.is_disabled("[id='ui:undo']")


def test_back_goes_through_filters_search_and_folds_and_forward_too(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    whole = len(opened.bright)
    opened.page.locator(SEARCH).press_sequentially("turkey")
    found = len(opened.bright)
    opened.page.click("text=Unanswered")
    both = len(opened.bright)
    assert both < found < whole
    opened.page.go_back()
    opened.until(f"document.querySelectorAll('.statement:not(.gone, .dim)').length === {found}")
    opened.page.go_back()
    opened.until(f"document.querySelectorAll('.statement:not(.gone, .dim)').length === {whole}")
    assert opened.page.input_value(SEARCH) == ""
    opened.page.go_forward()
    opened.until(f"document.querySelectorAll('.statement:not(.gone, .dim)').length === {found}")
    assert opened.page.input_value(SEARCH) == "turkey"


def test_back_after_a_walk_by_keyboard_goes_back_to_where_it_began(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?folded=")
    opened.page.focus(f"[id='{BINARY}']")
    for key in ("ArrowUp", "ArrowUp"):
        opened.page.keyboard.press(key)
    (walked,) = opened.chosen
    assert walked != BINARY
    opened.page.go_back()
    _until_chosen(opened)
    assert opened.heading == "Who are a great power's allies?"
    opened.page.go_forward()
    _until_chosen(opened, walked)


def test_escape_is_the_browsers_way_back_and_forward_takes_it_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?folded=")
    _click(opened, BINARY)
    _click(opened, STIGMA)
    opened.page.keyboard.press("Escape")
    _until_chosen(opened, BINARY)
    opened.until(f"location.hash === '#{BINARY}?folded='")
    opened.page.go_back()
    _until_chosen(opened)
    opened.page.go_forward()
    _until_chosen(opened, BINARY)
    opened.page.go_forward()
    _until_chosen(opened, STIGMA)


def test_steps_in_quick_succession_stay_in_order(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?folded=")
    for key in (BINARY, STIGMA, "baykov-mobilization-effect"):
        _click(opened, key)
    press = "dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));"
    opened.page.evaluate(
        f"() => {{ for (const _ of [1, 2]) document.body.{press.replace('})', ', bubbles: true})')} }}"
    )
    _until_chosen(opened, BINARY)
    _click(opened, "baykov-mobilization-effect")
    opened.until("location.hash === '#baykov-mobilization-effect?folded='")
    opened.page.go_back()
    _until_chosen(opened, BINARY)
    opened.page.go_back()
    _until_chosen(opened)


def test_the_way_back_brings_the_camera_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    for _ in range(2):
        opened.page.click("[id='ui:closer']")
    opened.until("location.hash.includes('at=')")
    before = opened.place
    opened.page.reload()
    opened.page.wait_for_selector("html.ready")
    assert opened.place == pytest.approx(before, abs=1)
    _click(opened, "baykov-mobilization-effect")
    assert opened.place != pytest.approx(before, abs=1)
    opened.page.keyboard.press("Escape")
    assert opened.chosen == [BINARY]
    opened.until("location.hash.includes('at=')")
    assert opened.place == pytest.approx(before, abs=1)


def test_a_reload_after_a_click_in_the_picture_leaves_the_picture_where_it_is(
    sample: Path, visit: Visit
) -> None:
    opened = visit(sample, f"#{BINARY}?folded=")
    opened.page.locator("[id='toft-allies-lead-too']").click(force=True)
    opened.page.wait_for_timeout(800)
    before = opened.place
    opened.page.reload()
    opened.page.wait_for_selector("html.ready")
    assert opened.chosen == ["toft-allies-lead-too"]
    assert opened.place == pytest.approx(before, abs=1)


def test_a_link_to_this_view_leads_anybody_to_it(sample: Path, visit: Visit) -> None:
    opened = visit(sample, permissions=["clipboard-read", "clipboard-write"])
    opened.page.click("text=Unanswered")
    opened.page.click("[id='ui:closer']")
    opened.page.click("[id='ui:share']")
    opened.page.click("text=Copy link to this view")
    opened.page.wait_for_selector("text=Copied")
    link = opened.page.evaluate("navigator.clipboard.readText()")
    assert "status=open" in link
    other = visit(sample, "#" + link.partition("#")[2])
    assert other.bright == opened.bright
    assert other.place == pytest.approx(opened.place, rel=0.01, abs=2)


@pytest.mark.parametrize("size", [(820, 1180), (390, 844)])
def test_a_link_to_a_view_leads_to_the_same_place_in_a_window_of_another_size(
    sample: Path, visit: Visit, size: tuple[int, int]
) -> None:
    opened = visit(sample, f"#{BINARY}?folded=")
    for _ in range(2):
        opened.page.click("[id='ui:closer']")
    opened.until("location.hash.includes('at=')")
    other = visit(sample, _hash(opened), viewport={"width": size[0], "height": size[1]})
    assert other.level == opened.level
    assert other.place[2] == pytest.approx(opened.place[2], rel=0.01)
    for one in (opened, other):
        view = one.page.locator("[id='ui:view']").bounding_box()
        box = one.page.locator(f"[id='{BINARY}']").bounding_box()
        assert view["x"] < box["x"] + box["width"] / 2 < view["x"] + view["width"]
        assert view["y"] < box["y"] + box["height"] / 2 < view["y"] + view["height"]


def test_what_an_address_says_in_vain_does_no_harm(sample: Path, visit: Visit) -> None:
    opened = visit(
        sample, f"#{BINARY}?folded=nothing-such&at=a,b,c&person=nobody&color=red&find=%zz&inferred"
    )
    assert opened.heading == "A binary order of regimes"
    opened = visit(sample, "#?folded=")
    assert opened.heading == "Who are a great power's allies?"
