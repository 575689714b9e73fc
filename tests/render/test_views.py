import re
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.model import Citation, Claim, MapInfo, Rebuttal
from argmap.queries.disputes import attacks_within, disputed
from argmap.queries.select import Selection, select
from argmap.render.diagram import Diagram
from argmap.render.dot import shown_to_dot
from argmap.render.engine import lay_out
from argmap.render.flow import Flow
from argmap.render.people import People
from argmap.render.svg.extents import SHAPES, Extent, around, reach
from argmap.render.svg.finish import Caption, finish
from argmap.render.svg.markup import parse
from argmap.render.views import VIEWS, View, view_of
from tests.examples import examples
from tests.maps import argument_maps

_Statement = TypeVar("_Statement", Claim, Rebuttal)
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
    assert [column.key for column in shown.columns] == ["ada", "boris", "chen", "panel"]
    places = {key: (cell.column, cell.row) for key, cell in shown.cells.items()}
    assert places["ada-close"] == (0, 0)
    assert places["boris-deliveries"] == (1, 0)
    assert places["ada-at-night"] == (0, 1)
    assert places["boris-sleep"] == (1, 2)
    assert places["chen-hardly-anyone"] == (2, 2)
    assert "Not shown: 2 statements in no dispute." in shown.diagram.description
    notes = {box.id: box.status for box in shown.boxes}
    assert notes["ada-parking-myth"].endswith("also rebuts “No, that is the myth”")


@pytest.fixture(scope="session")
def speeches(repository: Path) -> ArgumentMap:
    return argmap.load(repository / "tests" / "golden" / "dropped" / "speeches.yaml")


def test_speeches_are_columns_in_their_order(speeches: ArgumentMap) -> None:
    shown = flow(speeches, Selection())
    assert [column.key for column in shown.columns] == list(speeches.info.sequence)
    assert [(column.by, column.side, column.team) for column in shown.columns[:2]] == [
        ("Ada Alder", 0, "Affirmative"),
        ("Ben Boyd", 1, "Negative"),
    ]
    for box in shown.boxes:
        assert shown.columns[shown.cells[box.id].column].key == box.source


def test_what_was_passed_over_leaves_a_cell_empty(speeches: ArgumentMap) -> None:
    shown = flow(speeches, Selection())
    assert {key: (gap.column, gap.words) for key, gap in shown.gaps.items()} == {
        "topicality": (2, "not answered in 2AC, 1AR and 2AR"),
        "shops-not-city": (5, "not answered in 1AR and 2AR"),
        "measured": (7, "not answered in 2AR"),
        "police-report": (4, "not answered in 1NR"),
    }
    taken = {(cell.column, cell.row) for cell in shown.cells.values()}
    assert not taken & {(gap.column, shown.cells[key].row) for key, gap in shown.gaps.items()}


def test_no_words_of_a_flow_sheet_leave_their_cell_and_no_cells_meet(speeches: ArgumentMap) -> None:
    long = {"2ac": "A speech with a very long title about steamships", "2ar": "unbreakable" * 9}
    sources = {
        key: work.model_copy(update={"title": long.get(key, work.title)})
        for key, work in speeches.sources.items()
    }
    dot = shown_to_dot(flow(replace(speeches, sources=sources), Selection()))
    root = parse(finish(lay_out(dot).output, Caption("T")).encode())
    cells: list[Extent] = []
    for group in root.iter("g"):
        if group.get("class", "").startswith("node") and group.get("class") != "node lane":
            cell = around(reach(leaf) for leaf in group.iter() if leaf.tag in SHAPES)
            assert cell
            assert all(cell.holds(reach(text)) for text in group.iter("text"))
            assert not any(cell.meets(other) for other in cells)
            cells.append(cell)
    assert len(cells) == 8 + len(flow(speeches, Selection()).cells) + 4


def test_what_was_said_in_no_work_of_the_sequence_comes_first(speeches: ArgumentMap) -> None:
    plan = speeches.claims["plan"].model_copy(update={"source": None})
    shown = flow(replace(speeches, claims={**speeches.claims, "plan": plan}), Selection())
    assert [column.label for column in shown.columns[:2]] == ["Elsewhere", "1AC"]
    assert shown.cells["plan"].column == 0


def test_an_empty_column_is_narrow(speeches: ArgumentMap) -> None:
    sequence = (*speeches.info.sequence, "verdict")
    longer = replace(speeches, info=speeches.info.model_copy(update={"sequence": sequence}))
    widths = re.findall(r'"lane \d+" .* width=([\d.]+)', shown_to_dot(flow(longer, Selection())))
    assert len(widths) == 9
    assert float(widths[-1]) < float(widths[0]) / 2


@settings(max_examples=25)
@given(argument_maps(), st.randoms(use_true_random=False))
def test_nothing_stands_or_runs_where_a_cell_is_empty(amap: ArgumentMap, chance: Random) -> None:
    works = [f"w{number}" for number in range(4)]

    def placed(one: _Statement) -> _Statement:
        return one.model_copy(update={"source": Citation(work=chance.choice(works))})

    sourced = replace(
        amap,
        info=MapInfo(sequence=tuple(works)),
        claims={key: placed(one) for key, one in amap.claims.items()},
        rebuttals={key: placed(one) for key, one in amap.rebuttals.items()},
    )
    shown = flow(sourced, Selection())
    for key, gap in shown.gaps.items():
        row = [cell.column for cell in shown.cells.values() if cell.row == shown.cells[key].row]
        assert max(row) < gap.column
        ends = [(shown.cells[line.tail], shown.cells[line.head]) for line in shown.diagram.lines]
        here = [head.column for tail, head in ends if tail.row == shown.cells[key].row]
        assert max(here) < gap.column


@given(argument_maps())
def test_every_disputed_statement_has_a_cell_of_its_own_in_its_speakers_column(amap: ArgumentMap) -> None:
    amap = replace(amap, info=amap.info.model_copy(update={"sequence": ()}))
    shown = flow(amap)
    places = {(cell.column, cell.row) for cell in shown.cells.values()}
    assert len(places) == len(shown.cells)
    assert set(shown.cells) == in_dispute(amap, ALL)
    assert sorted(box.id for box in shown.boxes) == sorted(shown.cells)
    for box in shown.boxes:
        assert shown.columns[shown.cells[box.id].column].key == box.speaker


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
