"""What an overview says, and whether it can be read from the back row."""

import re
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.diagram import Relation
from argmap.render.dot import DotStyle, shown_to_dot
from argmap.render.draw import draw
from argmap.render.fonts.measure import is_known
from argmap.render.maps import caption_of
from argmap.render.overview import MANY_BOXES, MOST_IN_A_TREE, Overview
from argmap.render.svg.extents import Extent, around, reach
from argmap.render.themes import BUILT_IN
from argmap.render.views import view_of
from tests.examples import examples
from tests.maps import argument_maps
from tests.sketch import sketch

ALL = Selection(include_inferred=True)
SVG = "{http://www.w3.org/2000/svg}"
LEAST = 1 / 46


def shown_of(amap: ArgumentMap, selection: Selection = ALL) -> Overview:
    shown = view_of(amap, "overview", selection)
    assert isinstance(shown, Overview)
    return shown


def picture(amap: ArgumentMap, selection: Selection, style: DotStyle | None = None) -> ET.Element:
    shown = shown_of(amap, selection)
    dot = shown_to_dot(shown, style)
    return ET.fromstring(draw(dot, "svg", caption_of(amap, shown.diagram)).data)  # noqa: S314 — ours


def boxes_in(root: ET.Element) -> dict[str, Extent]:
    """Say how far each box reaches, without the heads and grounds of frames."""
    found: dict[str, Extent] = {}
    for group in nodes_in(root):
        parts = [reach(plain(part)) for part in group if part.tag == f"{SVG}polygon"]
        whole = around(parts)
        if whole:
            found[group.get("id", "")] = Extent(*whole)
    return found


def nodes_in(root: ET.Element) -> list[ET.Element]:
    groups = (group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("node "))
    return [group for group in groups if "speaker" not in group.get("class", "").split()]


def plain(element: ET.Element) -> ET.Element:
    bare = ET.Element(element.tag.removeprefix(SVG), element.attrib)
    bare.text = element.text
    return bare


def corners_in(root: ET.Element) -> dict[str, list[tuple[float, float]]]:
    found = {}
    for group in root.iter(f"{SVG}g"):
        if group.get("class", "").startswith("edge "):
            (path,) = group.iter(f"{SVG}path")
            numbers = list(map(float, re.findall(r"-?[\d.]+", path.get("d", ""))))
            found[group.get("id", "")] = list(zip(numbers[::2], numbers[1::2], strict=True))[::3]
    return found


def shrunk(box: Extent, by: float) -> Extent:
    return Extent(box.left + by, box.top + by, box.right - by, box.bottom - by)


@settings(max_examples=examples(30))
@given(argument_maps())
def test_no_box_stands_on_another_and_no_line_runs_over_one(amap: ArgumentMap) -> None:
    root = picture(amap, ALL)
    boxes = boxes_in(root)
    assert set(boxes) == {box.id for box in shown_of(amap).boxes}
    assert not [pair for pair in combinations(boxes.values(), 2) if shrunk(pair[0], 2).meets(pair[1])]
    for corners in corners_in(root).values():
        for one, other in pairwise(corners):
            way = Extent(*map(min, one, other), *map(max, one, other))
            assert not [key for key, box in boxes.items() if shrunk(box, 3).meets(way)], (corners, boxes)


@settings(max_examples=examples(30))
@given(argument_maps())
def test_no_text_leaves_its_box(amap: ArgumentMap) -> None:
    root = picture(amap, ALL)
    boxes = boxes_in(root)
    for group in nodes_in(root):
        for text in group.iter(f"{SVG}text"):
            if is_known(text.text or ""):
                assert shrunk(boxes[group.get("id", "")], -1).holds(reach(plain(text)))


@pytest.mark.parametrize("theme", BUILT_IN)
def test_the_sample_map_can_be_read_from_the_back_row(repository: Path, theme: str) -> None:
    root = picture(argmap.load(repository / "data"), Selection(), DotStyle(theme=BUILT_IN[theme]))
    assert size_on_a_slide(root) >= LEAST


def size_on_a_slide(root: ET.Element) -> float:
    """Give the size of the smallest text as a part of the height of a slide that the picture fills."""
    width, height = (float(root.get(key, "").removesuffix("pt")) for key in ("width", "height"))
    smallest = min(float(text.get("font-size", "14")) for text in root.iter(f"{SVG}text"))
    return smallest / max(height, width * 9 / 16)


