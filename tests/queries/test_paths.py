import tracemalloc
from collections.abc import Callable

import pytest

from argmap.argument_map import ArgumentMap
from argmap.queries.paths import find_chain
from tests.effort import grows_linearly
from tests.shapes import all_against_all, attack_chain, layers, support_chain
from tests.sketch import sketch

DEBATE = sketch(
    "ada: a < i=p+q\nada: p\nada: q\nbob: b -> p\nada: c -> b\nbob: u -| i\neve: alone\nbob: b2 -> q"
)


@pytest.mark.parametrize(
    ("start", "end", "nodes", "bears", "reverse"),
    [
        ("p", "a", ("p", "i", "a"), "for", False),
        ("b", "a", ("b", "p", "i", "a"), "against", False),
        ("c", "a", ("c", "b", "p", "i", "a"), "for", False),
        ("u", "a", ("u", "i", "a"), "against", False),
        ("a", "c", ("c", "b", "p", "i", "a"), "for", True),
        ("b", "b2", ("b", "p", "i", "q", "b2"), None, False),
        ("a", "a", ("a",), "for", False),
    ],
)
def test_chain(start: str, end: str, nodes: tuple[str, ...], bears: str | None, *, reverse: bool) -> None:
    chain = find_chain(DEBATE, [start], [end])
    assert chain
    assert (chain.nodes, chain.bears, chain.reverse) == (nodes, bears, reverse)


def test_steps() -> None:
    chain = find_chain(DEBATE, ["b"], ["q"])
    assert chain
    assert [(step.kind, step.forward) for step in chain.steps] == [
        ("rebut", True),
        ("premise", True),
        ("premise", False),
    ]


def test_nothing_connects() -> None:
    assert find_chain(DEBATE, ["alone"], ["a"]) is None


def test_the_nearest_of_several() -> None:
    chain = find_chain(DEBATE, ["c", "u"], ["a"])
    assert chain
    assert chain.nodes == ("u", "i", "a")


def test_of_equally_near_ends_the_first_found_is_taken() -> None:
    chain = find_chain(DEBATE, ["p", "q"], ["a", "i"])
    assert chain
    assert chain.nodes == ("p", "i")


@pytest.mark.parametrize("make", [attack_chain, support_chain, all_against_all, layers])
def test_the_effort_grows_with_the_relations(make: Callable[[int], ArgumentMap]) -> None:
    def work(size: int) -> Callable[[], object]:
        size = int(size**0.5) if make is all_against_all else size
        argument_map = make(size)
        first, *_, last = argument_map.graph
        return lambda: find_chain(argument_map, [last], [first])

    assert grows_linearly(work, 300)


def test_a_long_chain_is_kept_once() -> None:
    argument_map = attack_chain(1_000)
    assert argument_map.graph
    tracemalloc.start()
    try:
        chain = find_chain(argument_map, ["r999"], ["c"])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert chain
    assert len(chain.nodes) == 1_001
    assert peak < 1_000 * 1_000
