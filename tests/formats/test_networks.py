"""Formats that other programs' own readers open."""

import csv
import io
import json
from collections.abc import Callable

import networkx as nx
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats.base import ExportError
from argmap.formats.registry import BY_NAME
from argmap.model import Claim, Person, Rebuttal, Source
from tests.examples import examples

NASTY = '=1+1 <b> & "quotes" ]]> \u202e \n -- #x; мир'


def make_map(text: str = NASTY) -> ArgumentMap:
    return ArgumentMap(
        people={"ada": Person(name="Ada", affiliation="Somewhere")},
        claims={
            "a": Claim(
                id="a", by="ada", title="First", text=text, because=["b", ["b", "c"]], source="w, p. 1"
            ),
            "b": Claim(id="b", by="ada", text=text, tags=["x"]),
            "c": Claim(id="c", text="Circular", because=["a"]),
        },
        rebuttals={
            "r": Rebuttal(id="r", by="ada", text=text, aims=["a", "a/1"], kind="undercut"),
            "s": Rebuttal(id="s", text="Reply", aims="r", quote="so"),
        },
    )


def text_of(name: str, argument_map: ArgumentMap) -> str:
    text = BY_NAME[name].write(argument_map).text
    assert isinstance(text, str)
    return text


def read_cytoscape(text: str) -> "nx.Graph[str]":
    return nx.cytoscape_graph(json.loads(text))


READERS: "dict[str, Callable[[str], nx.Graph[str]]]" = {
    "graphml": nx.parse_graphml,
    "gexf": lambda text: nx.read_gexf(io.BytesIO(text.encode())),
    "cyjs": read_cytoscape,
}


@pytest.mark.parametrize("name", READERS)
def test_networkx_reads_the_same_nodes_and_edges(name: str) -> None:
    argument_map = make_map()
    found = READERS[name](text_of(name, argument_map))
    assert set(found.nodes) == set(argument_map.graph.nodes)
    assert set(found.edges) == {(a, b) for a, b, _ in argument_map.graph.edges}
    kinds = {(a, b): data["kind"] for a, b, data in found.edges(data=True)}
    assert kinds["r", "a/1"] == "undercut"
    assert kinds["b", "a/1"] == "premise"


@pytest.mark.parametrize("name", READERS)
def test_text_comes_back(name: str) -> None:
    found = READERS[name](text_of(name, make_map()))
    assert found.nodes["a"]["text"].split() == NASTY.split()


@settings(max_examples=examples(60), deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=60))
@pytest.mark.parametrize("name", ["graphml", "gexf", "opml"])
def test_any_text_is_well_formed_xml(name: str, text: str) -> None:
    fromstring(text_of(name, make_map(text.strip() or "x")).encode())


def test_csv_has_the_columns_that_gephi_wants_and_no_formulas() -> None:
    exported = BY_NAME["csv"].write(make_map())
    (_, node_table), (_, edge_table) = exported.parts
    assert node_table.startswith("\ufeffId,Label,")
    nodes = list(csv.DictReader(io.StringIO(node_table.removeprefix("\ufeff"))))
    edges = list(csv.DictReader(io.StringIO(edge_table.removeprefix("\ufeff"))))
    assert [node["Id"] for node in nodes][:3] == ["a", "a/1", "a/2"]
    assert {tuple(list(edge.values())[:3]) for edge in edges} >= {
        ("r", "a/1", "undercut"),
        ("c", "a/2", "premise"),
    }
    assert all(edge["Type"] == "Directed" for edge in edges)
    assert nodes[0]["text"].startswith("'=1+1")


