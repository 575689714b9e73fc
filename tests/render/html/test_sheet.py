"""A page carries a drawing for readers without scripts, or says plainly that it has none."""

import re
from pathlib import Path

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.render import draw
from argmap.render.engine import Layout, lay_out
from argmap.render.html import sheet
from argmap.render.maps import diagram_of
from argmap.render.options import RenderOptions
from argmap.render.service import render
from tests.browser.debates import hostile, large
from tests.render.html.test_page import Page

_SENTENCE = "The picture of this map needs scripts"
_BOX = re.compile(r'<g id="([^"]*)" class="[^"]*\bstatement"')


@pytest.fixture(scope="module")
def debate(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "tests" / "golden" / "debate.yaml")


def _written(argument_map: ArgumentMap, **options: str) -> str:
    return render(argument_map, RenderOptions(format="html", **options)).data.decode()  # type: ignore[arg-type]  # names of options


def _shown(argument_map: ArgumentMap) -> set[str]:
    return {box.id for box in diagram_of(argument_map).boxes}


def _part(page: str, pattern: str) -> str:
    found = re.search(pattern, page, re.DOTALL)
    assert found
    return found[1]


def test_up_to_the_limit_readers_without_scripts_have_the_drawing(
    debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "DRAWN_AT_MOST", len(_shown(debate)))
    page = _written(debate)
    drawing = _part(page, r'<noscript id="ui:drawing">(.*?)</noscript>')
    assert set(_BOX.findall(drawing)) == _shown(debate)
    assert 'class="edge' in drawing
    assert _SENTENCE not in page


def test_beyond_it_they_are_told_that_the_picture_needs_scripts(
    debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = _written(debate)
    monkeypatch.setattr(sheet, "DRAWN_AT_MOST", len(_shown(debate)) - 1)
    page = _written(debate)
    assert f'<noscript><p class="needs-scripts">{_SENTENCE}' in page
    boxes = _part(page, r'<script type="image/svg\+xml" id="ui:drawing">(.*?)</script>')
    assert set(_BOX.findall(boxes)) == _shown(debate)
    assert 'class="edge' not in boxes
    for shared in (r'(<noscript id="ui:entries">.*?</noscript>)', r'(<ul class="legend">.*?</ul>)'):
        assert re.sub(r"<svg.*?</svg>", "", _part(page, shared), flags=re.DOTALL) == re.sub(
            r"<svg.*?</svg>", "", _part(drawn, shared), flags=re.DOTALL
        )


def test_lines_of_the_legend_have_their_strokes_which_a_dark_screen_repaints_as_ever(
    debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = _written(debate)
    monkeypatch.setattr(sheet, "DRAWN_AT_MOST", 0)
    page = _written(debate)
    strokes = re.findall(r'<svg class="stroke picture".*?</svg>', page, re.DOTALL)
    assert len(strokes) >= 2
    colours = {colour for one in strokes for colour in re.findall(r'stroke="(#[0-9a-f]+)"', one)}
    rules = [f'[stroke="{colour}"]{{stroke:light-dark(' for colour in sorted(colours)]
    assert [rule in page for rule in rules] == [rule in drawn for rule in rules]


def test_graphviz_lays_out_no_more_than_the_lines_of_the_legend(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []

    def spy(dot: str, *rest: str, **more: object) -> Layout:
        laid.append(dot)
        return lay_out(dot, *rest, **more)  # type: ignore[arg-type]  # passed on as it is

    monkeypatch.setattr(draw, "lay_out", spy)
    monkeypatch.setattr(sheet, "DRAWN_AT_MOST", 100)
    page = _written(large(200))
    assert len(_BOX.findall(page)) == 200
    assert len(laid) == 1
    assert 0 < len(re.findall(r'id="?s\d+"?[ \]]', laid[0])) <= 12


def test_what_only_moves_boxes_in_a_drawing_is_said_to_change_nothing(
    debate: ArgumentMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = RenderOptions(format="html", layout="neato", group_by="person")
    assert render(debate, options).warnings == ()
    monkeypatch.setattr(sheet, "DRAWN_AT_MOST", 1)
    assert render(debate, options).warnings == (
        "`group_by` changes nothing: the page of more than 1 statements lays itself out",
        "`layout` changes nothing: the page of more than 1 statements lays itself out",
    )
    assert render(debate, RenderOptions(format="html", view="dialogue")).warnings == ()


def test_hostile_texts_stay_texts_in_boxes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "DRAWN_AT_MOST", 1)
    found = Page(_written(hostile()))
    kinds = [(tag, attributes.get("type")) for tag, attributes in found.elements if tag == "script"]
    scripts = [None, "image/svg+xml", "application/json", "module"]
    assert kinds == [("script", kind) for kind in scripts]
    assert not {"img", "iframe", "object", "embed", "base"} & {tag for tag, _ in found.elements}


def test_the_documentation_states_the_limit(repository: Path) -> None:
    words = " ".join((repository / "docs" / "viewer.md").read_text("utf-8").split())
    assert f"more than {sheet.DRAWN_AT_MOST:,} statements carries no drawing" in words
