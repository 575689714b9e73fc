"""Strengths on whole graphs: against reference values, exact without circles, never reported unsettled."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.semantics import equilibrium
from argmap.semantics.equilibrium import PRECISION, Node, settle
from argmap.semantics.influence import Gradual, strength
from tests.examples import examples

VALUES = Path(__file__).parents[3] / "shared" / "af" / "gradual" / "values.json"
NAMES = {
    "DFQuAD": Gradual.DF_QUAD,
    "QE": Gradual.QUADRATIC_ENERGY,
    "Euler": Gradual.EULER,
    "hcat": Gradual.H_CATEGORISER,
}
CASES: dict[str, Any] = json.loads(VALUES.read_text(encoding="utf-8")) if VALUES.exists() else {}


@st.composite
def graphs(draw: st.DrawFn, *, circular: bool) -> list[Node]:
    """Draw nodes that depend on others; without circles only on those before them."""
    size = draw(st.integers(1, 7))

    def some(number: int) -> tuple[int, ...]:
        last = size - 1 if circular else number - 1
        if last < 0:
            return ()
        return tuple(draw(st.lists(st.integers(0, last), max_size=2, unique=True)))

    nodes = []
    for number in range(size):
        needs = some(number) if draw(st.booleans()) else ()
        base = None if needs else draw(st.floats(0, 1))
        nodes.append(Node(base, needs, some(number), some(number)))
    return nodes


@pytest.mark.skipif(not CASES, reason="the reference values are not here")
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", NAMES)
def test_reference_values(case: str, name: str) -> None:
    graph = CASES[case]
    if name not in graph["strength"]:
        pytest.skip("no reference value")
    index = {key: number for number, key in enumerate(graph["base"])}
    nodes = [
        Node(
            base,
            attacks=tuple(index[a] for a, b in graph["attacks"] if b == key),
            supports=tuple(index[a] for a, b in graph["supports"] if b == key),
        )
        for key, base in graph["base"].items()
    ]
    expected = graph["strength"][name]["continuous"]
    found = settle(nodes, NAMES[name])
    if not isinstance(expected, dict) or None in expected.values():
        assert found.unsettled
        return
    for key, value in expected.items():
        assert found.strengths[index[key]] == pytest.approx(value, abs=1e-6)


def test_a_chain_is_reckoned_in_order() -> None:
    nodes = [Node(0.5, attacks=(1,)), Node(0.5, attacks=(2,)), Node(0.5)]
    found = settle(nodes, Gradual.QUADRATIC_ENERGY)
    second = 0.5 - 0.25 / 1.25 * 0.5
    assert found.strengths == (0.5 - second**2 / (1 + second**2) * 0.5, second, 0.5)
    assert (found.circles, found.unsettled) == (0, 0)


def test_two_that_attack_each_other() -> None:
    """Besnard & Hunter (2001): 1 / (1 + s) = s is the golden section."""
    found = settle([Node(1.0, attacks=(1,)), Node(1.0, attacks=(0,))], Gradual.H_CATEGORISER)
    assert found.strengths[0] == found.strengths[1] == pytest.approx((5**0.5 - 1) / 2)
    assert (found.circles, found.unsettled) == (1, 0)


def test_the_weakest_need_counts() -> None:
    nodes = [Node(0.9), Node(0.3), Node(None, needs=(0, 1)), Node(None)]
    assert settle(nodes, Gradual.DF_QUAD).strengths == (0.9, 0.3, 0.3, 1.0)


def test_an_unsettled_number_is_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(equilibrium, "PRECISION", 0.0)
    nodes = [
        Node(0.5, attacks=(1,)),
        Node(0.5, attacks=(0,)),
        Node(0.5, attacks=(1,)),
        Node(0.5),
        Node(0.5, attacks=(5,)),
        Node(0.5, attacks=(4, 0)),
    ]
    found = settle(nodes, Gradual.EULER)
    assert found.strengths == (None, None, None, 0.5, None, None)
    assert (found.circles, found.unsettled) == (2, 1)


def test_a_long_chain_is_no_recursion() -> None:
    nodes = [Node(0.5, attacks=(number + 1,)) for number in range(5000)]
    assert len(settle([*nodes, Node(0.5)], Gradual.EULER).strengths) == 5001


@given(graphs(circular=False), st.sampled_from(Gradual))
def test_without_circles_every_number_is_exact(nodes: list[Node], semantics: Gradual) -> None:
    found = settle(nodes, semantics)
    assert found.circles == 0
    values = [value for value in found.strengths if value is not None]
    for node, value in zip(nodes, values, strict=True):
        base = min((values[other] for other in node.needs), default=1.0) if node.base is None else node.base
        attacks, supports = ([values[other] for other in rows] for rows in (node.attacks, node.supports))
        assert value == strength(semantics, base, attacks, supports)


@settings(max_examples=examples(50), deadline=None)
@given(graphs(circular=True), st.sampled_from(Gradual))
def test_what_settles_agrees_with_its_neighbours(nodes: list[Node], semantics: Gradual) -> None:
    found = settle(nodes, semantics).strengths
    for node, value in zip(nodes, found, strict=True):
        if value is None:
            continue
        around = {other: found[other] for other in node.inputs}
        assert None not in around.values()
        known = {other: near for other, near in around.items() if near is not None}
        base = min((known[other] for other in node.needs), default=1.0) if node.base is None else node.base
        attacks, supports = ([known[other] for other in rows] for rows in (node.attacks, node.supports))
        assert strength(semantics, base, attacks, supports) == pytest.approx(value, abs=2 * PRECISION)
