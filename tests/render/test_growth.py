"""Drawing up large maps: ten times the statements are ten times the work."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import Citation, MapInfo
from argmap.render.dot import shown_to_dot
from argmap.render.dot.acyclic import make_acyclic
from argmap.render.numbers import plain
from argmap.render.views import View, view_of
from tests.effort import effort, grows_linearly
from tests.shapes import attack_chain, layers, star


@pytest.mark.parametrize("make", [star, attack_chain, layers])
@pytest.mark.parametrize("view", ["flow", "people", "overview"])
def test_a_view_is_drawn_up_in_proportion(make: Callable[[int], ArgumentMap], view: View) -> None:
    def work(size: int) -> Callable[[], object]:
        argument_map = make(size)
        return lambda: shown_to_dot(view_of(argument_map, view))

    assert grows_linearly(work, 30)


def test_a_flow_sheet_of_many_speeches_is_drawn_up_in_proportion() -> None:
    def work(size: int) -> Callable[[], object]:
        drawn = attack_chain(size)
        cited = {
            key: one.model_copy(update={"source": Citation(work=f"w{number}")})
            for number, (key, one) in enumerate(drawn.rebuttals.items())
        }
        sequence = tuple(f"w{number}" for number in range(len(cited)))
        argument_map = replace(drawn, info=MapInfo(sequence=sequence), rebuttals=cited)
        return lambda: shown_to_dot(view_of(argument_map, "flow"))

    assert grows_linearly(work, 30)


def test_many_lines_into_one_box_share_the_last_track() -> None:
    text = shown_to_dot(view_of(star(300), "flow"))
    places = {re.search(r"^e,\S+ \S+ \S+ (\S+),", line)[1] for line in re.findall(r'pos="(e,[^"]*)"', text)}  # type: ignore[index]
    assert len(places) <= 64 + 1


def test_circles_by_the_thousand_are_cut_in_bounded_work() -> None:
    def cut(size: int) -> int:
        nodes = [str(number) for number in range(size)]
        others = {node: [other for other in nodes if other != node] for node in nodes}
        return effort(lambda: make_acyclic(nodes, others, others))

    assert cut(200) < 20 * cut(50)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2_497_000.0, "2497000"),
        (1e15, "1000000000000000"),
        (0.1, "0.1"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (12.5, "12.5"),
    ],
)
def test_numbers_have_no_exponent(number: float, text: str) -> None:
    assert plain(number) == text


@pytest.mark.slow
def test_no_number_of_a_large_sheet_has_an_exponent() -> None:
    assert not re.search(r"\d[eE][+-]\d", shown_to_dot(view_of(star(20_000), "flow")))
