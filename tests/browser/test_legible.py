"""The picture can be read and fills its canvas: at the opening, after folding, and after each filter."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import Opened, Visit

SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}

_SEEN = """() => {
    const view = document.getElementById("ui:view").getBoundingClientRect();
    const picture = document.getElementById("ui:picture");
    const inside = (box) => box.width > 0 && box.right > view.left && box.left < view.right
        && box.bottom > view.top && box.top < view.bottom;
    const heights = [...picture.querySelectorAll("text")]
        .filter((text) => inside(text.getBoundingClientRect()))
        .map((text) => {
            const matrix = text.getScreenCTM();
            return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b);
        });
    const boxes = [...picture.querySelectorAll(".statement:not(.gone) .ring, .rest")]
        .map((box) => box.getBoundingClientRect()).filter(inside);
    const [left, top] = ["left", "top"]
        .map((side) => Math.max(view[side], Math.min(...boxes.map((box) => box[side]))));
    const [right, bottom] = ["right", "bottom"]
        .map((side) => Math.min(view[side], Math.max(...boxes.map((box) => box[side]))));
    return {
        text: Math.min(...heights),
        across: (right - left) / view.width,
        down: (bottom - top) / view.height,
        boxes: boxes.length,
    };
}"""


def _assert_can_be_read(opened: Opened) -> None:
    seen = opened.page.evaluate(_SEEN)
    assert seen["text"] >= 11
    if seen["boxes"] > 3:
        assert seen["across"] * seen["down"] >= 0.6
    else:
        # One to three boxes have a shape of their own: they fill the window in one direction.
        assert max(seen["across"], seen["down"]) >= 0.6


def _pages(sample: Path, large_page: Callable[[int], Path]) -> tuple[Path, ...]:
    return sample, large_page(40), large_page(500)


@pytest.mark.parametrize("size", SIZES)
def test_at_the_opening_and_after_folding_all_words_can_be_read(
    sample: Path, large_page: Callable[[int], Path], visit: Visit, size: str
) -> None:
    width, height = SIZES[size]
    for page in _pages(sample, large_page):
        opened = visit(page, viewport={"width": width, "height": height})
        _assert_can_be_read(opened)
        for name in ("unfold", "fold"):
            opened.page.dispatch_event(f"[id='ui:{name}']", "click")
            _assert_can_be_read(opened)


@pytest.mark.parametrize("size", SIZES)
def test_after_each_filter_what_is_found_fills_the_window(sample: Path, visit: Visit, size: str) -> None:
    width, height = SIZES[size]
    opened = visit(sample, viewport={"width": width, "height": height})
    choices = opened.page.locator(".choices input")
    for at in range(choices.count()):
        choices.nth(at).dispatch_event("click")
        if opened.bright:
            _assert_can_be_read(opened)
        choices.nth(at).dispatch_event("click")


def test_when_a_phone_is_turned_everything_is_laid_out_anew(sample: Path, visit: Visit) -> None:
    opened = visit(sample, viewport={"width": 390, "height": 844})
    opened.page.set_viewport_size({"width": 844, "height": 390})
    opened.page.wait_for_timeout(300)
    _assert_can_be_read(opened)


def test_zooming_goes_from_blocks_to_tiles_to_boxes_and_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    levels = [opened.level]
    for name, until in (("closer", "boxes"), ("farther", "blocks")):
        for _ in range(12):
            opened.page.click(f"[id='ui:{name}']")
            if opened.level != levels[-1]:
                levels.append(opened.level)
            if levels[-1] == until:
                break
    assert levels == ["blocks", "tiles", "boxes", "tiles", "blocks"]


def test_a_thesis_opens_in_place(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    thesis = "[id='baykov-mobilization-effect']"
    before = opened.page.locator(thesis).bounding_box()
    opened.page.locator(f"{thesis} .badge").click()
    after = opened.page.locator(thesis).bounding_box()
    assert "toft-other-states" in opened.bright
    assert abs(before["x"] - after["x"]) < 320
    assert abs(before["y"] - after["y"]) < 320


def test_no_sign_hides_another_box_or_is_cut_off(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    view = opened.page.locator("[id='ui:view']").bounding_box()
    for pill in opened.page.locator(".badge .pill").all():
        box = pill.bounding_box()
        own = pill.locator("xpath=ancestor::*[contains(@class,'statement')]/*[@class='ring']").bounding_box()
        assert own["x"] <= box["x"]
        assert box["x"] + box["width"] <= own["x"] + own["width"]
        assert own["y"] <= box["y"]
        assert box["y"] + box["height"] <= own["y"] + own["height"]
        assert view["x"] <= box["x"]
        assert box["y"] + box["height"] <= view["y"] + view["height"]


def test_escape_goes_back_to_where_one_was(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    level, place = opened.level, opened.place
    opened.page.dblclick("[id='istomin-partnerships-of-pariahs'] .name >> nth=0")
    assert opened.level == "boxes"
    opened.page.keyboard.press("Escape")
    assert opened.level == level
    assert opened.place == pytest.approx(place, abs=0.5)


def test_only_this_argument_leaves_what_it_bears_on_and_what_bears_on_it(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#istomin-binary-order")
    before = opened.bright
    opened.page.keyboard.press("o")
    assert {"istomin-binary-order", "istomin-partnerships-of-pariahs"} <= opened.bright
    assert "sushentsov-near-abroad-motive" not in opened.bright
    opened.page.keyboard.press("Escape")
    assert opened.bright == before


def test_an_undercut_lights_the_premises_of_the_step_that_it_attacks(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#toft-turkey-reread?folded=")
    lit = set(opened.page.eval_on_selector_all(".statement.near", "all => all.map(one => one.id)"))
    assert "istomin-turkey-rapprochement" in lit
