"""What can be taken along: the view as SVG and PNG, the selection as Markdown, the words in a box."""

from pathlib import Path

import pytest

from argmap.render.svg.markup import parse
from tests.browser.debates import HOSTILE
from tests.browser.pages import Opened, Visit

BINARY = "istomin-binary-order"


def _saved(opened: Opened, words: str) -> tuple[str, bytes]:
    opened.page.click("[id='ui:share']")
    with opened.page.expect_download() as waiting:
        opened.page.click(f".menu >> text={words}")
    opened.page.wait_for_selector(".menu", state="hidden")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_view_is_saved_as_an_svg_that_stands_alone(sample: Path, visit: Visit, scheme: str) -> None:
    opened = visit(sample, f"#{BINARY}", color_scheme=scheme)
    name, content = _saved(opened, "Save view as SVG")
    assert name == "sample.svg"
    root = parse(content)
    words = " ".join("".join(text.itertext()) for text in root.iter("text"))
    assert "A binary order of regimes" in words
    # What lies outside the window is not in the picture of the window.
    assert "The power to mobilize allies is practically nil" not in words
    assert b"class=" not in content
    assert b" style=" not in content
    assert b"light-dark" not in content
    view = opened.page.locator("[id='ui:view']").bounding_box()
    assert float(root.get("width", "0")) <= view["width"] + 1


def test_what_is_folded_away_is_not_saved(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}?folded=")
    whole = _saved(opened, "Save view as SVG")[1]
    opened.page.click("text=Fold all")
    folded = _saved(opened, "Save view as SVG")[1]
    assert b"A binary order of regimes</text>" in whole
    assert b"A binary order of regimes</text>" not in folded


def test_the_view_is_saved_as_a_png_twice_as_sharp(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    name, content = _saved(opened, "Save view as PNG")
    assert name == "sample.png"
    assert content.startswith(b"\x89PNG")
    view = opened.page.locator("[id='ui:view']").bounding_box()
    boxes = [one.bounding_box() for one in opened.page.locator(".statement .ring").all()]
    seen = [
        box
        for box in boxes
        if box["x"] < view["x"] + view["width"]
        and box["x"] + box["width"] > view["x"]
        and box["y"] < view["y"] + view["height"]
        and box["y"] + box["height"] > view["y"]
    ]
    left = max(view["x"], min(box["x"] for box in seen) - 12)
    right = min(view["x"] + view["width"], max(box["x"] + box["width"] for box in seen) + 12)
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    assert width == pytest.approx(2 * (right - left), abs=4)
    assert height == pytest.approx(2 * view["height"], abs=60)


def test_the_selection_is_copied_as_markdown(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}", permissions=["clipboard-read", "clipboard-write"])
    opened.page.click("[id='ui:share']")
    opened.page.click("text=Copy selection as Markdown")
    opened.page.wait_for_selector("text=Copied")
    words = opened.page.evaluate("navigator.clipboard.readText()")
    assert words.startswith(
        "# Who are a great power's allies?\n\n## A binary order of regimes\n\n**Igor Istomin**"
    )
    assert "> “standards of appropriateness”\n\n(Arshakuni and Shapiro 2019, para. 3)" in words
    assert "- against it: " in words
    assert "## Sources\n\n- Arshakuni, Nini" in words


def test_what_is_found_is_saved_as_markdown(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?find=turkey")
    name, content = _saved(opened, "Save selection as Markdown")
    assert name == "sample.md"
    heads = [line for line in content.decode().splitlines() if line.startswith("## ")]
    assert len(heads) == len(opened.bright) + 1


def test_odd_texts_stay_texts_in_every_file(hostile_page: Path, visit: Visit) -> None:
    opened = visit(hostile_page, "#c0")
    words = _saved(opened, "Save selection as Markdown")[1].decode()
    assert "<script" not in words.replace("\\<", "")
    parse(_saved(opened, "Save view as SVG")[1])
    assert HOSTILE[0].startswith("<script>")


def test_the_words_of_the_chosen_box_can_be_selected(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    before = opened.place
    words = opened.page.locator(f"[id='{BINARY}'] text", has_text="A binary order")
    line = words.locator("visible=true").bounding_box()
    opened.page.mouse.move(line["x"] + 2, line["y"] + line["height"] / 2)
    opened.page.mouse.down()
    opened.page.mouse.move(line["x"] + line["width"] - 2, line["y"] + line["height"] / 2, steps=4)
    opened.page.mouse.up()
    assert "binary order" in opened.page.evaluate("getSelection().toString()")
    assert opened.place == before


def test_the_menu_is_used_with_keys_alone(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.focus("[id='ui:share']")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.textContent") == "Copy link to this view"
    opened.page.keyboard.press("ArrowDown")
    assert opened.page.evaluate("document.activeElement.textContent") == "Copy selection as Markdown"
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible("[id='ui:sharing']")
    assert opened.page.evaluate("document.activeElement.id") == "ui:share"
