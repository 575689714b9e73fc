"""The page as the preview of VS Code shows it: written into a document, with what keeps its address."""

import json
import re
from pathlib import Path
from typing import Any

CLAIM = "istomin-binary-order"
ORIGIN = "http://preview.test/"
_API = """
const told = JSON.parse(%s);
const setState = (state) => { told.state = state; };
window.acquireVsCodeApi = () => ({ getState: () => told.state, setState });
window.kept = () => told.state;
"""


def _script(repository: Path, name: str) -> str:
    """Give the script that the extension puts before the page of a map."""
    code = (repository / "editors" / "vscode" / "src" / "preview.ts").read_text(encoding="utf-8")
    script = re.search(r"`(<script>.*?</script>)`", code, re.DOTALL)
    assert script is not None
    return re.sub(r"\$\{.*?\};\n", lambda _: f"{json.dumps(name)};\n", script[1], count=1)


def _show(browser: Any, html: str, state: object) -> tuple[Any, list[str]]:  # noqa: ANN401 (playwright is optional)
    """Write a page into a document, as VS Code does, with what it remembers."""
    page, complaints = browser.new_page(), []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.route("**/*", lambda route: route.fulfill(body="<!DOCTYPE html>", content_type="text/html"))
    page.add_init_script(_API % json.dumps(json.dumps({"state": state})))
    page.goto(ORIGIN)
    page.evaluate("html => { document.open(); document.write(html); document.close(); }", html)
    page.wait_for_selector("html.ready")
    return page, complaints


def test_what_is_chosen_stays_when_the_page_is_drawn_anew(
    browser: Any,  # noqa: ANN401 (playwright is optional)
    sample: Path,
    repository: Path,
) -> None:
    html = sample.read_text(encoding="utf-8").replace("<head>", f"<head>{_script(repository, 'a')}", 1)
    page, complaints = _show(browser, html, None)
    page.locator("[id='ui:search']").fill(CLAIM)
    page.keyboard.press("Enter")
    kept = page.evaluate("kept()")
    assert kept["map"] == "a"
    assert CLAIM in kept["address"]
    page.close()
    again, later = _show(browser, html, kept)
    assert again.evaluate("location.hash") == kept["address"]
    assert again.input_value("[id='ui:search']") == CLAIM
    again.close()
    other, latest = _show(browser, html, {**kept, "map": "another"})
    assert CLAIM not in other.evaluate("location.hash")
    other.close()
    assert complaints + later + latest == []
