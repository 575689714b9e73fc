import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Claim
from argmap.queries.buckets import Bucket
from argmap.queries.select import Selection
from argmap.render.build import build_diagram
from argmap.render.characters import legal
from argmap.render.diagram import Box, Diagram
from argmap.render.dot import DIRECTIONS, Direction, DotStyle, to_dot
from argmap.render.dot.boxes import UNCHALLENGED
from argmap.render.engine import lay_out
from argmap.render.grouping import GroupBy
from argmap.render.maps import diagram_of
from tests.examples import examples
from tests.maps import NASTY, argument_maps

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="session")
def debate_map(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "tests" / "golden" / "debate.yaml")


@pytest.fixture(scope="session")
def sample(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "data")


def drawn(dot: str) -> ET.Element:
    return ET.fromstring(lay_out(dot).output.decode())  # noqa: S314 — our own engine wrote it


def ids(svg: ET.Element, kind: str) -> list[str | None]:
    return [group.get("id") for group in svg.iter(f"{SVG}g") if (group.get("class") or "").startswith(kind)]


def size(svg: ET.Element) -> tuple[float, float]:
    return float((svg.get("width") or "").removesuffix("pt")), float(
        (svg.get("height") or "").removesuffix("pt")
    )


@pytest.mark.parametrize("group_by", ["none", "person", "source"])
@pytest.mark.parametrize("direction", [None, *DIRECTIONS])
def test_every_element_is_drawn_once_under_its_own_id(
    debate_map: ArgumentMap, group_by: GroupBy, direction: Direction | None
) -> None:
    diagram = diagram_of(debate_map, Selection(include_inferred=True))
    svg = drawn(to_dot(diagram, DotStyle(direction, group_by=group_by)))
    nodes = [*(box.id for box in diagram.boxes), *(joint.id for joint in diagram.joints)]
    assert sorted(map(str, ids(svg, "node"))) == sorted(nodes)
    assert sorted(map(str, ids(svg, "edge"))) == sorted(line.id for line in diagram.lines)


@pytest.mark.parametrize("include_inferred", [False, True])
def test_the_sample_map_has_the_shape_of_a_page(sample: ArgumentMap, *, include_inferred: bool) -> None:
    dot = to_dot(diagram_of(sample, Selection(include_inferred=include_inferred)))
    width, height = size(drawn(dot))
    assert 1 / 2 <= width / height <= 2.2


def test_boxes_do_not_overlap(sample: ArgumentMap) -> None:
    diagram = diagram_of(sample)
    layout = lay_out(to_dot(diagram), "plain").output.decode()
    boxes = []
    for box in diagram.boxes:
        found = re.search(rf'^node "?{re.escape(box.id)}"? (\S+) (\S+) (\S+) (\S+) ', layout, re.MULTILINE)
        assert found
        boxes.append(tuple(map(float, found.groups())))
    for number, (x, y, width, height) in enumerate(boxes):
        for other_x, other_y, other_width, other_height in boxes[number + 1 :]:
            apart_x = abs(x - other_x) >= (width + other_width) / 2 - 0.01
            apart_y = abs(y - other_y) >= (height + other_height) / 2 - 0.01
            assert apart_x or apart_y


def test_cards_are_as_large_as_graphviz_makes_them(debate_map: ArgumentMap) -> None:
    from argmap.render.dot.boxes import Card
    from argmap.render.theme import DEFAULT

    diagram = diagram_of(debate_map)
    layout = lay_out(to_dot(diagram), "plain").output.decode()
    for box in diagram.boxes:
        found = re.search(rf'^node "?{re.escape(box.id)}"? \S+ \S+ (\S+) (\S+) ', layout, re.MULTILINE)
        assert found
        card = Card(box, "#000000", DEFAULT, "full")
        assert float(found[1]) * 72 == pytest.approx(card.width, abs=0.1)
        assert float(found[2]) * 72 == pytest.approx(card.height, abs=0.1)


