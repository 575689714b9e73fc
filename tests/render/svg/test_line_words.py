"""Words beside lines touch nothing, whatever Graphviz made of them, and all formats are drawn from that."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.render.dot import Direction, DotStyle, shown_to_dot, shown_to_plan
from argmap.render.engine import lay_out
from argmap.render.fonts.measure import text_width
from argmap.render.room import room_for
from argmap.render.svg.extents import SHAPES, Extent, around, extent, numbers_in
from argmap.render.svg.finish import Caption, finished
from argmap.render.svg.line_words import settle
from argmap.render.views import View, view_of

CAPTION = Caption("T")
CENTIMETRES = 72 / 2.54
NEAR = 1.5
"""Points: a line is at most so far from its middle to its edge, and a little must be left."""


@pytest.fixture(scope="module")
def debate(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "data")


def crowd(claims: int) -> ArgumentMap:
    """Many claims, each attacked twice: more boxes than words get room for."""
    said = [Claim(id=f"c{number}", text="A claim.") for number in range(claims)]
    denied = [
        Rebuttal.model_validate({"id": f"r{number}", "text": "No.", "attacks": f"c{number // 2}"})
        for number in range(2 * claims)
    ]
    return ArgumentMap(claims={one.id: one for one in said}, rebuttals={one.id: one for one in denied})


def groups(root: Element, kind: str) -> list[Element]:
    return [group for group in root.iter("g") if group.get("class", "").startswith(kind)]


def word_of(edge: Element) -> Extent | None:
    text = edge.find("text")
    if text is None:
        return None
    assert text.get("text-anchor") == "middle"
    width = text_width((text.text or "").strip(), 9)
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    return Extent(x - width / 2, y - 6.4, x + width / 2, y + 1.8)


def points_of(edge: Element) -> Iterator[tuple[float, float]]:
    """Yield points of a line and of its arrowheads, much closer together than a word is high."""
    for path in edge.iter("path"):
        numbers = numbers_in(path.get("d", ""))
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        for at in range(0, len(points) - 3, 3):
            for step in range(101):
                t = step / 100
                weights = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
                curve = points[at : at + 4]
                yield (
                    sum(weight * point[0] for weight, point in zip(weights, curve, strict=True)),
                    sum(weight * point[1] for weight, point in zip(weights, curve, strict=True)),
                )
    for shape in edge.iter("polygon"):
        numbers = numbers_in(shape.get("points", ""))
        yield from zip(numbers[::2], numbers[1::2], strict=True)


def touching(root: Element) -> list[str]:
    """Say which words touch what."""
    words = {edge.get("id", ""): word for edge in groups(root, "edge") if (word := word_of(edge))}
    found = []
    wider = {
        key: Extent(w.left - NEAR, w.top - NEAR, w.right + NEAR, w.bottom + NEAR) for key, w in words.items()
    }
    for edge in groups(root, "edge"):
        reach = around(Extent(*extent(shape)) for shape in edge if shape.tag in SHAPES)
        for key, wide in wider.items():
            if (
                reach
                and wide.meets(reach)
                and any(wide.left < x < wide.right and wide.top < y < wide.bottom for x, y in points_of(edge))
            ):
                found.append(f"{key} touches the line {edge.get('id')}")
    for node in groups(root, "node"):
        if box := around(Extent(*extent(shape)) for shape in node.iter() if shape.tag in SHAPES):
            found += [f"{key} lies on {node.get('id')}" for key, word in words.items() if word.meets(box)]
    keys = list(words)
    for at, key in enumerate(keys):
        found += [f"{key} lies on {other}" for other in keys[:at] if words[key].meets(words[other])]
    assert words
    return found


@pytest.mark.parametrize("direction", [None, "LR", "TB"])
@pytest.mark.parametrize("view", ["map", "dialogue"])
def test_no_word_of_the_sample_map_touches_anything(
    debate: ArgumentMap, view: View, direction: Direction | None
) -> None:
    plan = shown_to_plan(view_of(debate, view), DotStyle(direction=direction))
    assert touching(finished(lay_out(plan.dot).output, CAPTION, plan.parts)) == []


def test_no_word_of_a_narrow_figure_touches_anything(debate: ArgumentMap) -> None:
    style = DotStyle(room=room_for(None, 12 * CENTIMETRES))
    plan = shown_to_plan(view_of(debate, "dialogue"), style)
    assert touching(finished(lay_out(plan.dot).output, CAPTION, plan.parts)) == []


def test_words_of_a_large_map_touch_nothing_though_graphviz_does_not_know_them() -> None:
    plan = shown_to_plan(view_of(crowd(51)))
    assert 'label=" rebuts "' not in plan.dot
    root = finished(lay_out(plan.dot).output, CAPTION, plan.parts)
    texts = [edge.findtext("text") for edge in groups(root, "edge")]
    assert texts == ["rebuts"] * 102
    assert touching(root) == []


def test_lines_and_joints_say_what_they_say_in_the_whole_graph(debate: ArgumentMap) -> None:
    shown = view_of(debate)
    plan = shown_to_plan(shown)
    ours = finished(lay_out(plan.dot).output, CAPTION, plan.parts)
    theirs = finished(lay_out(shown_to_dot(shown)).output, CAPTION)

    def said(root: Element) -> list[tuple[str | None, str | None, str | None]]:
        both = [*groups(root, "edge"), *groups(root, "node inference")]
        return [(one.get("id"), one.get("aria-label"), one.findtext("title")) for one in both]

    assert said(ours) == said(theirs)


def test_two_lines_with_the_same_ends_are_told_apart() -> None:
    both = [{"target": "a", "kind": "rebut"}, {"target": "a", "kind": "undermine"}]
    debate = ArgumentMap(
        claims={"a": Claim(id="a", text="A.")},
        rebuttals={"b": Rebuttal.model_validate({"id": "b", "text": "B.", "attacks": both})},
    )
    shown = view_of(debate)
    plan = shown_to_plan(shown)
    root = finished(lay_out(plan.dot).output, CAPTION, plan.parts)
    assert len({edge.findtext("title") for edge in groups(root, "edge")}) == 2


def drawing(end: tuple[float, float], word: tuple[float, float]) -> tuple[Element, Element]:
    """Draw one straight line from the middle of a large sheet, and a word near it."""
    root = Element("svg", {"width": "999pt", "height": "999pt", "viewBox": "0 0 999 999"})
    graph = SubElement(root, "g", {"class": "graph", "transform": "translate(500 500)"})
    edge = SubElement(graph, "g", {"class": "edge", "id": "e"})
    x, y = end
    SubElement(edge, "path", {"d": f"M0,0C{x / 3},{y / 3} {2 * x / 3},{2 * y / 3} {x},{y}"})
    looks = {"text-anchor": "middle", "x": f"{word[0]}", "y": f"{word[1]}", "font-size": "9"}
    SubElement(edge, "text", looks).text = "rebuts"
    return root, edge


ends = st.integers(-200, 200)
nearby = st.integers(-30, 30)


@given(st.tuples(ends, ends).filter(lambda end: abs(end[0]) + abs(end[1]) > 40), nearby, nearby)
def test_a_word_near_a_line_ends_beside_it(end: tuple[int, int], across: int, down: int) -> None:
    root, edge = drawing(end, (end[0] / 2 + across, end[1] / 2 + down))
    before = word_of(edge)
    was_free = not touching(root)
    settle(root, [edge], {})
    assert touching(root) == []
    assert not was_free or abs(word_of(edge).left - before.left) < 20  # type: ignore[union-attr]


def test_a_word_stays_on_the_sheet_and_off_boxes() -> None:
    root, edge = drawing((0, 90), (0, 45))
    right = Extent(1, 0, 60, 90)
    settle(root, [edge, Element("g", {"class": "node", "id": "n"})], {"n": right})
    word = word_of(edge)
    assert word is not None
    assert word.right < 0


def test_where_no_place_is_free_the_word_stays() -> None:
    root, edge = drawing((0, 30), (0, 15))
    node = Element("g", {"class": "node", "id": "n"})
    settle(root, [edge, node], {"n": Extent(-300, -300, 300, 300)})
    text = edge.find("text")
    assert text is not None
    assert "rebuts" in (text.text or "")
