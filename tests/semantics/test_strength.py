"""Maps as weighted bipolar graphs."""

import pytest
from hypothesis import given, settings

from argmap.argument_map import ArgumentMap
from argmap.model import Rebuttal
from argmap.semantics.influence import Gradual
from argmap.semantics.participants import Terms
from argmap.semantics.strength import measure
from tests.semantics.drawings import drawings
from tests.sketch import sketch


def strengths(text: str, **fields: object) -> dict[str, float | None]:
    return dict(measure(sketch(text), **fields).statements)  # type: ignore[arg-type]


def test_a_challenge_weakens_and_a_reason_strengthens() -> None:
    found = strengths("ada: a\nada: b < c\nada: c\nbob: d -> a")
    assert found == {"a": 0.4, "b": 0.6, "c": 0.5, "d": 0.5}


def test_linked_premises_are_as_strong_as_the_weakest() -> None:
    linked = measure(sketch("ada: a < i=b+c\nada: b\nada: c\nbob: d -> b"))
    assert linked.steps["i"] == linked.statements["b"] == 0.4


def test_separate_reasons_add_up() -> None:
    found = strengths("ada: a < b+c\nada: x < b < c\nada: b\nada: c")
    assert (found["a"], found["x"]) == (0.6, 0.75)


def test_an_undercut_weakens_the_step_alone() -> None:
    found = measure(sketch("ada: a < i=b\nada: b\nbob: u -| i"))
    assert found.statements["b"] == 0.5
    assert found.steps["i"] == 0.4
    assert found.statements["a"] == pytest.approx(0.5 + 0.16 / 1.16 * 0.5)


def test_the_h_categoriser_knows_attacks_alone() -> None:
    found = strengths("ada: a < b\nada: b\nbob: c -> b", semantics=Gradual.H_CATEGORISER)
    assert found == {"a": 0.5, "b": pytest.approx(1 / 3), "c": 0.5}


def test_a_weight_is_the_base_score() -> None:
    drawn = sketch("ada: a\nada: b")
    claims = {**drawn.claims, "a": drawn.claims["a"].model_copy(update={"weight": 0.9})}
    found = measure(ArgumentMap(claims=claims), base=0.2)
    assert found.statements == {"a": 0.9, "b": 0.2}
    assert (found.base_score("a"), found.base_score("b")) == (0.9, 0.2)


@pytest.mark.parametrize("semantics", Gradual)
@pytest.mark.parametrize("mark", ["withdrawn", "answered-elsewhere"])
def test_what_is_withdrawn_has_no_strength(mark: str, semantics: Gradual) -> None:
    found = strengths(f"ada: a < c\nada: c\nbob: b -> a [{mark}]\nada: d -> b", semantics=semantics)
    assert found["b"] == 0
    assert found["a"] == strengths("ada: a < c\nada: c", semantics=semantics)["a"]


def test_what_is_set_aside_has_none_and_what_is_assumed_has_all() -> None:
    text = "ada: a < b\nada: b\nbob: c -> b"
    assert strengths(text, terms=Terms(without=frozenset({"c"})))["b"] == 0.5
    assert strengths(text, terms=Terms(without=frozenset({"b"})))["a"] == 0.5
    assert strengths(text, terms=Terms(assumed=frozenset({"b"})))["b"] == 1
    assert strengths(text, terms=Terms(assumed=frozenset({"b"})))["a"] == 0.75


def test_a_denied_attack_loses_force_and_its_rebuttal_none() -> None:
    found = strengths("ada: a\nbob: b -> a\nada: u -| b")
    assert found["b"] == 0.5
    assert found["a"] == pytest.approx(0.5 - 0.16 / 1.16 * 0.5)


def test_partners_attack_with_the_weakest_of_them() -> None:
    drawn = sketch("ada: a\nada: p\nbob: q -> p")
    fields = {"id": "r", "text": "x", "attacks": [{"target": "a", "with": ["p"]}]}
    joint = {**drawn.rebuttals, "r": Rebuttal.model_validate(fields)}
    found = measure(ArgumentMap(claims=drawn.claims, rebuttals=joint)).statements
    assert found["a"] == pytest.approx(0.5 - 0.16 / 1.16 * 0.5)


@settings(deadline=None)
@given(drawings())
def test_every_statement_that_takes_part_has_a_place(drawn: ArgumentMap) -> None:
    for semantics in Gradual:
        found = measure(drawn, semantics=semantics)
        assert found.statements.keys() == found.reading.participants.statements.keys()
        for key, value in found.statements.items():
            assert value is None or -1e-9 <= value <= 1 + 1e-9
            if key in found.reading.participants.marked:
                assert value == 0
