"""Of several plans, the one is drawn whose layout can be shown largest."""

from pathlib import Path

import pytest

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.select import Selection
from argmap.render.diagram import Diagram
from argmap.render.dot import DotStyle, Plan, to_plans
from argmap.render.dot.plan import Candidate
from argmap.render.fitting import best_fitting
from argmap.render.length import read_length
from argmap.render.options import RenderOptions
from argmap.render.room import Extent, Room, room_for
from argmap.render.service import render
from argmap.render.svg.legibility import smallest_text
from argmap.render.svg.markup import root_of
from argmap.render.views import view_of

ROOM = Room((Extent(100, 100),), is_measured=True)
WIDTH = read_length("12cm")


@pytest.fixture(scope="module")
def sample() -> ArgumentMap:
    return argmap.load(Path(__file__).parents[2] / "data")


def diagram_of(argument_map: ArgumentMap, person: str) -> Diagram:
    shown = view_of(argument_map, selection=Selection(focus=(person,), depth=1))
    assert isinstance(shown, Diagram)
    return shown


def choose(*candidates: tuple[str, float]) -> str:
    """Choose among plans whose text is their size."""

    def drawn(dot: str) -> bytes:
        width, height = dot.split("x")
        return f'<?xml version="1.0"?>\n<svg width="{width}pt" height="{height}pt"\n'.encode()

    return best_fitting([Candidate(Plan(dot), ease) for dot, ease in candidates], ROOM, drawn).dot


def test_the_layout_decides_not_the_order() -> None:
    assert choose(("400x100", 1.0), ("200x200", 1.0), ("100x300", 1.0)) == "200x200"


def test_narrow_boxes_must_be_worth_it() -> None:
    assert choose(("200x200", 1.0), ("190x190", 0.9)) == "200x200"
    assert choose(("200x200", 1.0), ("150x150", 0.9)) == "150x150"


def test_of_equals_the_first_is_taken_and_what_fits_is_large_enough() -> None:
    assert choose(("200x200", 1.0), ("200.00x200.00", 1.0)) == "200x200"
    assert choose(("90x90", 1.0), ("50x50", 0.9)) == "90x90"


def test_a_single_plan_is_not_laid_out() -> None:
    def never(_: str) -> bytes:
        raise AssertionError

    assert best_fitting([Candidate(Plan("graph {}"), 1.0)], ROOM, never).dot == "graph {}"


def test_plans_are_tried_in_both_directions_unless_one_is_wanted(sample: ArgumentMap) -> None:
    diagram, room = diagram_of(sample, "istomin"), room_for(None, WIDTH.points, is_open=True)

    def directions(style: DotStyle) -> set[str]:
        plans = [candidate.plan.dot for candidate in to_plans(diagram, style)]
        assert len(set(plans)) == len(plans) > 1
        return {way for way in ("BT", "LR", "TB") for dot in plans if f"rankdir={way}" in dot}

    assert directions(DotStyle(room=room)) == {"BT", "LR"}
    assert directions(DotStyle(room=room, direction="TB")) == {"TB"}


def test_a_large_diagram_is_laid_out_once(sample: ArgumentMap) -> None:
    shown = view_of(sample, selection=Selection(include_inferred=True))
    assert isinstance(shown, Diagram)
    many = Diagram("", "", shown.boxes, shown.joints, shown.lines * 20, shown.speakers)
    assert len(to_plans(many, DotStyle(room=room_for(None, WIDTH.points)))) == 1


@pytest.mark.parametrize(("person", "least"), [("istomin", 5.0), ("baykov", 7.0), ("toft", 4.3)])
def test_a_figure_in_a_line_of_text_is_as_legible_as_any_of_its_layouts(
    sample: ArgumentMap, person: str, least: float
) -> None:
    selection = Selection(focus=(person,), depth=1)
    picture = render(sample, RenderOptions(format="svg", selection=selection, width=WIDTH))
    assert smallest_text(root_of(picture.data.decode())) > least


def test_a_figure_of_a_width_may_be_higher_than_one_that_has_to_stand_in_a_line() -> None:
    free, bound = room_for(None, 300, is_open=True), room_for(None, 300)
    column = free.extents[-1]
    assert free.scale(300, 500, column) > bound.scale(300, 500, column)
    assert free.scale(300, 900, column) < free.scale(300, 500, column)
