"""The list of what the search finds, and filters that count with each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.pages import Opened, Visit, Write
from tests.sketch import sketch

SEARCH, FOUND = "[id='ui:search']", "[id='ui:found']"
OPTIONS = f"{FOUND} [role=option]"


def _pointed(opened: Opened) -> str:
    return str(opened.page.locator(f"{OPTIONS}[aria-selected=true] .hit-title").inner_text())


@pytest.mark.parametrize("width", [1440, 820, 390])
def test_each_hit_says_its_title_its_speaker_and_the_words_in_their_sentence(
    sample: Path, visit: Visit, width: int
) -> None:
    opened = visit(sample, viewport={"width": width, "height": 844})
    opened.page.focus(SEARCH)
    opened.page.keyboard.type("turkey")
    assert opened.page.inner_text(".found-count") == "6 of 120 statements"
    assert opened.page.locator(OPTIONS).count() == 6
    first = opened.page.locator(OPTIONS).first
    assert first.locator(".hit-title").inner_text() == "Russia and Turkey came together"
    assert first.locator(".hit-who").inner_text() == "Igor Istomin"
    assert first.locator(".hit-text").inner_text().startswith("So Russia and Turkey moved closer")
    assert first.locator("mark").all_inner_texts() == ["Turkey", "Turkey"]
    box = opened.page.locator(FOUND).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    first.click()
    assert opened.heading == "Russia and Turkey came together"
    assert not opened.page.is_visible(FOUND)


def test_words_in_another_script_are_marked_too(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.focus(SEARCH)
    opened.page.keyboard.type("Истомин")
    assert opened.page.locator(f"{OPTIONS} .hit-who mark").first.inner_text() == "Istomin"


def test_arrows_point_at_hits_and_enter_opens_the_one_that_is_pointed_at(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.focus(SEARCH)
    opened.page.keyboard.type("turkey")
    assert opened.page.get_attribute(SEARCH, "aria-expanded") == "true"
    titles = opened.page.locator(f"{OPTIONS} .hit-title").all_inner_texts()
    opened.page.keyboard.press("ArrowDown")
    assert _pointed(opened) == titles[0]
    opened.page.keyboard.press("ArrowUp")
    assert _pointed(opened) == titles[-1]
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowDown")
    assert _pointed(opened) == titles[1]
    told = opened.page.get_attribute(SEARCH, "aria-activedescendant")
    assert opened.page.locator(f"[id='{told}'] .hit-title").inner_text() == titles[1]
    assert opened.page.evaluate("document.activeElement.id") == "ui:search"
    opened.page.keyboard.press("Enter")
    assert opened.heading == titles[1]
    assert not opened.page.is_visible(FOUND)


def test_escape_closes_the_list_and_then_undoes_the_search(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.focus(SEARCH)
    opened.page.keyboard.type("turkey")
    opened.page.keyboard.press("Escape")
    assert not opened.page.is_visible(FOUND)
    assert opened.page.input_value(SEARCH) == "turkey"
    opened.page.keyboard.press("Escape")
    assert opened.page.input_value(SEARCH) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("turkye", "turkey"),
        ("turky", "turkey"),
        ("Istomni", "istomin"),
        ("allianse russia", "alliance"),
    ],
)
def test_a_typing_error_leads_to_what_was_meant(sample: Path, visit: Visit, typed: str, meant: str) -> None:
    opened = visit(sample)
    opened.page.focus(SEARCH)
    opened.page.keyboard.type(typed)
    words = opened.page.inner_text(".found-count")
    assert words.startswith(f"No matches. Did you mean {meant}")
    opened.page.click(".found-count button")
    assert opened.page.input_value(SEARCH).startswith(meant)
    assert opened.page.locator(OPTIONS).count() > 0


def test_what_nothing_is_like_is_only_said_not_to_be_there(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.focus(SEARCH)
    opened.page.keyboard.type("qqqqqq")
    assert opened.page.inner_text(".found-count") == "No matches"
    assert opened.page.text_content("[id='ui:said']") == "No matches"


def test_a_long_list_grows_as_it_is_read(large_page: Callable[[int], Path], visit: Visit) -> None:
    opened = visit(large_page(500))
    opened.page.focus(SEARCH)
    opened.page.keyboard.type("statement")
    assert opened.page.inner_text(".found-count") == "500 of 500 statements"
    assert opened.page.locator(OPTIONS).count() < 100
    opened.page.keyboard.press("ArrowUp")
    assert _pointed(opened) == "Statement 499 on topic 15"


def test_filters_count_what_search_and_other_filters_leave(write: Write, visit: Visit) -> None:
    drawn = sketch("ada: a\nada: b\nbob: c -> a\nbob: d -> b\nada: e -> c")
    opened = visit(write(drawn))
    opened.page.click("summary:text-is('Filters')")
    opened.page.eval_on_selector_all(".facets details", "all => { for (const one of all) one.open = true; }")

    def counts(title: str) -> list[str]:
        facet = opened.page.locator(f".facets details:has(> summary:text-is('{title}'))")
        return list(facet.locator(".number").all_inner_texts())

    assert counts("Person") == ["3", "2"]
    opened.page.locator(".choices label:has-text('claims') input").check()
    assert counts("Person") == ["2", "0"]
    assert sum(map(int, counts("Kind"))) == 5
    opened.page.locator("label:has-text('bob') input").check()
    assert opened.page.inner_text("[id='ui:status']") == "No matches"
    assert counts("Person") == ["2", "0"]
