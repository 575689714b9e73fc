"""Questions of AIF are no claims of those who ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.formats import aif
from argmap.model import Basis, Claim, Person, Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.unanswered import find_standing
from tests.formats.shared import without_origins
from tests.formats.test_aif import imported

_FORCES = ("Pure Questioning", "Assertive Questioning", "Rhetorical Questioning", "Pure Challenging")
_SAID = [{"nodeID": "1", "personID": "ann"}]


def _asked(force: str, *nodes: tuple[str, ...], edges: tuple[tuple[str, str], ...] = ()) -> ArgumentMap:
    every = [("1", "L", "Ann : is it?"), ("2", "YA", force), ("3", "I", "it is"), *nodes]
    return imported(every, [("1", "2"), ("2", "3"), *edges], locutions=_SAID).map


@pytest.mark.parametrize("force", _FORCES)
def test_what_is_only_asked_is_no_unchallenged_claim(force: str) -> None:
    found = _asked(force)
    asked = found.claims["3"]
    assert (asked.by, asked.quote, asked.tags, asked.basis) == (
        "ann",
        "is it?",
        ("question",),
        Basis.INFERRED,
    )
    assert find_standing(found).buckets == {}
    assert find_standing(found, include_inferred=True).buckets == {"3": Bucket.UNCHALLENGED}


def test_what_is_asserted_as_well_is_a_claim() -> None:
    found = _asked(
        "Pure Questioning", ("4", "L", "Bo : yes"), ("5", "YA", "Asserting"), edges=(("4", "5"), ("5", "3"))
    )
    assert (found.claims["3"].by, found.claims["3"].tags) == ("bo", ())
    assert find_standing(found).buckets == {"3": Bucket.UNCHALLENGED}


@pytest.mark.parametrize("kind", ["RA", "CA"])
def test_a_question_that_argues_counts(kind: str) -> None:
    found = _asked("Rhetorical Questioning", ("4", "I", "so"), ("5", kind), edges=(("3", "5"), ("5", "4")))
    assert (found.statements["3"].tags, found.statements["3"].basis) == (("question",), Basis.STATED)
    buckets = find_standing(found).buckets
    assert buckets["3"] is (Bucket.OPEN if kind == "CA" else Bucket.UNCHALLENGED)


@pytest.mark.parametrize("kind", ["MA", "RA", "CA"])
def test_questions_come_out_and_in_again(kind: str) -> None:
    found = _asked("Pure Questioning", ("4", "I", "so"), ("5", kind), edges=(("3", "5"), ("5", "4")))
    exported = aif.write(found)
    again = aif.read(str(exported.text).encode(), "map.json").map
    assert exported.losses == ()
    assert without_origins(again) == without_origins(found)


@given(st.booleans(), st.sampled_from(Basis), st.sampled_from([(), ("question",), ("question", "t")]))
def test_what_a_map_marks_so_is_kept_or_told(argues: bool, basis: Basis, tags: tuple[str, ...]) -> None:  # noqa: FBT001 — Hypothesis passes it
    target = Claim(id="a", text="a", by="p")
    one: dict[str, object] = {"id": "q", "text": "q", "by": "p", "basis": basis, "tags": tags}
    drawn = ArgumentMap(
        people={"p": Person(name="P")},
        claims={"a": target} if argues else {"a": target, "q": Claim.model_validate(one)},
        rebuttals={"q": Rebuttal.model_validate({**one, "attacks": "a"})} if argues else {},
    )
    exported = aif.write(drawn)
    again = aif.read(str(exported.text).encode(), "map.json").map.statements["q"]
    told = {loss.what for loss in exported.losses}
    assert again.tags == tags or "tags of a statement" in told
    assert again.basis == basis or "basis of a statement" in told
