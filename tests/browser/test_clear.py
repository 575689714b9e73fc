"""Nothing covers a box or cuts it off, and what belongs together does not stand far apart."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.pages import Opened, Visit

SCREENS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "tablet": {"viewport": {"width": 820, "height": 1180}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "turned phone": {"viewport": {"width": 844, "height": 390}, "has_touch": True, "is_mobile": True},
}
_FOLDS = ("unfold", "fold")

_COVERED = """() => {
    const view = document.getElementById("ui:view").getBoundingClientRect();
    const buttons = document.querySelector(".zoom").getBoundingClientRect();
    const isApart = buttons.top >= view.bottom - 0.5 || buttons.left >= view.right - 0.5;
    const cut = [...document.querySelectorAll(".statement:not(.gone) .mark circle")].filter((mark) => {
        const [own, ring] = [mark, mark.closest(".statement").querySelector(".ring")]
            .map((one) => one.getBoundingClientRect());
        return own.left < ring.left - 1 || own.right > ring.right + 1 || own.top < ring.top - 1;
    });
    const touched = [...document.querySelectorAll(".tile > .mark circle")].filter((mark) => {
        const own = mark.getBoundingClientRect();
        return [...mark.closest(".tile").querySelectorAll(".name")].map((one) => one.getBoundingClientRect())
            .some((name) => name.right > own.left + 1 && name.top < own.bottom - 2 && name.bottom > own.top);
    });
    const reached = [...document.querySelectorAll(".zoom button")].filter((button) => {
        const {left, top, width, height} = button.getBoundingClientRect();
        return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    return {isApart, cut: cut.length + touched.length, reached: reached.length, height: view.height};
}"""
_GAPS = """() => {
    const boxes = [...document.querySelectorAll(".statement:not(.gone) .paper")]
        .map((one) => one.getBoundingClientRect());
    const highest = Math.max(...boxes.map((box) => box.height));
    const isOver = (one, box) => one.bottom <= box.top && one.left < box.right && one.right > box.left;
    return boxes.map((box) => {
        const above = boxes.filter((one) => isOver(one, box)).map((one) => one.bottom);
        return above.length ? (box.top - Math.max(...above)) / highest : 0;
    });
}"""


def _assert_clear(opened: Opened) -> None:
    seen = opened.page.evaluate(_COVERED)
    assert seen["isApart"]
    assert seen["cut"] == 0
    assert seen["reached"] == 3


@pytest.mark.parametrize("screen", SCREENS)
def test_the_zoom_buttons_cover_no_box_and_each_mark_stands_within_the_frame_of_its_box(
    large_page: Callable[[int], Path], visit: Visit, screen: str
) -> None:
    opened = visit(large_page(40), "#?folded=", **SCREENS[screen])
    _assert_clear(opened)
    for name in _FOLDS:
        opened.page.dispatch_event(f"[id='ui:{name}']", "click")
        _assert_clear(opened)


def test_on_a_phone_the_zoom_buttons_stay_beside_the_grip(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#istomin-binary-order", **SCREENS["phone"])
    for _ in range(3):
        opened.page.click("[id='ui:grip']", position={"x": 60, "y": 20})
        grip = opened.page.locator("[id='ui:grip']").bounding_box()
        buttons = opened.page.locator(".zoom").bounding_box()
        assert buttons["y"] == pytest.approx(grip["y"], abs=2)
        assert opened.page.evaluate(_COVERED)["reached"] == 3


def test_blocks_of_a_large_map_stand_no_farther_apart_than_they_are_high(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    for size in (40, 500):
        for screen in ("desktop", "tablet", "phone"):
            opened = visit(large_page(size), "#?folded=", viewport=SCREENS[screen]["viewport"])
            opened.page.dispatch_event("[id='ui:fold']", "click")
            assert max(opened.page.evaluate(_GAPS)) <= 1


def test_a_title_of_one_line_stands_in_the_middle_of_its_tile(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    opened = visit(large_page(40))
    off = opened.page.eval_on_selector_all(
        ".tile:not(:has(.badge, .told))",
        """tiles => tiles.filter((tile) => tile.querySelectorAll(".name").length === 1).map((tile) => {
            const [name, paper] = [".name", ".paper"]
                .map((one) => tile.querySelector(one).getBoundingClientRect());
            return Math.abs(name.top + name.bottom - paper.top - paper.bottom) / 2;
        })""",
    )
    assert off
    assert max(off) <= 3


def test_the_line_of_what_is_chosen_lies_over_those_beside_it(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    opened = visit(large_page(40), "#s5?folded=")
    near = opened.page.eval_on_selector_all(
        ".string", "all => all.map(one => one.classList.contains('near'))"
    )
    assert any(near)
    assert near == sorted(near)


def test_speakers_beyond_the_eighth_have_stripes_in_the_picture_and_in_every_list(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    for scheme in ("light", "dark"):
        opened = visit(large_page(40), "#s8?folded=", color_scheme=scheme)
        for key, stripes in (("s5", 0), ("s8", 1), ("s9", 1)):
            assert opened.page.locator(f"[id='{key}'] .stripe").count() == stripes
        opened.page.keyboard.press("Escape")
        looks = opened.page.eval_on_selector_all(
            ".choices .person, .people .person",
            """all => all.map((one) => {
                const {backgroundColor, backgroundImage} = getComputedStyle(one, "::before");
                return `${backgroundColor} ${backgroundImage}`;
            })""",
        )
        assert len(set(looks)) == 12


def test_on_a_tablet_threads_stand_side_by_side_where_both_can_be_read(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    opened = visit(large_page(40), "#?folded=", viewport=SCREENS["tablet"]["viewport"])
    opened.page.dispatch_event("[id='ui:unfold']", "click")
    first, other = (opened.page.locator(f"[id='{key}'] .paper").bounding_box() for key in ("s0", "s10"))
    assert other["x"] > first["x"] + first["width"]
    assert other["y"] < first["y"] + 2 * first["height"]
