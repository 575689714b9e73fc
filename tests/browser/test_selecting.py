"""Search, filters and folding."""

import json
from pathlib import Path

import pytest

from argmap import load
from argmap.queries.select import Selection
from argmap.text.fold import foldings
from tests.browser.pages import Opened, Visit, Write
from tests.sketch import sketch

SEARCH = "[id='ui:search']"
THESIS, GROUND = "bordachev-two-difficulties", "bordachev-declining-value"
EVERYTHING = len(load(Path(__file__).parents[2] / "data").statements)


def _items(opened: Opened) -> set[str]:
    return set(
        opened.page.eval_on_selector_all(
            "[id='ui:outline'] li:not([hidden], .passing)", "all => all.map(one => one.dataset.key)"
        )
    )


def _unfold(opened: Opened) -> Opened:
    opened.page.click("text=Unfold all")
    return opened


@pytest.mark.parametrize("query", ["istomin", "ИСТОМИН", "Истомин", "Ístomin", "i. istomin"])
def test_search_folds_case_accents_and_scripts(sample: Path, visit: Visit, query: str) -> None:
    opened = visit(sample)
    opened.page.fill(SEARCH, query)
    assert len(opened.bright) >= 9
    assert "istomin-binary-order" in opened.bright
    assert "bordachev-mobilization-nil" not in opened.bright
    assert opened.page.inner_text("[id='ui:status']") == f"{len(opened.bright)} of {EVERYTHING} statements"
    assert _items(opened) == opened.bright


def test_a_query_is_folded_as_the_command_line_folds_it(sample: Path, visit: Visit) -> None:
    texts = [
        "Хрущёв",
        "Ægir Øst",
        "STRASSE straße",
        "Łódź",
        "Щука ЮГОСЛАВИЯ",
        "naïve café",
        "日本語",
        "ΟΔΟΣ",
        "Đặng",
        "a-b_c.d",
        "ﬁne",
        "№5",
        "Iyyij",
        "",
    ]
    opened = visit(sample)
    # The page's own functions are out of reach, so they are taken from its source into another page.
    code, found = opened.page.evaluate(
        """() => [
            document.querySelector("script[type=module]").textContent,
            JSON.parse(document.getElementById("ui:data").textContent).folding,
        ]"""
    )
    part = code[code.index("let tables") : code.index("/** Make a test for bags")]
    run = "([part, found, texts]) => new Function('found', 'texts', part)(found, texts)"
    part += ";setTables(found); return texts.map(foldings)"
    found = opened.page.context.new_page().evaluate(run, [part, found, texts])
    assert [tuple(one) for one in found] == [foldings(text) for text in texts]


def test_enter_opens_the_first_hit_and_escape_undoes_step_by_step(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample))
    opened.page.fill(SEARCH, "turkey")
    found = opened.bright
    opened.page.press(SEARCH, "Enter")
    assert opened.chosen[0] in found
    opened.page.keyboard.press("Escape")
    assert opened.chosen == []
    assert opened.page.input_value(SEARCH) == "turkey"
    opened.page.keyboard.press("Escape")
    assert opened.page.input_value(SEARCH) == ""
    assert len(opened.bright) == EVERYTHING


def test_enter_goes_through_the_hits_and_shift_enter_back(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.fill(SEARCH, "turkey")
    hits = [opened.page.press(SEARCH, "Enter") or opened.chosen[0] for _ in opened.bright]
    assert len(hits) > 2
    assert set(hits) == opened.bright
    opened.page.press(SEARCH, "Enter")
    assert opened.chosen == hits[:1]
    opened.page.press(SEARCH, "Shift+Enter")
    assert opened.chosen == hits[-1:]


def test_needs_a_reply(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample))
    opened.page.click("text=Unanswered")
    assert "toft-turkey-reread" in opened.bright
    assert _items(opened) == opened.bright
    assert opened.page.get_attribute(".chip >> nth=0", "aria-pressed") == "true"
    opened.page.click("text=Clear")
    assert len(opened.bright) == EVERYTHING


def test_inferred_conflicts_can_be_put_away(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample))
    data = json.loads(opened.page.text_content("[id='ui:data']"))
    inferred = [one["id"] for one in data["statements"] if one.get("inferred")]
    assert set(inferred) <= opened.bright
    before = opened.page.inner_text(".chip >> nth=0")
    opened.page.uncheck("text=Inferred")
    assert opened.bright.isdisjoint(inferred)
    assert _items(opened).isdisjoint(inferred)
    assert opened.page.inner_text(".chip >> nth=0") != before


def test_what_a_stated_rebuttal_attacks_cannot_be_put_away(write: Write, visit: Visit) -> None:
    drawn = sketch("ada: a [inferred]\nada: quiet [inferred]\nbob: b -> a")
    opened = visit(write(drawn), "#ada")
    figures = opened.page.inner_text(".figures")
    assert (
        figures == "2 claims (2 inferred), 1 challenged · 0 challenges or replies · owes 1 reply, is owed 0"
    )
    opened.page.uncheck("text=Inferred by")
    assert opened.bright == {"a", "b"}
    assert opened.page.inner_text(".figures") == figures
    opened = visit(write(drawn, Selection()), "#a")
    assert opened.bright == {"a", "b"}
    assert opened.page.locator("text=Inferred by the editor").count() == 0