def test_canvas_keeps_the_rules_of_the_specification() -> None:
    document = json.loads(text_of("canvas", make_map()))
    ids = [node["id"] for node in document["nodes"]]
    assert len(set(ids)) == len(ids)
    assert {node["type"] for node in document["nodes"]} == {"text"}
    assert all(
        isinstance(node[side], int) for node in document["nodes"] for side in ("x", "y", "width", "height")
    )
    boxes = [(n["x"], n["y"], n["x"] + n["width"], n["y"] + n["height"]) for n in document["nodes"]]
    overlapping = [
        (one, other)
        for one in boxes
        for other in boxes
        if one < other and one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlapping == []
    assert all({edge["fromNode"], edge["toNode"]} <= set(ids) for edge in document["edges"])
    assert all(edge["toSide"] in {"top", "right", "bottom", "left"} for edge in document["edges"])


def test_opml_names_a_shared_statement_once_and_then_refers_to_it() -> None:
    document = fromstring(text_of("opml", make_map()).encode())
    lines = list(document.iter("outline"))
    whole = [identifier for line in lines if (identifier := line.get("id"))]
    assert sorted(whole) == ["a", "b", "c", "r", "s"]
    assert all(line.get("see") in whole for line in lines if line.get("see"))
    assert any(line.get("see") for line in lines)


def test_markdown_says_who_owes_and_escapes() -> None:
    written = BY_NAME["markdown"].write(make_map("# *not* a [heading](x) <b>"), arrange="person")
    assert r"\# \*not\* a \[heading\](x) \<b\>" in str(written.text)
    assert "## Ada" in str(written.text)


def test_losses_name_what_is_left_out() -> None:
    argument_map = ArgumentMap(
        sources={"w": Source(title="Work")}, people={"ada": Person(name="Ada", note="x")}, claims={}
    )
    losses = BY_NAME["gexf"].write(argument_map).losses
    assert [(loss.what, loss.where) for loss in losses] == [("note of a person", "ada"), ("source", "w")]


def test_diagrams_hold_every_statement_and_say_what_they_leave_out() -> None:
    argument_map = make_map()
    dot = BY_NAME["dot"].write(argument_map)
    assert all(f'"{name}" [' in str(dot.text) for name in argument_map.statements)
    assert ("source of a statement", "a") in {(loss.what, loss.where) for loss in dot.losses}
    mermaid = BY_NAME["mermaid"].write(argument_map)
    assert str(mermaid.text).count('["') == len(argument_map.statements)


def test_a_map_too_large_for_mermaid_is_refused_with_the_way_out() -> None:
    claims = {f"c{n}": Claim(id=f"c{n}", text="t", because=[f"c{n - 1}"] if n else []) for n in range(600)}
    with pytest.raises(ExportError, match=r"at most 500 lines.*--focus"):
        BY_NAME["mermaid"].write(ArgumentMap(claims=claims))


FULL = ArgumentMap(
    people={"ada": Person(name="Ada", affiliation="Somewhere")},
    claims={
        "a": Claim(
            id="a",
            by="ada",
            title="Title",
            text="First.\n\nSecond.",
            quote="so it is",
            tags=["topic"],
            note="A remark.",
            basis="inferred",
            because=[{"premises": "b", "scheme": "example", "warrant": "It bears.", "basis": "inferred"}],
        ),
        "b": Claim(id="b", text="Third.\n\nFourth."),
    },
)
SAID = ("Ada", "Title", "First.", "Second.", "so it is", "topic", "A remark.", "example", "It bears.")


@pytest.mark.parametrize("name", ["canvas", "opml"])
def test_what_is_not_told_as_left_out_is_said(name: str) -> None:
    exported = BY_NAME[name].write(FULL)
    assert [(loss.what, loss.where) for loss in exported.losses] == [("affiliation of a person", "ada")]
    assert all(words in str(exported.text) for words in SAID)
    assert str(exported.text).lower().count("inferred") == 2


def test_opml_keeps_paragraphs_and_marks_what_is_inferred() -> None:
    lines = {line.get("id"): line for line in fromstring(text_of("opml", FULL).encode()).iter("outline")}
    assert lines["a"].get("text") == "Ada: (inferred) Title"
    assert str(lines["a"].get("_note")).startswith(
        "First.\n\nSecond.\n\n“so it is”\n\nWarrant of reason 1: It"
    )
    assert lines["b"].get("text") == "because (example, inferred): Third.\n\nFourth."
