from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.disputes import attacks_within, disputed
from argmap.queries.select import Selection, select
from argmap.render.diagram import Diagram
from argmap.render.dot import shown_to_dot
from argmap.render.engine import lay_out
from argmap.render.flow import Flow
from argmap.render.people import People
from argmap.render.views import VIEWS, View, view_of
from tests.examples import examples
from tests.maps import argument_maps

SVG = "{http://www.w3.org/2000/svg}"
ALL = Selection(include_inferred=True)


@pytest.fixture(scope="session")
def debate_map(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "tests" / "golden" / "debate.yaml")


def flow(amap: ArgumentMap, selection: Selection = ALL) -> Flow:
    shown = view_of(amap, "flow", selection)
    assert isinstance(shown, Flow)
    return shown


def people(amap: ArgumentMap, selection: Selection = ALL) -> People:
    shown = view_of(amap, "people", selection)
    assert isinstance(shown, People)
    return shown


def drawn_ids(dot: str) -> list[str]:
    root = ET.fromstring(lay_out(dot).output.decode())  # noqa: S314 — our own engine wrote it
    groups = (group for group in root.iter(f"{SVG}g") if group.get("class", "").startswith("node"))
    return [group.get("id", "") for group in groups]


def in_dispute(amap: ArgumentMap, selection: Selection) -> set[str]:
    chosen = set(select(amap, selection))
    return {key for attack, target in attacks_within(amap, chosen) for key in (attack.rebuttal, target)}


def test_the_dialogue_leaves_out_what_nobody_disputes(debate_map: ArgumentMap) -> None:
    shown = view_of(debate_map, "dialogue")
    assert isinstance(shown, Diagram)
    left_out = {box.id for box in view_of(debate_map).boxes} - {box.id for box in shown.boxes}
    assert left_out == {"ada-children"}
    assert "chen-twelve-towns" in disputed(debate_map, list(debate_map.statements))


def test_people_are_counted_and_what_was_voiced_is_apart_from_what_was_not(debate_map: ArgumentMap) -> None:
    shown = people(debate_map)
    lines = {line.id: (line.number, line.open, line.inferred) for line in shown.lines}
    assert lines["boris->ada"] == (5, 1, False)
    assert lines["panel->boris inferred"] == (1, 0, True)
    boxes = {box.id: (box.done, box.due) for box in shown.boxes}
    assert boxes["ada"] == (
        "3 claims, 2 challenged · 2 challenges made · 1 inferred by the editor",
        "owes 1 reply · is owed 1 reply",
    )
    assert boxes["panel"][0] == "1 claim, 1 challenged · 1 inferred by the editor"


def test_a_thread_runs_beside_and_below_its_claim(debate_map: ArgumentMap) -> None:
    shown = flow(debate_map, Selection())
    assert [key for key, _ in shown.columns] == ["ada", "boris", "chen", "panel"]
    places = {key: (cell.column, cell.row) for key, cell in shown.cells.items()}
    assert places["ada-close"] == (0, 0)
    assert places["boris-deliveries"] == (1, 0)
    assert places["ada-at-night"] == (0, 1)
    assert places["boris-sleep"] == (1, 2)
    assert places["chen-hardly-anyone"] == (2, 2)
    assert "Not shown: 2 statements in no dispute." in shown.diagram.description
    notes = {box.id: box.status for box in shown.boxes}
    assert notes["ada-parking-myth"].endswith("also rebuts “No, that is the myth”")


@given(argument_maps())
def test_every_disputed_statement_has_a_cell_of_its_own_in_its_speakers_column(amap: ArgumentMap) -> None:
    shown = flow(amap)
    places = {(cell.column, cell.row) for cell in shown.cells.values()}
    assert len(places) == len(shown.cells)
    assert set(shown.cells) == in_dispute(amap, ALL)
    assert sorted(box.id for box in shown.boxes) == sorted(shown.cells)
    for box in shown.boxes:
        assert shown.columns[shown.cells[box.id].column][0] == box.speaker


@given(argument_maps())
def test_no_line_of_a_flow_sheet_runs_through_a_statement(amap: ArgumentMap) -> None:
    shown = flow(amap)
    for line in shown.diagram.lines:
        tail, head = shown.cells[line.tail], shown.cells[line.head]
        assert head.row <= tail.row
        between = range(min(tail.column, head.column) + 1, max(tail.column, head.column))
        assert not any(cell.row == tail.row and cell.column in between for cell in shown.cells.values())


@given(argument_maps())
def test_every_author_is_a_box_and_every_challenge_is_counted(amap: ArgumentMap) -> None:
    shown = people(amap)
    authors = {statement.by for statement in amap.statements.values() if statement.by}
    assert sorted(box.id for box in shown.boxes) == sorted(authors)
    pairs = {
        (attack.rebuttal, by, amap.statements[target].by, attack.basis)
        for attack, target in attacks_within(amap, amap.statements)
        if (by := amap.statements[attack.rebuttal].by) and amap.statements[target].by
    }
    assert sum(line.number for line in shown.lines) == len(pairs)
    assert all(line.open <= line.number for line in shown.lines)


@pytest.mark.parametrize("view", VIEWS)
@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(argument_maps())
def test_whatever_the_text_graphviz_draws_every_box_once(view: View, amap: ArgumentMap) -> None:
    shown = view_of(amap, view, ALL)
    ids = drawn_ids(shown_to_dot(shown))
    wanted = {box.id for box in shown.boxes}
    assert sorted(key for key in ids if key in wanted) == sorted(wanted)
    assert shown_to_dot(view_of(amap, view, ALL)) == shown_to_dot(shown)


def test_legends_explain_only_what_occurs(debate_map: ArgumentMap) -> None:
    assert "dotted" not in shown_to_dot(people(debate_map, Selection())).splitlines()[1]
    assert "dotted" in shown_to_dot(people(debate_map)).splitlines()[1]
    assert "supports" not in shown_to_dot(flow(debate_map)).splitlines()[1]
