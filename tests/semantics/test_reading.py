"""The evidential reading of maps: the worked example, each kind of attack, and the definition."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Claim, Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.unanswered import find_standing
from argmap.semantics.acceptance import Acceptance
from argmap.semantics.labels import Label
from argmap.semantics.participants import Fall, Terms
from argmap.semantics.reading import Kind, read
from argmap.semantics.status import SEMANTICS, Status, evaluate, statuses
from tests.examples import examples
from tests.queries.test_unanswered import debates
from tests.semantics.drawings import OPEN, Definition, Labels, drawings
from tests.sketch import sketch

WORKED = """
ada: c < r1c=r1 < r2c=r2
ada: r1
ada: r2
bob: a1 -> r2
bob: u -| r1c
ada: d -> u
"""


def words(drawn: ArgumentMap, terms: Terms | None = None) -> dict[str, str]:
    return {key: status.value for key, status in evaluate(read(drawn, terms)).statuses.items()}


def test_the_worked_example() -> None:
    """Two independent reasons; one is attacked, the step from the other undercut, the undercut answered."""
    expected = {"c": "in", "r1": "in", "r2": "out", "a1": "in", "u": "out", "d": "in"}
    assert words(sketch(WORKED)) == expected


def test_without_the_defence_the_conclusion_falls_and_its_reason_stays() -> None:
    found = words(sketch(WORKED.replace("ada: d -> u", "")))
    assert (found["c"], found["r1"]) == ("out", "in")
    assert words(sketch(WORKED), Terms(without=frozenset({"d"}))) == found | {"d": "out"}


def test_a_rebuttal_of_the_conclusion_leaves_its_reason_standing() -> None:
    found = words(sketch(WORKED + "bob: x -> c"))
    assert (found["c"], found["r1"]) == ("out", "in")


def test_linked_reasons_fall_together() -> None:
    found = words(sketch(WORKED.replace("r1c=r1 < r2c=r2", "r1c=r1+r2")))
    assert (found["c"], found["r1"]) == ("out", "in")


@pytest.mark.parametrize(
    "text", ["ada: a < b\nada: b < a", "ada: a < a", "ada: a < b < c\nada: b < c\nada: c < a"]
)
def test_circular_support_is_undecided(text: str) -> None:
    assert set(words(sketch(text)).values()) == {"undecided"}


def test_a_circle_with_another_reason_stands() -> None:
    assert words(sketch("ada: a < b < c\nada: b < a\nada: c")) == {"a": "in", "b": "in", "c": "in"}


@pytest.mark.parametrize(
    ("mark", "challenge", "claim"),
    [("withdrawn", "out", "in"), ("answered-elsewhere", "out", "in"), ("conceded", "in", "out")],
)
def test_recorded_ends(mark: str, challenge: str, claim: str) -> None:
    assert words(sketch(f"ada: a\nbob: b -> a [{mark}]")) == {"a": claim, "b": challenge}


def test_what_rests_on_something_withdrawn_falls_with_it() -> None:
    drawn = sketch("ada: a < b < c\nada: c < i=b\nada: d\nbob: b -> d [withdrawn]")
    assert words(drawn) == {"a": "out", "b": "out", "c": "out", "d": "in"}
    assert dict(read(drawn).fallen) == {
        "b": Fall.WITHDRAWN,
        "a/1": Fall.PREMISE,
        "i": Fall.PREMISE,
        "c": Fall.REASONS,
        "a/2": Fall.PREMISE,
        "a": Fall.REASONS,
    }


def test_an_undercut_of_a_rebuttal_grants_it_and_denies_that_it_bears() -> None:
    drawn = sketch("ada: a\nbob: b -> a\nada: u -| b")
    assert words(drawn) == {"a": "in", "b": "in", "u": "in"}


def test_a_denied_attack_leaves_the_others_of_the_rebuttal() -> None:
    claims = {key: Claim(id=key, text="x") for key in ("a", "b")}
    aims = [{"target": "a", "id": "on-a"}, {"target": "b", "id": "on-b"}]
    rebuttals = {
        "r": Rebuttal.model_validate({"id": "r", "text": "x", "attacks": aims}),
        "u": Rebuttal.model_validate({"id": "u", "text": "x", "attacks": ["on-a"], "kind": "undercut"}),
    }
    found = words(ArgumentMap(claims=claims, rebuttals=rebuttals))
    assert found == {"a": "in", "b": "out", "r": "in", "u": "in"}


@pytest.mark.parametrize(("partner", "claim"), [("ada: p", "out"), ("ada: p\nbob: q -> p", "in")])
def test_partners_attack_together_or_not_at_all(partner: str, claim: str) -> None:
    drawn = sketch(f"ada: a\n{partner}")
    joint = Rebuttal.model_validate(
        {"id": "r", "text": "x", "attacks": [{"target": "a", "with": ["p", "r"]}]}
    )
    whole = ArgumentMap(claims=drawn.claims, rebuttals={**drawn.rebuttals, "r": joint})
    assert words(whole)["a"] == claim
    assert words(whole)["r"] == "in"


def test_what_the_editor_supplied_takes_part_when_asked() -> None:
    drawn = sketch("ada: a\nbob: b -> a [inferred]")
    assert words(drawn) == {"a": "in"}
    assert statuses(drawn, include_inferred=True) == {"a": Status.OUT, "b": Status.IN}


def test_a_step_of_the_editors_takes_part_once_it_is_challenged() -> None:
    base = sketch("ada: a < i=b\nada: b\nbob: c -> b")
    step = base.inferences["i"].model_copy(update={"basis": Basis.INFERRED})
    claims = {**base.claims, "a": base.claims["a"].model_copy(update={"because": (step,)})}
    assert words(ArgumentMap(claims=claims, rebuttals=base.rebuttals))["a"] == "in"
    undercut = sketch("bob: u -| i").rebuttals
    assert words(ArgumentMap(claims=claims, rebuttals={**base.rebuttals, **undercut}))["a"] == "out"


def test_what_is_assumed_stands_whatever_speaks_against_it() -> None:
    drawn = sketch("ada: a < i=b\nada: b\nbob: c -> b,a [withdrawn]\nada: d -> c")
    assert words(drawn, Terms(assumed=frozenset({"c"}))) == {"a": "out", "b": "out", "c": "in", "d": "in"}
    assert words(drawn, Terms(assumed=frozenset({"a", "c"})))["a"] == "in"
    undercut = sketch("ada: a < i=b\nada: b\nbob: c -| i")
    assert words(undercut)["a"] == "out"
    assert words(undercut, Terms(assumed=frozenset({"i"})))["a"] == "in"


def test_an_inference_can_be_set_aside() -> None:
    assert words(sketch("ada: a < i=b\nada: b"), Terms(without=frozenset({"i"}))) == {"a": "out", "b": "in"}


def test_a_long_thread_is_no_recursion() -> None:
    thread = "\n".join(f"bob: r{number} -> r{number - 1}" for number in range(1, 3001))
    found = words(sketch(f"ada: r0\n{thread}"))
    assert [found[f"r{number}"] for number in range(4)] == ["in", "out", "in", "out"]


@given(drawings())
def test_grounded_is_the_least_fixed_point_of_the_definition(drawn: ArgumentMap) -> None:
    for include_inferred in (False, True):
        definition = Definition(drawn, include_inferred=include_inferred)
        expected = definition.least()
        found = evaluate(read(drawn, Terms(include_inferred=include_inferred)))
        assert {**found.statuses, **found.steps} == {
            thing: label for thing, label in expected.items() if isinstance(thing, str)
        }


def _undecided(labels: Labels) -> set[object]:
    return {thing for thing, label in labels.items() if label == OPEN}


def _best(found: list[Labels], is_better: Callable[[Labels, Labels], bool]) -> list[Labels]:
    return [one for one in found if not any(is_better(other, one) for other in found)]


def _says_more(more: Labels, less: Labels) -> bool:
    return more != less and all(label in {OPEN, more[thing]} for thing, label in less.items())


@settings(max_examples=examples(60), deadline=None)
@given(drawings(most=4))
def test_every_complete_based_semantics_agrees_with_the_definition(drawn: ArgumentMap) -> None:
    definition = Definition(drawn)
    assume(len(definition.things) <= 8)
    complete = list(definition.complete())
    expected = {
        "complete": complete,
        "preferred": _best(complete, _says_more),
        "stable": [one for one in complete if not _undecided(one)],
        "semi-stable": _best(complete, lambda one, other: _undecided(one) < _undecided(other)),
    }
    reading = read(drawn)

    def without_labelling(key: str) -> set[str]:
        """Where a semantics has no extension, what was withdrawn is out all the same."""
        return {"out"} if key in reading.fallen else set()

    for name, labellings in expected.items():
        skeptical = evaluate(reading, SEMANTICS[name])
        credulous = evaluate(reading, SEMANTICS[name], Acceptance.CREDULOUS)
        assert skeptical.exists is credulous.exists is bool(labellings)
        for key in skeptical.statuses:
            labels = {labelling[key] for labelling in labellings} or without_labelling(key)
            found = credulous.status(key)
            assert found == next((one for one in ("in", "out") if one in labels), OPEN)
            assert skeptical.status(key) == (labels.pop() if len(labels) == 1 else OPEN)


@given(drawings())
def test_without_circles_all_semantics_agree(drawn: ArgumentMap) -> None:
    reading = read(drawn)
    least = evaluate(reading)
    assume(Label.UNDECIDED not in least.labels)
    for semantics in SEMANTICS.values():
        if semantics.words != "stage":
            assert evaluate(reading, semantics).statuses == least.statuses


@given(debates())
def test_a_challenge_is_answered_exactly_when_it_is_out(drawn: ArgumentMap) -> None:
    """Between rebuttals alone the buckets and the statuses say the same."""
    standing, found = find_standing(drawn), statuses(drawn)
    expected = {
        Bucket.OPEN: {Status.IN},
        Bucket.REOPENED: {Status.IN},
        Bucket.MUTUAL: {Status.UNDECIDED},
        Bucket.ANSWERED: {Status.OUT},
        Bucket.WITHDRAWN: {Status.OUT},
        Bucket.ANSWERED_ELSEWHERE: {Status.OUT},
        Bucket.CONCEDED: set(Status),
        Bucket.UNCHALLENGED: {Status.IN},
    }
    for key, bucket in standing.buckets.items():
        assert found[key] in expected[bucket]


@given(drawings())
def test_helpers_do_not_count_as_statements(drawn: ArgumentMap) -> None:
    reading = read(drawn)
    held = reading.members(range(reading.framework.size))
    assert set(held) == {a.id for a in reading.arguments if a.kind is Kind.STATEMENT}
    assert set(held) | reading.fallen.keys() >= reading.participants.statements.keys()
