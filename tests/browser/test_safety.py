"""Nothing in a map runs, asks or breaks out; and the page works alone."""

import json
from pathlib import Path

import pytest

from tests.browser.debates import HOSTILE
from tests.browser.pages import Visit


def test_no_text_runs_and_every_text_is_shown_as_it_is(hostile_page: Path, visit: Visit) -> None:
    opened = visit(hostile_page)
    assert opened.page.title() != "run"
    for at in range(len(HOSTILE)):
        for key in (f"c{at}", f"r{at}", f"p{at}", f"w{at}"):
            opened.page.evaluate(f"location.hash = '{key}'")
            title = "document.querySelector('.page h2').textContent"
            opened.until(f"location.hash === '#{key}' && {title} === {_js(HOSTILE[at])}")
    assert opened.page.title() != "run"
    assert opened.page.locator("img, iframe, object, embed").count() == 0
    assert opened.page.eval_on_selector_all("script", "all => all.length") == 3


def _js(text: str) -> str:
    return json.dumps(text.strip())


def test_tags_with_odd_characters_open_and_filter(hostile_page: Path, visit: Visit) -> None:
    opened = visit(hostile_page, "#c0")
    opened.page.locator("[id='ui:page'] .tag").first.click()
    assert opened.heading == HOSTILE[0]
    opened.page.fill("[id='ui:search']", "constructor")
    assert "constructor" in opened.bright


def test_no_link_leads_to_a_script(hostile_page: Path, visit: Visit) -> None:
    opened = visit(hostile_page, "#p0")
    links = "all => all.map(one => one.getAttribute('href') || one.getAttribute('xlink:href'))"
    for key in ("p0", "w0", "c0"):
        opened.page.evaluate(f"location.hash = '{key}'")
        opened.until(f"location.hash === '#{key}'")
        found = opened.page.eval_on_selector_all("a", links)
        assert all(link.startswith("#") for link in found)


def test_the_policy_stops_scripts_and_requests_that_got_in(sample: Path, visit: Visit) -> None:
    opened = visit(sample)
    blocked = opened.page.evaluate(
        """() => new Promise((done) => {
            const seen = [];
            addEventListener("securitypolicyviolation", (event) => {
                seen.push(event.effectiveDirective);
                if (seen.length === 3) done(seen.sort());
            });
            const script = document.createElement("script");
            script.textContent = "document.title = 'run'";
            document.body.append(script);
            fetch("https://example.org/").catch(() => {});
            new Image().src = "https://example.org/x.png";
        })"""
    )
    assert blocked == ["connect-src", "img-src", "script-src-elem"]
    assert opened.page.title() != "run"
    opened.complaints.clear()
    opened.requests.clear()


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_without_a_script_everything_is_told(sample: Path, visit: Visit, width: int) -> None:
    opened = visit(sample, ready=False, java_script_enabled=False, viewport={"width": width, "height": 844})
    words = opened.page.inner_text("body")
    for part in (
        "A binary order of regimes",
        "“standards of appropriateness”",
        "para. 3",
        "Igor Istomin",
        "undermines",
        "the conclusion is false",
    ):
        assert part in words
    assert not opened.page.is_visible("[id='ui:search']")


def test_a_folder_with_odd_characters_does_not_matter(sample: Path, visit: Visit, tmp_path: Path) -> None:
    odd = tmp_path / "a b #1 карта"
    odd.mkdir()
    copy = odd / "map.html"
    copy.write_bytes(sample.read_bytes())
    assert visit(copy, "#istomin-binary-order").heading == "A binary order of regimes"