def legend_words(diagram: Diagram) -> str:
    return to_dot(diagram).splitlines()[1]


def test_the_legend_shows_only_what_occurs(debate_map: ArgumentMap) -> None:
    whole = legend_words(diagram_of(debate_map, Selection(include_inferred=True)))
    assert all(word in whole for word in ("rebuts", "undercuts", "supports", "joint premises", "inferred"))
    alone = legend_words(build_diagram(debate_map, ["ada-children"], {"ada-children": Bucket.UNCHALLENGED}))
    assert f">{UNCHALLENGED}<" in alone
    assert "Ada Lindqvist" in alone
    absent = (
        "rebuts",
        "undermines",
        "undercuts",
        "supports",
        "together",
        "inferred",
        "challenge or",
        "Boris",
    )
    assert not any(word in alone for word in absent)


def test_a_picture_without_title_and_people_has_no_heading() -> None:
    diagram = Diagram("", "", (), (), ())
    assert "label=" not in to_dot(diagram)


def test_where_nobody_speaks_no_box_says_so() -> None:
    box = Box(
        "x",
        is_rebuttal=False,
        speaker=None,
        speaker_name="nobody named",
        title="Title",
        text="Text.",
        source=None,
        source_name="",
        bucket=Bucket.UNCHALLENGED,
        status="",
        inferred=False,
        tooltip="",
    )
    dot = to_dot(Diagram("T", "", (box,), (), ()))
    assert "nobody named" not in dot
    assert dot.count(f">{UNCHALLENGED}<") == 2  # in the legend, and in the box
    other = replace(box, id="y", speaker="ada", speaker_name="Ada")
    assert to_dot(Diagram("T", "", (box, other), (), (), ("ada",))).count("nobody named") == 2


def edges_in(dot: str, axis: int) -> dict[str, float]:
    """Node -> its left edge in inches; its upper edge for axis 1, counted downwards."""
    places = {}
    layout = lay_out(dot, "plain").output.decode()
    for found in re.finditer(r'^node ("[^"]+"|\S+) (\S+) (\S+) (\S+) (\S+) ', layout, re.MULTILINE):
        x, y, width, height = map(float, found.groups()[1:])
        places[found[1].strip('"')] = -y - height / 2 if axis else x - width / 2
    return places


@pytest.mark.parametrize(("direction", "axis"), [("BT", 0), ("LR", 1)])
def test_all_shelves_begin_on_one_line(sample: ArgumentMap, direction: Direction, axis: int) -> None:
    dot = to_dot(diagram_of(sample), DotStyle(direction))
    places, shelves = edges_in(dot, axis), shelves_in(dot)
    starts = [min(places[node] for node in nodes) for nodes in shelves]
    assert len(shelves) > 1
    assert max(starts) - min(starts) < 0.2


def shelves_in(dot: str) -> list[list[str]]:
    """The nodes at the edge of the picture, by unbroken runs of levels."""
    marked = re.findall(r'^"level (\d+)" -> "([^"]+)" \[style=invis weight=1\]', dot, re.MULTILINE)
    at = {int(level): [node for one, node in marked if one == level] for level, _ in marked}
    shelves: list[list[str]] = []
    last = -10
    for level in sorted(at):
        if level - last > 2:
            shelves.append([])
        shelves[-1] += at[level]
        last = level
    return shelves


def test_unchallenged_claims_and_open_challenges_are_marked(debate_map: ArgumentMap) -> None:
    nodes = {
        line.split('"')[1]: line for line in to_dot(diagram_of(debate_map)).splitlines() if "TABLE" in line
    }
    assert f"{UNCHALLENGED} unchallenged" in nodes["ada-children"]
    assert 'class="challenge open"' in nodes["boris-forty"]
    assert "open: reply owed by Chen Wei" in nodes["boris-forty"]
    assert "unchallenged" not in nodes["ada-close"]


