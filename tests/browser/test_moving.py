"""Moving and zooming the picture, by every way there is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import Visit

MIDDLE = (700, 450)


def test_at_first_the_whole_picture_is_seen(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    view = opened.page.locator("[id='ui:view']").bounding_box()
    for key in opened.bright:
        box = opened.page.locator(f"[id='{key}']").bounding_box()
        assert box["x"] >= view["x"] - 1
        assert box["y"] >= view["y"] - 1
        assert box["x"] + box["width"] <= view["x"] + view["width"] + 1
        assert box["y"] + box["height"] <= view["y"] + view["height"] + 1


def test_the_wheel_zooms_around_the_pointer(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    x, y, scale = opened.place
    opened.page.mouse.move(*MIDDLE)
    opened.page.mouse.wheel(0, -150)
    opened.until(
        f"new DOMMatrix(getComputedStyle(document.getElementById('ui:sheet')).transform).a > {scale * 1.2}"
    )
    view = opened.page.locator("[id='ui:view']").bounding_box()
    after = opened.place
    for at, (now, then, edge) in enumerate(zip(after, (x, y), (view["x"], view["y"]), strict=False)):
        pointer = MIDDLE[at] - edge
        assert (pointer - now) / after[2] == pytest.approx((pointer - then) / scale, abs=1)


def test_dragging_moves_and_chooses_nothing(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#istomin-binary-order")
    x, y, scale = opened.place
    box = opened.page.locator("[id='istomin-binary-order']").bounding_box()
    start = (box["x"] + 20, box["y"] + 20)
    opened.page.mouse.move(*start)
    opened.page.mouse.down()
    opened.page.mouse.move(start[0] + 50, start[1] + 30, steps=4)
    opened.page.mouse.up()
    assert opened.place == pytest.approx([x + 50, y + 30, scale], abs=1)
    assert opened.chosen == ["istomin-binary-order"]


def test_buttons_and_keys_zoom_and_fit(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    fitted = opened.place
    opened.page.click("[id='ui:closer']")
    closer = opened.place[2]
    assert closer > fitted[2]
    opened.page.click("[id='ui:farther']")
    assert opened.place[2] < closer
    opened.page.keyboard.press("+")
    opened.page.keyboard.press("0")
    assert opened.place == pytest.approx(fitted, abs=0.5)
    opened.page.locator("body").press("Shift+ArrowLeft")
    opened.page.evaluate("document.activeElement.blur()")
    opened.page.keyboard.press("ArrowLeft")
    assert opened.place[0] > fitted[0]


def test_two_fingers_pinch(sample: Path, visit: Visit) -> None:
    opened = visit(sample, has_touch=True, viewport={"width": 390, "height": 844}, is_mobile=True)
    opened.page.click("text=Show the picture")
    assert opened.level == "blocks"
    touch = opened.page.context.new_cdp_session(opened.page)
    for kind, apart in (
        ("touchStart", 20),
        ("touchMove", 30),
        ("touchMove", 60),
        ("touchMove", 90),
        ("touchEnd", None),
    ):
        points = (
            [{"x": 195 - apart, "y": 300, "id": 0}, {"x": 195 + apart, "y": 300, "id": 1}] if apart else []
        )
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    opened.until("document.getElementById('ui:view').dataset.level !== 'blocks'")


def test_a_map_of_a_thousand_statements_is_usable(large_page: Callable[[int], Path], visit: Visit) -> None:
    opened = visit(large_page(1000))
    opened.page.fill("[id='ui:search']", "statement 777")
    assert opened.page.inner_text(".found-count") == "1 of 1,000 statements"
    opened.until("[...document.querySelectorAll('.statement')].map(one => one.id).join() === 's777'")
    opened.page.press("[id='ui:search']", "Enter")
    assert opened.heading == "Statement 777 on topic 9"
    assert opened.page.locator("[id='s777']").bounding_box()["width"] > 100


def test_of_a_large_picture_what_comes_into_the_window_is_there_and_little_else(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    opened = visit(large_page(1000))
    opened.page.click("text=Unfold all")
    view = opened.page.locator("[id='ui:view']").bounding_box()
    seen: list[set[str]] = []
    for _ in range(3):
        shown = opened.page.evaluate(
            """({ y, height }) => [...document.querySelectorAll('.statement')].filter((box) => {
                const { top, bottom } = box.getBoundingClientRect();
                return bottom > y && top < y + height;
            }).map((box) => box.id)""",
            view,
        )
        seen.append(set(shown))
        assert len(opened.bright) < 300
        opened.page.mouse.move(view["x"] + 8, view["y"] + 700)
        opened.page.mouse.down()
        opened.page.mouse.move(view["x"] + 8, view["y"] - 300, steps=5)
        opened.page.mouse.up()
    assert all(len(shown) > 15 for shown in seen)
    assert not seen[0] & seen[2]


def test_motion_is_left_out_for_those_who_ask(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.evaluate(
        """() => {
            const ask = requestAnimationFrame;
            window.asked = 0;
            window.requestAnimationFrame = (frame) => { window.asked += 1; return ask(frame); };
        }"""
    )
    opened.page.click("[id='ui:closer']")
    assert opened.page.evaluate("window.asked") == 0


def test_five_hundred_statements_open_in_less_than_a_second(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    opened = visit(large_page(500))
    shown = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
    # The first times on a busy machine say little: the best of some tells what the page costs.
    times = []
    for _ in range(5):
        opened.page.reload()
        opened.page.wait_for_selector("html.ready")
        times.append(opened.page.evaluate(shown))
    assert min(times) < 1000
