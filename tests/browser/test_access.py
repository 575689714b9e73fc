"""For everybody: axe-core finds nothing, in either scheme, at any width, in any state."""

from pathlib import Path

import pytest

from tests.browser.pages import Opened, Visit

WIDTHS = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}


def _faults(opened: Opened, axe: str, part: str = "document") -> list[object]:
    opened.page.evaluate(axe)
    found = opened.page.evaluate(f"axe.run({part}).then(result => result.violations)")
    return [
        (fault["id"], node["target"], node.get("failureSummary"))
        for fault in found
        for node in fault["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", WIDTHS)
def test_axe_finds_nothing(sample: Path, visit: Visit, axe: str, scheme: str, size: str) -> None:
    width, height = WIDTHS[size]
    opened = visit(sample, color_scheme=scheme, viewport={"width": width, "height": height})
    assert _faults(opened, axe) == []
    for key in ("toft-turkey-reread", "istomin", "valdai-2020", "liberal-order"):
        opened.page.evaluate(f"location.hash = '{key}'")
        opened.until(f"location.hash === '#{key}'")
        assert _faults(opened, axe, "document.getElementById('ui:panel')") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_filtering_and_in_the_help(
    sample: Path, visit: Visit, axe: str, scheme: str
) -> None:
    opened = visit(sample, color_scheme=scheme)
    opened.page.click("summary:text-is('Filters')")
    opened.page.eval_on_selector_all(".facets details", "all => { for (const one of all) one.open = true; }")
    opened.page.click("text=Unanswered")
    assert _faults(opened, axe) == []
    opened.page.click("[id='ui:help']")
    assert _faults(opened, axe, "document.getElementById('ui:keys')") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wherever_a_reader_gets(sample: Path, visit: Visit, axe: str, scheme: str) -> None:
    opened = visit(sample, "#no-such-name", color_scheme=scheme, viewport={"width": 320, "height": 568})
    assert _faults(opened, axe) == []
    opened.page.click("[id='ui:grip']")
    opened.page.click("[id='ui:menu']")
    assert _faults(opened, axe) == []
    opened.page.click("text=Fold all")
    opened.page.keyboard.press("Escape")
    opened.page.focus("[id='ui:search']")
    for words in ("turkye", "turkey"):
        opened.page.fill("[id='ui:search']", words)
        assert opened.page.is_visible("[id='ui:found']")
        assert _faults(opened, axe) == []
    opened.page.click("[id='ui:share']")
    assert _faults(opened, axe) == []
    opened.page.press("[id='ui:search']", "Enter")
    assert _faults(opened, axe) == []
    opened.page.focus(".statement[tabindex='0']")
    opened.page.keyboard.press("ArrowUp")
    assert _faults(opened, axe) == []


def test_axe_finds_nothing_without_a_script(sample: Path, visit: Visit, axe: str) -> None:
    opened = visit(sample)
    opened.page.evaluate("document.documentElement.classList.remove('js')")
    assert _faults(opened, axe) == []


def test_the_reader_chooses_light_or_dark_and_is_remembered(sample: Path, visit: Visit) -> None:
    opened = visit(sample, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened.page.evaluate(ground)
    opened.page.click("[id='ui:theme']")
    dark = opened.page.evaluate(ground)
    assert dark != light
    opened.page.reload()
    opened.page.wait_for_selector("html.ready")
    assert opened.page.evaluate(ground) == dark


@pytest.mark.parametrize("size", WIDTHS)
def test_nothing_runs_over_the_edge(sample: Path, visit: Visit, size: str) -> None:
    width, height = WIDTHS[size]
    opened = visit(sample, "#toft-turkey-reread", viewport={"width": width, "height": height})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    panel = opened.page.locator("[id='ui:panel']")
    assert panel.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert opened.page.is_visible("[id='ui:fit']")


def test_at_four_times_the_size_every_button_can_be_used(sample: Path, visit: Visit) -> None:
    opened = visit(sample, viewport={"width": 320, "height": 256})
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320
    for name in ("theme", "shut", "closer", "farther", "fit", "menu"):
        opened.page.click(f"[id='ui:{name}']")
    assert opened.page.is_visible("[id='ui:outline']")


@pytest.mark.parametrize("size", WIDTHS)
def test_keys_reach_whatever_can_be_pressed(sample: Path, visit: Visit, size: str) -> None:
    width, height = WIDTHS[size]
    opened = visit(sample, "#toft-turkey-reread", viewport={"width": width, "height": height})
    unreached = """() => [...document.querySelectorAll('button, summary, input, a[href]')]
        .filter(one => one.checkVisibility({visibilityProperty: true}))
        .filter(one => !one.matches(':disabled, [inert] *'))
        .filter(one => one.tabIndex < 0 || (one.focus(), document.activeElement !== one))
        .map(one => one.outerHTML)"""
    assert opened.page.evaluate(unreached) == []
    opened.page.click("[id='ui:menu']")
    assert opened.page.evaluate(unreached) == []
    opened.page.click("[id='ui:share']")
    assert opened.page.evaluate(unreached) == []
