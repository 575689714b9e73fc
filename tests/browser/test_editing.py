"""Who never saw YAML changes the map in the page, and the file shows a few lines more."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("watchfiles")

from tests.browser.pages import Opened
from tests.browser.served import STREET, Follow, Server, change, following, served, turn, wait_for_news

SAID = ".form .said"
SAVED = ".saved"


@pytest.fixture
def street(tmp_path: Path, browser: Any) -> Path:  # noqa: ANN401, ARG001 (playwright is optional, and may be missing)
    path = tmp_path / "street.yaml"
    path.write_text(STREET, encoding="utf-8")
    return path


@pytest.fixture
def server(street: Path) -> Iterator[Server]:
    with served(street, "--edit") as running:
        yield running


@pytest.fixture
def follow(browser: Any, server: Server) -> Iterator[Follow]:  # noqa: ANN401 (playwright is optional)
    yield from following(browser, server)


def fill(opened: Opened, **fields: str) -> None:
    for name, value in fields.items():
        opened.page.fill(f"[id='ui:field-{name}']", value)


def save(opened: Opened) -> None:
    opened.page.click(".form button[type=submit]")
    opened.page.wait_for_selector(".form", state="detached")


def wait_until_saved(opened: Opened, words: str = "Saved in street.yaml") -> None:
    opened.page.wait_for_selector(f"{SAVED}:has-text({words!r})")


def press(opened: Opened, name: str) -> None:
    opened.page.click(f"[id='ui:change-{name}']")
    opened.page.wait_for_selector(".form")


def test_a_challenge_is_answered_in_the_page_and_stands_in_the_file(street: Path, follow: Follow) -> None:
    opened = follow("#lorries")
    press(opened, "answer")
    assert opened.page.input_value("[id='ui:field-by']") == "Ada"
    people = "all => all.map(one => one.value)"
    assert opened.page.eval_on_selector_all("[id='ui:field-by-names'] option", people) == ["Ada", "Boris"]
    fill(opened, text="They can come early.", title="They can come early")
    opened.page.wait_for_selector(f"{SAID}:has-text('is no longer open, but answered')")
    assert street.read_text("utf-8") == STREET
    save(opened)
    wait_until_saved(opened)
    reply = (
        "\n  - id: ada-can-come-early\n    by: ada\n    attacks: lorries\n    kind: rebut\n"
        "    title: They can come early\n    text: They can come early.\n"
    )
    assert street.read_text("utf-8") == STREET + reply
    opened.until("document.querySelector('.page h2').textContent === 'They can come early'")
    opened.page.click(f"{SAVED} button")
    wait_until_saved(opened, "Taken back in street.yaml")
    assert street.read_text("utf-8") == STREET


def test_what_is_owed_is_said_before_anything_is_saved(follow: Follow) -> None:
    opened = follow("#close")
    press(opened, "challenge")
    fill(opened, text="No.", by="Boris")
    opened.page.wait_for_selector(f"{SAID}:has-text('Ada owes a reply.')")
    fill(opened, by="Cleo")
    opened.page.wait_for_selector(f"{SAID}:has-text('The map has no person `Cleo`.')")
    opened.page.click("text=Add it to the map, and save")
    wait_until_saved(opened, "Ada owes a reply.")
    opened.until("[...document.querySelectorAll('.page .person')].some(one => one.textContent === 'Cleo')")


def test_words_tags_and_ids_are_changed_and_comments_stay(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    press(opened, "edit")
    fill(opened, title="Shut the street", tags="traffic, air")
    save(opened)
    opened.until("document.querySelector('.page h2').textContent === 'Shut the street'")
    text = street.read_text("utf-8")
    assert text == STREET.replace("Close the street", "Shut the street").replace(
        "# her words\n", "# her words\n    tags: [traffic, air]\n"
    )
    press(opened, "rename")
    fill(opened, new="shut")
    save(opened)
    opened.until("location.hash.startsWith('#shut')")
    assert "attacks: shut" in street.read_text("utf-8")


def test_what_goes_with_a_statement_is_named_before_it_goes(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    press(opened, "delete")
    opened.page.wait_for_selector(f"{SAID}:has-text('It is named by “Lorries must get in”.')")
    opened.page.click("text=Delete all that")
    opened.page.wait_for_selector(".form", state="detached")
    wait_for_news(opened, "Gone: Close the street, Lorries must get in.")
    assert "lorries" not in street.read_text("utf-8")
    opened.page.keyboard.press("Control+z")
    wait_until_saved(opened, "Taken back")
    assert street.read_text("utf-8") == STREET


def test_a_claim_and_a_reason_are_added(street: Path, follow: Follow) -> None:
    opened = follow()
    press(opened, "add-a-claim")
    fill(opened, text="Shops need goods.", by="Boris")
    save(opened)
    opened.until("location.hash.startsWith('#boris-shops-need-goods')")
    press(opened, "add-a-reason")
    assert opened.page.input_value("[id='ui:field-by']") == "Boris"
    fill(opened, text="They sell them.")
    save(opened)
    opened.until("location.hash.startsWith('#boris-sell')")
    text = street.read_text("utf-8")
    assert "because: [boris-sell]" in text
    assert "text: They sell them." in text


def test_a_change_made_meanwhile_is_shown_and_not_overwritten(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    press(opened, "edit")
    fill(opened, title="Shut the street")
    change(street, "title: Close the street", "title: Close it on Sundays")
    wait_for_news(opened, "Changed: Close it on Sundays.")
    opened.page.click(".form button[type=submit]")
    opened.page.wait_for_selector(
        f"{SAID}:has-text('has changed from “Close the street” to “Close it on Sundays”')"
    )
    assert "title: Close it on Sundays" in street.read_text("utf-8")
    opened.page.click("text=Save anyway")
    wait_until_saved(opened)
    assert "title: Shut the street" in street.read_text("utf-8")
    change(street, "text: Lorries must", "text: Vans must")
    opened.page.click(f"{SAVED} button")
    opened.page.wait_for_selector(f"{SAVED}:has-text('It is not taken back')")
    assert "title: Shut the street" in street.read_text("utf-8")


def test_a_change_made_meanwhile_elsewhere_is_merged(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    press(opened, "edit")
    fill(opened, title="Shut the street")
    change(street, "title: Lorries must get in", "title: Vans must get in")
    save(opened)
    wait_until_saved(opened)
    expected = STREET.replace("Lorries must get", "Vans must get")
    assert street.read_text("utf-8") == expected.replace("Close the street", "Shut the street")


def test_a_box_is_dragged_to_another_to_support_it(street: Path, follow: Follow) -> None:
    opened = follow()
    opened.page.wait_for_timeout(300)
    opened.page.hover("[id='air']")
    handle = opened.page.locator(".joining-handle")
    x, y = _middle(handle.bounding_box())
    to = _middle(opened.page.locator("[id='lorries']").bounding_box())
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(*to, steps=5)
    assert opened.page.locator("[id='lorries'].joining-to").count() == 1
    opened.page.mouse.up()
    opened.page.wait_for_selector(".form")
    assert opened.page.input_value("[id='ui:field-other']") == "lorries"
    save(opened)
    wait_until_saved(opened)
    assert "    because: [air]\n" in street.read_text("utf-8")


def test_who_makes_a_claim_can_challenge_another_statement(street: Path, follow: Follow) -> None:
    opened = follow("#air")
    press(opened, "connect")
    opened.page.select_option("[id='ui:field-way']", "challenge")
    fill(opened, other="lorries")
    opened.page.click(".form button[type=submit]")
    opened.page.wait_for_selector("[id='ui:field-text']")
    assert opened.page.input_value("[id='ui:field-by']") == "Ada"
    fill(opened, text="Clean air is worth more.")
    save(opened)
    wait_until_saved(opened)
    assert "    attacks: lorries\n" in street.read_text("utf-8")


def _middle(box: dict[str, float]) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_keyboard_alone_is_enough(street: Path, follow: Follow) -> None:
    opened = follow("#lorries")
    keyboard = opened.page.keyboard
    opened.page.focus("[id='ui:page']")
    for _ in range(30):
        keyboard.press("Tab")
        if opened.page.evaluate("document.activeElement.id") == "ui:change-connect":
            break
    keyboard.press("Enter")
    opened.page.wait_for_selector(".form")
    assert opened.page.evaluate("document.activeElement.id") == "ui:field-way"
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.type("air")
    keyboard.press("Enter")
    wait_until_saved(opened)
    assert "attacks: [close, air]" in street.read_text("utf-8")
    opened.until("document.activeElement.id === 'ui:change-connect'")
    keyboard.press("Control+z")
    wait_until_saved(opened, "Taken back")
    assert street.read_text("utf-8") == STREET
    keyboard.press("Enter")
    opened.page.wait_for_selector(".form")
    keyboard.press("Escape")
    opened.page.wait_for_selector(".form", state="detached")
    assert opened.heading == "Lorries must get in"


def test_a_challenge_is_conceded_with_its_place(street: Path, follow: Follow) -> None:
    opened = follow("#lorries")
    press(opened, "mark-its-end")
    fill(opened, where="Minutes, p. 3")
    opened.page.wait_for_selector(f"{SAID}:has-text('The map has no source `Minutes`.')")
    opened.page.click("text=Add it to the map, and save")
    wait_until_saved(opened, "is no longer open, but conceded")
    assert "    conceded: minutes, p. 3\n" in street.read_text("utf-8")
    opened.page.wait_for_selector(".page :text('Conceded')")
    press(opened, "mark-its-end")
    assert opened.page.input_value("[id='ui:field-where']") == "minutes, p. 3"
    opened.page.select_option("[id='ui:field-end']", "withdrawn")
    save(opened)
    wait_until_saved(opened, "is no longer conceded, but withdrawn")
    assert "conceded:" not in street.read_text("utf-8")
    press(opened, "mark-its-end")
    opened.page.select_option("[id='ui:field-end']", "")
    save(opened)
    wait_until_saved(opened, "is no longer withdrawn, but open")
    assert "withdrawn:" not in street.read_text("utf-8")


def test_a_quote_is_given_with_its_place(street: Path, follow: Follow) -> None:
    opened = follow("#close")
    press(opened, "edit")
    fill(opened, source="Minutes, p. 3", quote="Lorries: none.")
    opened.page.wait_for_selector(f"{SAID}:has-text('The map has no source `Minutes`.')")
    opened.page.click("text=Add it to the map, and save")
    wait_until_saved(opened, "The quote was not looked up: there is no copy of `minutes`.")
    assert "    source: minutes, p. 3\n" in street.read_text("utf-8")
    assert "Lorries: none." in street.read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(follow: Follow, axe: str, scheme: str, width: int) -> None:
    opened = follow("#lorries", color_scheme=scheme, viewport={"width": width, "height": 844})
    opened.page.evaluate(axe)
    found = "violations.map(one => [one.id, one.nodes.map(node => node.target)])"
    run = f"axe.run(document).then(({{violations}}) => {found})"
    if width < 700:
        opened.page.click("[id='ui:shut']")
    assert opened.page.evaluate(run) == []
    press(opened, "answer")
    fill(opened, text="No.", by="Cleo")
    opened.page.wait_for_selector(f"{SAID} button")
    assert opened.page.evaluate(run) == []
    opened.page.click(f"{SAID} button")
    wait_until_saved(opened)
    assert opened.page.evaluate(run) == []


def test_a_page_that_only_follows_cannot_change_anything(
    street: Path,
    browser: Any,  # noqa: ANN401 (playwright is optional)
) -> None:
    with served(street) as server:
        for follow in following(browser, server):
            opened = follow("#close")
            assert opened.page.query_selector(".changes") is None


def test_what_somebody_is_writing_is_not_thrown_away_when_a_page_is_loaded_again(
    street: Path, follow: Follow
) -> None:
    opened = follow("#lorries")
    press(opened, "answer")
    fill(opened, text="They can come early.")
    opened.page.evaluate("document.documentElement.classList.add('as-before')")
    turn(opened, away=True)
    # So many changes that the state that the page shows is forgotten.
    for number in range(40):
        street.write_text(STREET.replace("gets cleaner", f"gets {number} times cleaner"), encoding="utf-8")
        opened.page.wait_for_timeout(150)
    turn(opened, away=False)
    opened.page.wait_for_timeout(500)
    assert opened.page.input_value("[id='ui:field-text']") == "They can come early."
    opened.page.keyboard.press("Escape")
    opened.page.wait_for_selector("html.ready:not(.as-before)")
    assert opened.heading == "Lorries must get in"