@pytest.mark.parametrize(
    ("selection", "least"),
    [
        (Selection(focus=("istomin",), depth=1), LEAST),
        (Selection(focus=("istomin-partnerships-of-pariahs",), depth=2), LEAST),
        (Selection(focus=("bordachev-no-true-allies",), depth=3, include_inferred=True), LEAST),
        (Selection(focus=("baykov",), depth=2, include_inferred=True), LEAST),
        # Twice as many challenges as without.
        (ALL, 1 / 48),
    ],
)
def test_a_part_of_it_and_all_that_is_inferred_can_as_well(
    repository: Path, selection: Selection, least: float
) -> None:
    assert size_on_a_slide(picture(argmap.load(repository / "data"), selection)) >= least


def test_of_many_challengers_one_is_named() -> None:
    people = [f"critic{number}" for number in range(MANY_BOXES)]
    shown = shown_of(sketch("ada: a\n" + "\n".join(f"{person}: {person}-says -> a" for person in people)))
    (group,) = (box for box in shown.boxes if box.is_rebuttal)
    assert group.speaker_name == f"critic0 and {MANY_BOXES - 1} others"
    assert all(person in group.tooltip.splitlines()[0] for person in people)


def test_a_tree_that_would_be_too_high_stands_in_pieces_beside_others() -> None:
    grounds = "\n".join(f"ada: g{at}" for at in range(6))
    text = "ada: a" + "".join(f" < g{at}" for at in range(6)) + "\n" + grounds
    alone = shown_of(theses(text))
    assert len(alone.under) == 6
    among_others = shown_of(theses(f"{text}\nbob: b"))
    assert 0 < len(among_others.under) < MOST_IN_A_TREE
    assert {line.id for line in among_others.diagram.lines} == {line.id for line in alone.diagram.lines}


def test_the_sample_map_comes_to_a_few_boxes(repository: Path) -> None:
    shown = shown_of(argmap.load(repository / "data"), Selection())
    assert len(shown.boxes) <= MANY_BOXES
    statuses = {box.title: box.status for box in shown.boxes}
    assert statuses["Stigma pushes the pariahs together"] == "rests on 3 claims · 3 challenges, 3 open"
    assert "open: reply owed by Igor Istomin" in statuses.values()
    assert not shown.note


def test_what_many_challenge_is_counted_with_how_many_are_open() -> None:
    replies = "\n".join(f"bob: r{number} -> a" for number in range(5))
    amap = sketch(f"ada: a\nbob: b\n{replies}\nada: s -> r0")
    (group,) = (box for box in shown_of(amap).boxes if box.is_rebuttal)
    assert (group.title, group.status) == ("5 challenges", "4 open: replies owed by ada")
    assert group.stands_for == 5
    assert caption_of(amap, shown_of(amap).diagram).description == "2 claims, 5 rebuttals."


def test_what_nobody_voiced_is_dotted_and_no_debt() -> None:
    shown = shown_of(sketch("ada: a\nbob: r -> a [inferred]"))
    assert [box.status for box in shown.boxes] == ["1 challenge inferred", "inferred"]
    assert [(line.relation, line.inferred) for line in shown.diagram.lines] == [(Relation.CHALLENGE, True)]
    assert not shown_of(sketch("ada: a\nbob: r -> a [inferred]"), Selection()).diagram.lines


def test_theses_of_one_speaker_stand_beneath_one_another() -> None:
    shown = shown_of(theses("ada: a < b\nada: b < c\nbob: c"))
    assert shown.under == {"b": "a"}
    assert [(line.tail, line.head) for line in shown.diagram.lines] == [("b", "a"), ("c", "b")]


def test_what_is_left_out_is_said() -> None:
    shown = shown_of(sketch("\n".join(f"ada: c{number}" for number in range(14))))
    assert shown.note == "Not shown: 2 theses with less beneath or against them."


def test_a_rebuttal_may_be_the_thesis_where_no_claim_is() -> None:
    amap = sketch("ada: a\nbob: r -> a\nada: s -> r")
    shown = shown_of(amap, Selection(focus=("r",), by=("bob",)))
    assert [box.id for box in shown.boxes] == ["r"]


def theses(text: str) -> ArgumentMap:
    amap = sketch(text)
    claims = {key: claim.model_copy(update={"main": True}) for key, claim in amap.claims.items()}
    return replace(amap, claims=claims)
