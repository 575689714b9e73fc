"""Whatever graph a file holds, what comes in is a valid map, and nothing vanishes unnamed."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.files.map_text.write_map import write_map
from argmap.formats import aif, arggraph, ova, sadface
from argmap.formats.base import FormatError, Imported
from argmap.formats.merge import merge_maps
from tests.examples import examples
from tests.maps import texts

IDS = [*"123456", "a b", "../x", "é"]
ids = st.sampled_from(IDS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def check(result: Imported, folder: Path) -> None:
    """Written and read again, alone or beside itself, the map is the same, and has no faults."""
    for argument_map in (result.map, merge_maps([result.map, result.map])):
        for old in folder.glob("*.yaml"):
            old.unlink()
        for name, text in write_map(argument_map).items():
            (folder / name).write_bytes(text.encode())
        loaded = argmap.read_map(folder)
        assert loaded.errors == ()
        assert loaded.map == argument_map


@st.composite
def aif_files(draw: st.DrawFn) -> dict[str, Any]:
    kinds = st.sampled_from(["I", "I", "I", "I", "RA", "RA", "CA", "CA", "MA", "L", "YA", "TA", "EN", "QQ"])
    nodes = [
        {
            "nodeID": name,
            "type": draw(kinds),
            "text": draw(st.sampled_from(["Ann : yes", "Asserting", "Default Conflict", "Example"]) | texts),
        }
        for name in draw(st.lists(ids, unique=True))
    ]
    edges = [
        {"fromID": one, "toID": other} for one, other in draw(st.lists(st.tuples(ids, ids), max_size=20))
    ]
    people = draw(
        st.lists(st.fixed_dictionaries({"participantID": ids, "firstname": texts, "surname": texts}))
    )
    said = draw(
        st.lists(st.fixed_dictionaries({"nodeID": ids, "personID": ids, "start": texts, "source": texts}))
    )
    return {"nodes": nodes, "edges": edges, "locutions": said, "participants": people}


@settings(max_examples=examples(200), deadline=None)
@given(content=aif_files())
def test_aif(folder: Path, content: dict[str, Any]) -> None:
    result = aif.read(json.dumps(content).encode(), "any.json")
    check(result, folder)
    kinds = [node["type"] for node in content["nodes"]]
    lost = [loss.what for loss in result.losses]
    arguing = {statement.origin.id for statement in result.map.statements.values() if statement.origin}
    assert {node["nodeID"] for node in content["nodes"] if node["type"] in {"I", "EN"}} <= arguing
    assert len(result.map.inferences) + sum("(RA)" in what for what in lost) >= kinds.count("RA")
    assert len(result.map.attacks) + sum("(CA)" in what for what in lost) >= kinds.count("CA")
    once = aif.write(result.map)
    again = aif.read(str(once.text).encode(), "any.json")
    assert len(again.map.attacks) == len(result.map.attacks)
    assert len(again.map.inferences) == len(result.map.inferences)


@st.composite
def microtexts(draw: st.DrawFn) -> bytes:
    names = draw(st.lists(st.sampled_from(["a1", "a2", "a3", "b", "a10"]), unique=True, min_size=1))
    segments = draw(st.lists(st.sampled_from(["e1", "e2", "e3", "f"]), unique=True))
    joints = draw(st.lists(st.sampled_from(["j1", "k"]), unique=True))
    lines = [f"<edu id='{name}'>{name} says</edu>" for name in segments]
    lines += [f"<joint id='{name}'/>" for name in joints]
    lines += [f"<adu id='{name}' type='{draw(st.sampled_from(['pro', 'opp']))}'/>" for name in names]
    edges = [f"c{number}" for number in range(1, draw(st.integers(1, 9)))]
    for edge in edges:
        kind = draw(st.sampled_from(["seg", "seg", "sup", "exa", "reb", "und", "add"]))
        sources, targets = (
            ([*segments, *joints], [*joints, *names]) if kind == "seg" else (names, [*names, *edges])
        )
        if sources:
            ends = f"src='{draw(st.sampled_from(sources))}' trg='{draw(st.sampled_from(targets))}'"
            lines.append(f"<edge id='{edge}' {ends} type='{kind}'/>")
    return f"<arggraph id='g'>{''.join(lines)}</arggraph>".encode()


@settings(max_examples=examples(300), deadline=None)
@given(data=microtexts())
def test_arggraph(folder: Path, data: bytes) -> None:
    try:
        result = arggraph.read(data, "any.xml")
    except FormatError:
        return
    check(result, folder)
    exported = arggraph.write(result.map)
    again = arggraph.read(str(exported.text).encode(), "any.xml")
    assert again.losses == ()
    assert len(again.map.attacks) == len(result.map.attacks)
    assert len(again.map.inferences) == len(result.map.inferences)
    if not result.losses:
        assert str(arggraph.write(again.map).text) == str(exported.text)


KEYS = (
    *("nodes", "edges", "id", "nodeID", "type", "text", "from", "to", "fromID", "toID", "AIF", "resources"),
    *("sources", "metadata", "core", "participants", "locutions", "analysis", "name", "resource_id"),
)
scalars = st.none() | st.booleans() | st.integers(-3, 3) | texts | st.floats(allow_nan=False)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=25,
)


@pytest.mark.parametrize("module", [aif, ova, sadface])
@settings(max_examples=examples(150), deadline=None)
@given(value=anything)
def test_any_json_is_read_or_refused(module: Any, folder: Path, value: object) -> None:  # noqa: ANN401
    content = {"nodes": [], **value} if isinstance(value, dict) else value
    try:
        result = module.read(json.dumps(content).encode(), "any.json")
    except FormatError:
        return
    check(result, folder)
