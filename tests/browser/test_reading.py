"""Choosing and reading: by pointer, keyboard and address."""

import re
from pathlib import Path

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo
from argmap.queries.select import Selection
from tests.browser.debates import large
from tests.browser.pages import EVERYTHING, Opened, Visit, Write

STIGMA, BINARY = "istomin-partnerships-of-pariahs", "istomin-binary-order"


def test_the_page_opens_on_the_map_as_a_whole(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    assert opened.heading == "Who are a great power's allies?"
    assert opened.chosen == []
    assert "94 claims" in opened.page.inner_text("[id='ui:page']")


def test_a_deep_link_opens_a_statement_by_its_id(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    assert opened.heading == "A binary order of regimes"
    assert opened.chosen == [BINARY]
    box = opened.page.locator(f"[id='{BINARY}']").bounding_box()
    view = opened.page.locator("[id='ui:view']").bounding_box()
    assert view["x"] <= box["x"]
    assert box["x"] + box["width"] <= view["x"] + view["width"]
    assert box["width"] > 150


def test_deep_links_open_people_sources_tags_and_inferences(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#istomin")
    assert opened.heading == "Igor Istomin"
    for address, heading in (
        ("valdai-2020", "Do Empires Have Allies?"),
        ("liberal-order", "liberal-order"),
        ("istomin-turkey-to-partnerships", "Stigma pushes the pariahs together"),
        ("o:istomin-binary-order", "A binary order of regimes"),
    ):
        opened.page.evaluate(f"location.hash = '{address}'")
        opened.until(f"document.querySelector('.page h2').innerText === {heading!r}")


def test_an_address_of_nothing_says_so_and_leads_on(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#renamed%zz")
    assert opened.heading == "renamed%zz"
    assert "Nothing on this page has this name" in opened.page.inner_text("[id='ui:page']")
    opened.page.click("text=What this page shows")
    assert opened.heading == "Who are a great power's allies?"


def test_an_address_of_what_a_part_of_the_map_leaves_out_names_it(write: Write, visit: Visit) -> None:
    whole = large(10)
    opened = visit(write(whole, Selection(focus=("s5",), depth=0)), "#s0")
    assert opened.heading == "Statement 0 on topic 0"
    assert "a part without it" in opened.page.inner_text("[id='ui:page']")


def _is_in_sight(opened: Opened, *keys: str) -> bool:
    view = opened.page.locator("[id='ui:view']").bounding_box()
    boxes = [opened.page.locator(f"[id='{key}']").bounding_box() for key in keys]
    return all(
        box["width"] > 100
        and view["x"] <= box["x"]
        and view["y"] <= box["y"]
        and box["x"] + box["width"] <= view["x"] + view["width"]
        and box["y"] + box["height"] <= view["y"] + view["height"]
        for box in boxes
    )


def test_every_way_to_a_statement_brings_it_into_sight(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.click("text=Unfold all")
    opened.page.evaluate(f"location.hash = '{BINARY}'")
    opened.until("document.querySelector('.chosen')")
    assert _is_in_sight(opened, BINARY)
    opened.page.locator("[id='o:baykov-mobilization-effect'] > .entry > a").click()
    assert _is_in_sight(opened, "baykov-mobilization-effect")
    assert not _is_in_sight(opened, BINARY)
    opened.page.go_back()
    opened.until(f"document.querySelector('.chosen').id === '{BINARY}'")
    assert _is_in_sight(opened, BINARY)
    opened.page.go_forward()
    opened.until("document.querySelector('.chosen').id === 'baykov-mobilization-effect'")
    assert _is_in_sight(opened, "baykov-mobilization-effect")


def test_two_clicks_on_a_small_box_bring_it_near(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    box = opened.page.locator(f"[id='{STIGMA}']").bounding_box()
    opened.page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 20)
    assert opened.chosen == [STIGMA]
    assert opened.level == "boxes"
    assert _is_in_sight(opened, STIGMA)


def test_who_has_zoomed_in_is_not_zoomed_out(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    for _ in range(4):
        opened.page.click("[id='ui:closer']")
    scale = opened.place[2]
    opened.page.locator(f"[id='o:{STIGMA}'] > .entry > a").click()
    assert opened.place[2] == scale
    assert _is_in_sight(opened, STIGMA)


@pytest.mark.parametrize(
    ("address", "prefix"), [("toft", "toft-"), ("valdai-2020", ""), ("russia-turkey", "")]
)
def test_a_persons_page_lights_what_the_person_says(
    sample: Path, visit: Visit, address: str, prefix: str
) -> None:
    opened = visit(sample, f"#{address}")
    lit = set(opened.page.eval_on_selector_all(".statement.near", "all => all.map(one => one.id)"))
    listed = opened.page.eval_on_selector_all(".page a.title", "all => all.map(one => one.hash.slice(1))")
    assert lit
    assert lit <= set(listed)
    assert all(key.startswith(prefix) for key in lit)


def test_a_link_in_the_panel_keeps_the_focus_there(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    opened.page.focus("[id='ui:page'] .byline a")
    opened.page.keyboard.press("Enter")
    assert opened.heading == "Igor Istomin"
    assert opened.page.evaluate("document.activeElement.id") == "ui:page"
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.closest('.page') !== null")


def test_the_first_keys_lead_into_the_picture_and_the_outline(sample: Path, visit: Visit) -> None:
    opened = visit(sample, viewport={"width": 390, "height": 844})
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.matches('.statement')")
    opened.page.focus(".skip >> nth=1")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "ui:outline"
    assert opened.page.is_visible("[id='ui:outline']")


def test_the_overview_counts_as_the_filters_do_and_begins_with_what_is_disputed(
    sample: Path, visit: Visit
) -> None:
    opened = visit(sample)
    words = opened.page.inner_text("[id='ui:page']")
    unanswered = opened.page.inner_text(".chip >> nth=0").removeprefix("Unanswered").strip()
    told = re.search(r"(\d+) waiting for a reply.*, (\d+) against imagined voices", words)
    assert told
    assert int(told[1]) + int(told[2]) == int(unanswered)
    first = opened.page.locator("section:has(h3:text-is('Most challenged')) li").first
    assert "Asymmetric alliances mobilize support" in first.inner_text()
    assert "3 unanswered challenges" in first.inner_text()


def test_a_box_higher_than_the_window_is_shown_from_its_beginning(write: Write, visit: Visit) -> None:
    claim = Claim.model_validate({"id": "long", "text": "Words and more words. " * 400})
    opened = visit(write(ArgumentMap(MapInfo(), {}, {}, {"long": claim}, {})), "#long")
    opened.page.dblclick("[id='long']")
    box = opened.page.locator("[id='long']").bounding_box()
    view = opened.page.locator("[id='ui:view']").bounding_box()
    assert box["height"] > view["height"]
    assert view["y"] <= box["y"] < view["y"] + 100


def test_a_click_shows_text_source_quote_challenges_and_replies(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.click("text=Unfold all")
    opened.page.dispatch_event(f"[id='{BINARY}']", "click")
    words = opened.page.inner_text("[id='ui:page']")
    for part in (
        "Igor Istomin",
        "“standards of appropriateness”",
        "para. 3",
        "In the Thick of It",
        "Against",
        "Monica Toft",
        "a liberal world order",
    ):
        assert part in words
    assert opened.address.partition("?")[0] == BINARY


def test_a_challenge_says_who_owes_the_reply_and_what_it_attacks(sample: Path, visit: Visit) -> None:
    words = visit(sample, "#toft-turkey-reread").page.inner_text("[id='ui:page']")
    assert "Igor Istomin owes a reply." in words
    assert re.search(r"undercuts\s+the step from", words)


def test_a_persons_page_lists_claims_and_debts(sample: Path, visit: Visit) -> None:
    words = visit(sample, "#istomin").page.inner_text("[id='ui:page']")
    assert "Игорь Истомин" in words
    for heading in ("Owes a reply to", "Main theses", "Other claims"):
        assert heading in words
    assert "Awaiting a reply" in visit(sample, "#toft").page.inner_text("[id='ui:page']")


def test_who_is_only_imagined_is_told_to_be(sample: Path, visit: Visit) -> None:
    assert "only imagined or unnamed" in visit(sample, "#transactional-view").page.inner_text(
        "[id='ui:page']"
    )
    words = visit(sample, "#istomin-not-transactional").page.inner_text("[id='ui:page']")
    assert "Nobody is there to reply." in words
    assert "owes a reply" not in words


def test_links_lead_on_and_escape_leads_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    opened.page.click("[id='ui:page'] .byline a")
    assert opened.heading == "Igor Istomin"
    opened.page.keyboard.press("Escape")
    assert opened.heading == "A binary order of regimes"
    opened.until(f"location.hash === '#{BINARY}'")


def test_the_browsers_own_way_back_works(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.click("text=Unfold all")
    opened.page.dispatch_event(f"[id='{BINARY}']", "click")
    opened.page.click("[id='ui:page'] .byline a")
    assert opened.page.title() == "Igor Istomin – Who are a great power's allies?"
    opened.page.go_back()
    opened.until(f"document.querySelectorAll('.chosen')[0]?.id === '{BINARY}'")
    assert opened.heading == "A binary order of regimes"
    assert opened.page.title() == "A binary order of regimes – Who are a great power's allies?"


def test_arrow_keys_walk_along_lines(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    opened.page.focus(f"[id='{BINARY}']")
    seen = [BINARY]
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft", "ArrowDown"):
        opened.page.keyboard.press(key)
        seen.append(opened.page.evaluate("document.activeElement.id"))
        assert opened.chosen == [seen[-1]]
    assert len(set(seen)) > 2
    opened.page.keyboard.press("Escape")
    assert opened.chosen == [BINARY]


def test_one_tab_stop_leads_into_the_picture_and_enter_into_the_panel(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    stops = opened.page.eval_on_selector_all(
        ".statement", "all => all.filter(one => one.tabIndex === 0).length"
    )
    assert stops == 1
    opened.page.focus(".statement[tabindex='0']")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "ui:page"
    assert len(opened.chosen) == 1


def test_the_focused_box_is_marked(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.focus(".statement[tabindex='0']")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("ArrowUp")
    ring = "getComputedStyle(document.activeElement.querySelector('.ring'))"
    assert opened.page.evaluate(f"{ring}.stroke") != "none"
    assert float(opened.page.evaluate(f"parseFloat({ring}.strokeWidth)")) >= 5


def test_single_letters_can_be_switched_off(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.keyboard.press("?")
    assert opened.page.is_visible("[id='ui:keys']")
    opened.page.uncheck("[id='ui:letters']")
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("/")
    assert opened.page.evaluate("document.activeElement.id") != "ui:search"


def test_paragraphs_of_a_text_are_paragraphs(write: Write, visit: Visit) -> None:
    text = "First.\n\nSecond,\nin two lines."
    claims = {"a": Claim(id="a", title="T", text=text), "b": Claim(id="b", text=text)}
    opened = visit(write(ArgumentMap(claims=claims)), "#a")
    assert opened.page.locator(".page .text").all_inner_texts() == ["First.", "Second, in two lines."]
    opened.page.evaluate("location.hash = 'b'")
    opened.until("document.querySelector('.page h2').innerText === 'First.'")
    assert opened.page.locator(".page .text").all_inner_texts() == ["Second, in two lines."]


def test_a_page_says_where_something_was_passed_over(repository: Path, write: Write, visit: Visit) -> None:
    speeches = argmap.load(repository / "tests" / "golden" / "dropped" / "speeches.yaml")
    page = write(speeches, EVERYTHING)
    opened = visit(page, "#police-report")
    assert "Passed over in 1NR." in opened.page.inner_text("[id='ui:page']")
    opened.page.evaluate("location.hash = 'vans-few'")
    opened.until("document.querySelector('.page h2').innerText.includes('vans')")
    assert "Passed over" not in opened.page.inner_text("[id='ui:page']")
