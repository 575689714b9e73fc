"""Flowcharts in Mermaid itself: ARGMAP_MERMAID names its `mermaid.min.js` (npm package `mermaid`)."""

import os
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim
from argmap.queries.select import Selection
from argmap.render.maps import diagram_of
from argmap.render.mermaid import to_mermaid
from tests.maps import NASTY

ODD = (
    *(text for text in NASTY if len(text) < 400),
    *(
        "1. one",
        "1) one",
        "* star",
        "> quote",
        "---",
        "a *b* _c_ `d` [e](f) ~~g~~",
        "<script>alert(1)</script>",
    ),
    *("&lt; &amp;", "#35; #quot;", 'lifestyle:"x" #1;', "$$x^2$$", "ﬂ°°60¶ß", "fa:fa-car", "end", "\\n"),
    *("| a | b |", "http://x.y/z", "www.example.com", "a@b.cd", "%%{init: {}}%%", "style a:#f00;", "3.14"),
)
DRAW = """async text => {
  mermaid.initialize({startOnLoad: false, securityLevel: 'strict'});
  document.body.innerHTML = (await mermaid.render('drawn', text)).svg;
  return [...document.querySelectorAll('.node .nodeLabel b')].map(label => label.textContent);
}"""


@pytest.fixture
def draw(browser: Any) -> Any:  # noqa: ANN401 (playwright is optional)
    script = os.environ.get("ARGMAP_MERMAID", "")
    if not Path(script).is_file():
        pytest.skip("ARGMAP_MERMAID names no file")
    page = browser.new_page()
    page.set_content('<!doctype html><meta charset="utf-8">')
    page.add_script_tag(path=script)
    yield lambda text: page.evaluate(DRAW, text)
    page.close()


def test_mermaid_shows_any_text_as_it_is(draw: Any) -> None:  # noqa: ANN401
    claims = {f"c{number}": Claim(id=f"c{number}", title=text) for number, text in enumerate(ODD)}
    shown = draw(to_mermaid(diagram_of(ArgumentMap(claims=claims))))
    assert [squeezed(text) for text in shown] == [squeezed(text) for text in ODD]


@pytest.mark.parametrize("group_by", ["none", "person", "source"])
def test_mermaid_draws_the_sample_map(draw: Any, repository: Path, group_by: Any) -> None:  # noqa: ANN401
    diagram = diagram_of(argmap.load(repository / "data"), Selection(include_inferred=True))
    assert len(draw(to_mermaid(diagram, group_by=group_by))) == len(diagram.boxes)


def squeezed(text: str) -> str:
    return "".join(text.replace("\u2060", "").split())