@pytest.mark.parametrize(
    ("facet", "value", "key"),
    [
        ("Person", "Monica Toft", "toft-turkey-reread"),
        ("Kind", "undercutters", "toft-turkey-reread"),
        ("Tag", "russia-turkey", "toft-turkey-reread"),
        ("Source", "Do Empires Have Allies?", "bordachev-fewer-risks"),
        ("Status", "re-opened", None),
    ],
)
def test_each_facet_narrows(sample: Path, visit: Visit, facet: str, value: str, key: str | None) -> None:
    opened = visit(sample)
    opened.page.click("summary:text-is('Filters')")
    box = opened.page.locator(f".facets details:has(> summary:text-is('{facet}'))")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    label = box.locator(f"label:has-text('{value}')")
    number = int(label.locator(".number").inner_text())
    label.locator("input").check()
    assert len(opened.bright) == number
    assert 0 < number < EVERYTHING
    assert key is None or key in opened.bright


def test_branches_fold_with_a_count_and_unfold(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample, f"#{THESIS}"))
    button = opened.page.locator(".tools button", has_text="Fold")
    size = int(button.inner_text().split()[1])
    button.click()
    assert len(opened.bright) == EVERYTHING - size
    assert opened.page.text_content(".badge text") == f"+{size}"
    assert GROUND not in opened.bright
    # What challenges a main thesis stays.
    assert "baykov-against-mobilization-nil" in opened.bright
    opened.page.locator(".badge").click(force=True)
    assert len(opened.bright) == EVERYTHING


def test_fold_all_leaves_the_roots_and_a_link_into_a_fold_opens_it(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.click("text=Fold all")
    assert 0 < len(opened.bright) < 60
    assert "istomin-binary-order" not in opened.bright
    opened.page.evaluate("location.hash = 'istomin-binary-order'")
    opened.page.wait_for_selector("[id='istomin-binary-order'].chosen")
    assert "istomin-binary-order" in opened.bright


def test_f_folds_what_has_the_focus_though_another_is_read(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample, "#istomin"))
    opened.page.focus(f"[id='{THESIS}']")
    opened.page.keyboard.press("f")
    assert GROUND not in opened.bright
    assert opened.heading == "Igor Istomin"
    opened.page.keyboard.press("Escape")
    assert len(opened.bright) == EVERYTHING


def test_where_there_is_nothing_to_fold_f_is_no_step(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#?folded=")
    leaf = opened.page.get_attribute("[id='ui:outline'] li:not(:has(details), .elsewhere)", "data-key")
    opened.page.focus(f"[id='{leaf}']")
    opened.page.keyboard.press("f")
    assert opened.page.is_disabled("[id='ui:undo']")


def test_a_filter_counts_what_it_finds(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.click("summary:text-is('Filters')")
    opened.page.eval_on_selector_all(".facets details", "all => { for (const one of all) one.open = true; }")
    for label in opened.page.locator(".choices label").all():
        label.locator("input").check()
        assert len(opened.bright) == int(label.locator(".number").inner_text()), label.inner_text()
        label.locator("input").uncheck()


def test_every_badge_says_how_many_its_branch_hides_and_can_be_read(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    opened.page.click("text=Fold all")
    opened.until("document.querySelector('.badge').getBoundingClientRect().height > 15")
    sizes = opened.page.eval_on_selector_all(".badge", "all => all.map(one => Number(one.textContent))")
    assert sizes
    assert all(0 < size < EVERYTHING for size in sizes)
    view = opened.page.locator("[id='ui:view']").bounding_box()
    for box in [badge.bounding_box() for badge in opened.page.locator(".badge").all()]:
        assert view["x"] <= box["x"]
        assert box["x"] + box["width"] <= view["x"] + view["width"]


def test_what_is_left_of_a_folded_map_fills_the_window(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample))
    before = opened.place
    opened.page.click("text=Fold all")
    assert opened.place != before
    opened.page.click("text=Unfold all")
    assert opened.place == before


def test_what_is_left_or_found_is_never_all_out_of_sight(sample: Path, visit: Visit) -> None:
    opened = visit(sample, "#istomin-binary-order")
    for _ in range(4):
        opened.page.click("[id='ui:closer']")

    def is_any_in_sight() -> bool:
        view = opened.page.locator("[id='ui:view']").bounding_box()
        boxes = [opened.page.locator(f"[id='{key}']").bounding_box() for key in opened.bright]
        return any(
            view["x"] < box["x"] + box["width"]
            and view["y"] < box["y"] + box["height"]
            and box["x"] < view["x"] + view["width"]
            and box["y"] < view["y"] + view["height"]
            for box in boxes
        )

    opened.page.fill(SEARCH, "sushentsov buffer")
    assert opened.bright
    assert is_any_in_sight()
    opened.page.fill(SEARCH, "")
    opened.page.evaluate("location.hash = 'istomin-turkey-example'")
    opened.page.click("text=Fold all")
    assert is_any_in_sight()


def test_the_outline_folds_with_the_picture(sample: Path, visit: Visit) -> None:
    opened = _unfold(visit(sample))
    opened.page.locator(f"[id='o:{THESIS}'] > details > summary").click()
    assert GROUND not in opened.bright
    opened.page.locator(f"[id='o:{THESIS}'] > details > summary").press("Enter")
    assert GROUND in opened.bright
