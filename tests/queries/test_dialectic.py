"""The dialogue is the grounded labelling of the rebuttals."""

from hypothesis import given

from argmap.argument_map import ArgumentMap
from argmap.queries.dialectic import dialectic
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure, grounded
from argmap.semantics.labels import Label
from tests.queries.test_unanswered import debates
from tests.sketch import sketch


def without_markers(drawn: ArgumentMap) -> ArgumentMap:
    none = {"conceded": None, "withdrawn": None, "answered_elsewhere": None}
    rebuttals = {key: rebuttal.model_copy(update=none) for key, rebuttal in drawn.rebuttals.items()}
    return ArgumentMap(claims=drawn.claims, rebuttals=rebuttals)


@given(debates())
def test_without_markers_it_is_dungs_grounded_labelling(any_map: ArgumentMap) -> None:
    drawn = without_markers(any_map)
    pairs = [(a.rebuttal, a.target) for a in drawn.attacks if a.target in drawn.rebuttals]
    framework = Framework.from_names(drawn.rebuttals, pairs)
    names = list(drawn.rebuttals)
    labels = closure(framework)
    found = dialectic(drawn)
    assert found.standing == {names[number] for number in grounded(framework)}
    assert found.defeated == {names[number] for number, label in enumerate(labels) if label == Label.OUT}


@given(debates())
def test_nothing_both_stands_and_is_defeated(drawn: ArgumentMap) -> None:
    found = dialectic(drawn)
    assert not found.standing & found.defeated


def test_sides() -> None:
    drawn = sketch("ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c")
    assert dialectic(drawn).challenges == {"b", "d"}


def test_a_rebuttal_on_both_sides_is_a_challenge_as_well() -> None:
    drawn = sketch("ada: a\neve: e\nbob: b -> a\neve: c -> b,e")
    assert dialectic(drawn).challenges == {"b", "c"}


def test_a_long_thread_is_no_recursion() -> None:
    thread = "\n".join(f"bob: r{n} -> r{n - 1}" for n in range(1, 3000))
    found = dialectic(sketch(f"ada: a\nbob: r0 -> a\n{thread}"))
    assert len(found.standing) == len(found.defeated) == 1500
