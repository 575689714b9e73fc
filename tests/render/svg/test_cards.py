"""Boxes are drawn as Graphviz itself draws the tables of the DOT text, and hold every word."""

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.render.build import build_diagram
from argmap.render.diagram import Box, Diagram
from argmap.render.dot import DotStyle, shown_to_dot, shown_to_plan, to_plan
from argmap.render.engine import lay_out
from argmap.render.overlay import FRAMES, with_statuses
from argmap.render.svg.extents import numbers_in
from argmap.render.svg.finish import Caption, finished
from argmap.render.svg.markup import MarkupError
from argmap.render.views import View, diagram_in, view_of, with_diagram
from tests.examples import examples
from tests.maps import NASTY, argument_maps

CAPTION = Caption("T")
# Graphviz takes a sign for as wide as its bytes, so that a mark does not end where its row does.
_ROUGHLY = 6.0


@pytest.fixture(scope="module")
def debate(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "tests" / "golden" / "debate.yaml")


def nodes(svg: Element) -> dict[str, Element]:
    groups = (group for group in svg.iter("g") if group.get("class", "").startswith("node"))
    return {group.get("id", ""): group for group in groups}


def looks(element: Element) -> dict[str, str]:
    """What is seen of an element, but where it stands; of a shape without outline no pen is seen."""
    unseen = {"points", "x", "y"}
    if element.get("stroke") == "none":
        unseen |= {"stroke-width", "stroke-dasharray"}
    return {key: value for key, value in element.attrib.items() if key not in unseen}


@pytest.mark.parametrize("text", ["full", "short", "title"])
@pytest.mark.parametrize("view", ["map", "flow"])
@pytest.mark.parametrize("standing", ["", *FRAMES])
def test_boxes_look_as_graphviz_draws_them(debate: ArgumentMap, view: View, text: str, standing: str) -> None:
    shown = view_of(debate, view)
    if standing:
        statuses = dict.fromkeys(debate.statements, standing)
        shown = with_diagram(shown, with_statuses(diagram_in(shown), statuses, "grounded"))
    style = DotStyle(text=text)  # type: ignore[arg-type]
    plan = shown_to_plan(shown, style)
    ours = nodes(finished(lay_out(plan.dot).output, CAPTION, plan.parts))
    theirs = nodes(finished(lay_out(shown_to_dot(shown, style)).output, CAPTION))
    assert list(ours) == list(theirs)
    for key, group in theirs.items():
        pairs = list(zip(ours[key].iter(), group.iter(), strict=True))
        for one, other in pairs:
            assert (one.tag, one.text, looks(one)) == (other.tag, other.text, looks(other))
            is_mark = one.get("font-style") == "italic"
            for name in ("points", "x", "y"):
                numbers = numbers_in(other.get(name, ""))
                near = _ROUGHLY if is_mark and name == "x" else 0.05
                assert numbers_in(one.get(name, "")) == pytest.approx(numbers, abs=near)


def test_a_mark_ends_where_the_text_of_its_row_may() -> None:
    box = Box("x", False, None, "Ada", "Title", "", None, "", None, "", True, "")  # noqa: FBT003
    plan = to_plan(Diagram("", "", (box, replace(box, id="y", speaker="ada")), (), (), ("ada",)))
    root = finished(lay_out(plan.dot).output, CAPTION, plan.parts)
    mark = next(text for text in nodes(root)["x"].iter("text") if text.get("font-style"))
    right = max(numbers_in(nodes(root)["x"].find("polygon").get("points"))[::2])  # type: ignore[union-attr, arg-type]
    assert float(mark.get("x", "")) + float(mark.get("textLength", "")) == pytest.approx(right - 5, abs=0.02)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(argument_maps(), st.sampled_from(["none", "person"]), st.sampled_from(["full", "title"]))
def test_every_box_of_any_map_has_its_place(amap: ArgumentMap, group_by: str, text: str) -> None:
    diagram = build_diagram(amap, list(amap.statements))
    plan = to_plan(diagram, DotStyle(group_by=group_by, text=text))  # type: ignore[arg-type]
    groups = nodes(finished(lay_out(plan.dot).output, CAPTION, plan.parts))
    for box in diagram.boxes:
        shown = [text.text for text in groups[box.id].iter("text")]
        lines = [line for row in plan.parts.cards[box.id].rows for line in (*row.lines, row.mark) if line]
        assert sorted(filter(None, shown)) == sorted(lines)
        assert groups[box.id].findtext("title", "") == plan.parts.cards[box.id].tooltip


@pytest.mark.parametrize("engine", ["neato", "osage", "patchwork"])
def test_other_engines_leave_room_as_well(debate: ArgumentMap, engine: str) -> None:
    plan = shown_to_plan(view_of(debate), DotStyle(engine=engine))
    groups = nodes(finished(lay_out(plan.dot, engine=engine).output, CAPTION, plan.parts))
    for key, card in plan.parts.cards.items():
        xs = [x for shape in groups[key].iter("polygon") for x in numbers_in(shape.get("points", ""))[::2]]
        inset = 0 if card.is_filled or card.border == 1 else card.border / 2
        assert max(xs) - min(xs) + 2 * inset == pytest.approx(card.width, abs=0.05)


@pytest.mark.parametrize("words", NASTY)
def test_any_words_of_a_box_reach_the_picture(words: str) -> None:
    box = Box("x", False, None, words, words, words, None, "", None, "", False, words)  # noqa: FBT003
    plan = to_plan(Diagram("", "", (box,), (), ()))
    group = nodes(finished(lay_out(plan.dot).output, CAPTION, plan.parts))["x"]
    lines = [line for row in plan.parts.cards["x"].rows for line in row.lines if line]
    assert [text.text for text in group.iter("text")] == lines


def test_a_box_without_a_place_is_told(debate: ArgumentMap) -> None:
    parts = shown_to_plan(view_of(debate)).parts
    with pytest.raises(MarkupError, match="no place for ada-") as caught:
        finished(lay_out("digraph { a }").output, CAPTION, parts)
    assert "more" in str(caught.value)
