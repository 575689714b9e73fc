"""Choosing and reading: by pointer, keyboard and address."""

import re
from pathlib import Path

from tests.browser.pages import Visit

STIGMA, BINARY = "istomin-partnerships-of-pariahs", "istomin-binary-order"


def test_the_page_opens_on_the_map_as_a_whole(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    assert opened.heading == "Who are a great power's allies?"
    assert opened.chosen == []
    assert "90 claims" in opened.page.inner_text("[id='ui:page']")


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
        ("istomin-turkey-to-partnerships", "Stigma drives the outcasts together"),
        ("nobody-knows-this", "Who are a great power's allies?"),
    ):
        opened.page.evaluate(f"location.hash = '{address}'")
        opened.until(f"document.querySelector('.page h2').innerText === {heading!r}")


def test_a_click_shows_text_source_quote_challenges_and_replies(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.locator(f"[id='{BINARY}']").click(force=True)
    words = opened.page.inner_text("[id='ui:page']")
    for part in (
        "Igor Istomin",
        "“standards of appropriateness”",
        "para. 3",
        "Russia Matters",
        "Challenges",
        "Monica Toft",
    ):
        assert part in words
    assert opened.address == BINARY


def test_a_challenge_says_who_owes_the_reply_and_what_it_attacks(sample: Path, visit: Visit) -> None:
    words = visit(sample, "#toft-turkey-reread").page.inner_text("[id='ui:page']")
    assert "Igor Istomin owes a reply." in words
    assert re.search(r"undercuts\s+the step from", words)


def test_a_persons_page_lists_claims_and_debts(sample: Path, visit: Visit) -> None:
    words = visit(sample, "#istomin").page.inner_text("[id='ui:page']")
    assert "Игорь Истомин" in words
    for heading in ("Owes a reply to", "Is owed a reply to", "Claims"):
        assert heading in words


def test_links_lead_on_and_escape_leads_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample, f"#{BINARY}")
    opened.page.click("[id='ui:page'] .byline a")
    assert opened.heading == "Igor Istomin"
    opened.page.keyboard.press("Escape")
    assert opened.heading == "A binary order of regimes"
    assert opened.address == BINARY


def test_the_browsers_own_way_back_works(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.locator(f"[id='{BINARY}']").click(force=True)
    opened.page.click("[id='ui:page'] .byline a")
    opened.page.go_back()
    opened.until(f"document.querySelectorAll('.chosen')[0]?.id === '{BINARY}'")
    assert opened.heading == "A binary order of regimes"


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
