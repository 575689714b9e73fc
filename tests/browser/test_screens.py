"""What a careful reader would find fault with on a screen or on paper, each fault held by a test."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, MapInfo, Person, Rebuttal, Source
from tests.browser.pages import Visit, Write

_NEAR = 1.5


def _edges(page: Any, selector: str) -> tuple[float, float]:  # noqa: ANN401 (playwright is optional)
    """The left and right edge of the text in an element."""
    left, right = page.eval_on_selector(
        selector,
        """one => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const all = [...range.getClientRects()].filter(({ width }) => width > 1);
            return [Math.min(...all.map(({ left }) => left)), Math.max(...all.map(({ right }) => right))];
        }""",
    )
    return left, right


@pytest.fixture
def hebrew() -> ArgumentMap:
    claim = Claim.model_validate(
        {
            "id": "a",
            "by": "dana",
            "title": "יש לסגור את רחוב השוק",
            "text": "רחוב השוק צריך להיות סגור למכוניות.",
            "quote": "סגור למכוניות",
            "source": "minutes, p. 3",
        }
    )
    reply = Rebuttal.model_validate(
        {
            "id": "b",
            "by": "dana",
            "attacks": "a",
            "title": "המשאיות צריכות להיכנס",
            "text": "יש לספק סחורה לחנויות.",
        }
    )
    people = {"dana": Person(name="דנה לוי", affiliation="האוניברסיטה העברית")}
    return ArgumentMap(
        MapInfo(title="רחוב השוק", language="he"),
        people,
        {"minutes": Source(title="פרוטוקול האספה", date="2020")},
        {"a": claim},
        {"b": reply},
    )


def test_words_from_right_to_left_begin_at_one_edge(hebrew: ArgumentMap, write: Write, visit: Visit) -> None:
    page = visit(write(hebrew), "#a").page
    edge = _edges(page, "[id='ui:page'] h2")[1]
    for part in (".byline", ".text"):
        assert _edges(page, f"[id='ui:page'] {part}")[1] == pytest.approx(edge, abs=_NEAR)
    quoted = _edges(page, ".quote blockquote")[1]
    assert _edges(page, ".quote .cite")[1] == pytest.approx(quoted, abs=_NEAR)
    assert page.eval_on_selector(".quote", "one => parseFloat(getComputedStyle(one).borderRightWidth)") > 2
    title, said = (_edges(page, f"[id='ui:page'] .thread {part}")[1] for part in (".entry > a", ".said"))
    assert title == pytest.approx(said, abs=_NEAR)
    name, entry = (_edges(page, f"[id='ui:outline'] {part}")[0] for part in ("h3", ".entry a"))
    assert name == pytest.approx(entry, abs=_NEAR)


def test_speakers_who_are_numbered_have_initials_of_their_own(
    large_page: Callable[[int], Path], visit: Visit
) -> None:
    page = visit(large_page(40), "#?folded=").page
    pairs = page.eval_on_selector_all(
        ".statement",
        """all => all.map(one => [
            one.getAttribute("aria-label").split(":")[0],
            one.querySelector(".initials").textContent,
        ])""",
    )
    assert len({name for name, _ in pairs}) == len({initials for _, initials in pairs}) > 9
    assert dict(pairs)["Person 10"] == "P10"


def test_in_a_broad_window_the_help_is_seen_at_once(sample: Path, visit: Visit) -> None:
    page = visit(sample).page
    page.click("[id='ui:help']")
    sizes = page.eval_on_selector("[id='ui:keys']", "one => [one.scrollHeight, one.clientHeight]")
    assert sizes[0] <= sizes[1]
    lines, keys = (page.locator(f"[id='ui:keys'] > {part}").bounding_box() for part in (".key", "dl"))
    assert lines["x"] + lines["width"] < keys["x"]


@pytest.mark.parametrize("width", [1440, 390])
def test_without_a_script_the_drawing_is_seen_whole_and_can_be_large(
    sample: Path, visit: Visit, width: int
) -> None:
    page = visit(
        sample, ready=False, java_script_enabled=False, viewport={"width": width, "height": 844}
    ).page
    view = page.locator("[id='ui:view']").bounding_box()
    picture = page.locator("[id='ui:picture']").bounding_box()
    assert picture["width"] <= view["width"]
    assert picture["height"] <= view["height"]
    stroke = page.locator(".legend .stroke").first.bounding_box()
    assert stroke["width"] < 60
    page.check(".full-size input")
    assert page.locator("[id='ui:picture']").bounding_box()["width"] > 2 * view["width"]


def test_on_paper_lines_are_not_faint_and_links_tell_their_address(sample: Path, visit: Visit) -> None:
    page = visit(sample, "#istomin-binary-order").page
    faint = page.eval_on_selector(
        ".string:not(.near) .shaft",
        "one => getComputedStyle(one).stroke",
    )
    page.emulate_media(media="print")
    found = page.eval_on_selector_all(
        ".string .shaft", "all => [...new Set(all.map(one => getComputedStyle(one).stroke))]"
    )
    assert faint not in found
    address = page.eval_on_selector(
        "[id='ui:page'] .web", "one => [one.href, getComputedStyle(one, '::after').content]"
    )
    assert address[0] in address[1]
    page.emulate_media(media="screen")
    assert (
        page.eval_on_selector("[id='ui:page'] .web", "one => getComputedStyle(one, '::after').content")
        == "none"
    )