def test_less_text_is_shown_on_demand_and_all_of_it_in_tooltips(debate_map: ArgumentMap) -> None:
    diagram = diagram_of(debate_map)
    for text in ("full", "short", "title"):
        dot = to_dot(diagram, DotStyle(text=text))
        assert "Market Street should be closed to cars." in dot
    assert "Lorries cannot" not in re.sub(r'tooltip="[^"]*"', "", to_dot(diagram, DotStyle(text="title")))


@pytest.mark.parametrize("engine", ["neato", "fdp", "sfdp", "circo", "twopi", "osage"])
def test_other_engines_get_no_levels(debate_map: ArgumentMap, engine: str) -> None:
    dot = to_dot(diagram_of(debate_map), DotStyle(engine=engine))
    assert "rank=same" not in dot
    assert f'layout="{engine}"' in dot
    assert len(ids(drawn(dot), "node")) == len(diagram_of(debate_map).boxes) + 2


def test_the_bytes_do_not_depend_on_the_hash_seed(repository: Path) -> None:
    def run(seed: int, form: str) -> bytes:
        command = [
            sys.executable,
            "-m",
            "argmap",
            "render",
            form,
            "--include-inferred",
            "--group-by",
            "person",
        ]
        environment = {"PYTHONHASHSEED": str(seed), "ARGMAP_MAP": str(repository / "data")}
        return subprocess.run(
            command, capture_output=True, check=True, env=environment, cwd=repository
        ).stdout

    for form in ("--dot", "--mermaid"):
        assert run(1, form) == run(2, form)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(argument_maps(), st.sampled_from(["none", "person"]), st.sampled_from(["full", "title"]))
def test_any_map_is_drawn(amap: ArgumentMap, group_by: str, text: str) -> None:
    diagram = build_diagram(amap, list(amap.statements))
    svg = drawn(to_dot(diagram, DotStyle(group_by=group_by, text=text)))  # type: ignore[arg-type]
    assert len(ids(svg, "node")) == len(diagram.boxes) + len(diagram.joints)
    assert len(ids(svg, "edge")) == len(diagram.lines)


WORDS = st.text(st.characters(), min_size=1, max_size=40) | st.sampled_from(NASTY)


@settings(max_examples=examples(30), deadline=None)
@given(WORDS)
@example(r"\N \G \E \\ \L")
def test_any_text_reaches_the_picture_as_it_is(text: str) -> None:
    box = Box("x", False, None, text, text, text, None, text, None, text, False, text)  # noqa: FBT003
    diagram = Diagram(text, text, (box,), (), ())
    svg = drawn(to_dot(diagram, DotStyle(group_by="source")))
    shown = squeezed("".join(part.text or "" for part in svg.iter(f"{SVG}text")))
    for copy in (shown, squeezed(tooltip(svg))):
        assert squeezed(printed(text)) in copy


def printed(text: str) -> str:
    """What is left of a text without the characters that XML forbids."""
    return legal("".join(" " if ord(one) < 0x20 or 0x7F <= ord(one) < 0xA0 else one for one in text))


def squeezed(text: str) -> str:
    """A text without white space, where lines may break."""
    return "".join(text.split()).replace("\u200b", "")


def tooltip(svg: ET.Element) -> str:
    names = [anchor.get("{http://www.w3.org/1999/xlink}title") for anchor in svg.iter(f"{SVG}a")]
    return "".join(filter(None, names))


def test_an_empty_line_parts_paragraphs_where_the_text_is_whole() -> None:
    claim = Claim(id="a", title="T", text="First.\n\nSecond,\nin two lines.")
    diagram = diagram_of(ArgumentMap(claims={"a": claim}), Selection())
    line = '<BR ALIGN="LEFT"/>'
    assert f"First.{line}{line}Second, in two lines.{line}" in to_dot(diagram, DotStyle(text="full"))
    assert f"First. Second, in two lines.{line}" in to_dot(diagram, DotStyle(text="short"))
