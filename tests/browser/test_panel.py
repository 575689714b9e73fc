"""The panel as a page to read: the way on, the way up, both sides, and what can be taken along."""

from pathlib import Path

from tests.browser.pages import Opened, Visit, Write
from tests.sketch import sketch

BINARY, STIGMA = "istomin-binary-order", "istomin-partnerships-of-pariahs"


def _press(opened: Opened, name: str) -> None:
    opened.page.click(f".page-head button[aria-label='{name}']")


def test_previous_and_next_follow_the_outline(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    order = opened.page.eval_on_selector_all(
        "[id='ui:outline'] li:not(.elsewhere)", "all => all.map(one => one.dataset.key)"
    )
    opened.page.evaluate(f"location.hash = '{order[0]}'")
    opened.until(f"document.querySelector('.chosen')?.id === '{order[0]}'")
    assert opened.page.inner_text(".page-head .place") == f"1 of {len(order)}"
    assert opened.page.is_disabled(".page-head button[aria-label='Previous']")
    _press(opened, "Next")
    _press(opened, "Next")
    assert opened.chosen == [order[2]]
    assert opened.page.evaluate("document.activeElement.title") == "Next"
    _press(opened, "Previous")
    assert opened.chosen == [order[1]]
    _press(opened, "Back to the map")
    assert opened.heading == "Who are a great power's allies?"


def test_previous_and_next_stay_among_what_is_found(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{STIGMA}?find=turkey")
    found = opened.bright
    assert opened.page.inner_text(".page-head .place").endswith(f"of {len(found)}")
    _press(opened, "Next")
    assert set(opened.chosen) <= found


def test_the_way_up_leads_to_the_main_thesis(write: Write, visit: Visit) -> None:
    opened = visit(write(sketch("ada: a < b\nada: b\nbob: c -> b\nada: d -> c")), "#d")
    way = opened.page.locator(".upward li").all_inner_texts()
    assert [words.split()[0] for words in way] == ["a.", "b.", "c."]
    assert [words.split()[-1] for words in way] == ["supports", "rebuts", "rebuts"]
    opened.page.click(".upward a >> nth=0")
    assert opened.chosen == ["a"]
    assert opened.page.locator(".upward").count() == 0


def test_arguments_in_a_circle_have_a_way_up_that_ends(write: Write, visit: Visit) -> None:
    opened = visit(write(sketch("ada: a -> b\nbob: b -> a")), "#a")
    assert opened.heading == "a."


def test_for_and_against_stand_side_by_side_where_there_is_room(sample: Path, visit: Visit) -> None:
    for width, together in ((1440, True), (820, False), (390, False)):
        opened = visit(sample, f"#{STIGMA}", viewport={"width": width, "height": 900})
        speaks, opposes = (
            opened.page.locator(f".sides section:has(> h3:text-is('{side}'))").bounding_box()
            for side in ("For", "Against")
        )
        assert (speaks["y"] == opposes["y"]) == together
        assert (speaks["x"] + speaks["width"] <= opposes["x"]) == together


def test_a_quote_is_copied_with_its_citation(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}", permissions=["clipboard-read", "clipboard-write"])
    opened.page.click("text=Copy quote with citation")
    opened.page.wait_for_selector("text=Copied")
    quote, entry, link = opened.page.evaluate("navigator.clipboard.readText()").split("\n")
    assert quote == "“standards of appropriateness” (Arshakuni and Shapiro 2019, para. 3)"
    assert entry.startswith("Arshakuni, Nini")
    assert link.endswith(f"sample.html#{BINARY}")


def test_the_link_stands_at_the_top_of_every_page(sample: Path, visit: Visit) -> None:
    opened = visit(sample, permissions=["clipboard-read", "clipboard-write"])
    for key in (BINARY, "istomin", "valdai-2020", "liberal-order"):
        opened.page.evaluate(f"location.hash = '{key}'")
        opened.until(f"location.hash === '#{key}'")
        opened.page.click(".page-head >> text=Copy link")
        opened.page.wait_for_selector("text=Copied")
        assert opened.page.evaluate("navigator.clipboard.readText()").endswith(f"#{key}")
