"""What is said of each status, word for word."""

import pytest
from hypothesis import given

from argmap.argument_map import ArgumentMap
from argmap.model import Person, Rebuttal
from argmap.semantics.acceptance import Acceptance
from argmap.semantics.explain import Explainer
from argmap.semantics.participants import Terms
from argmap.semantics.reading import read
from argmap.semantics.status import SEMANTICS, evaluate
from tests.semantics.drawings import drawings
from tests.sketch import sketch

PEOPLE = {"ada": Person(name="Ada"), "bob": Person(name="Bob")}

THREE = "Bob's challenge «b.», Bob's reply «c.» and Bob's reply «d.»"

CASES = {
    "nobody spoke": ("ada: a", "in: nobody challenged it"),
    "a reason": ("ada: a < b\nada: b", "in: nobody challenged it, and its reason stands"),
    "two": ("ada: a < b < c\nada: b\nada: c", "in: nobody challenged it, and both its reasons stand"),
    "one of two": (
        "ada: a < b < c\nada: b\nada: c\nbob: d -> c",
        "in: nobody challenged it, and 1 of its 2 reasons stands",
    ),
    "a step is undercut": (
        "ada: a < b < i=c\nada: b\nada: c\nbob: d -| i",
        "in: nobody challenged the claim itself, and 1 of its 2 reasons stands",
    ),
    "answered": ("ada: a\nbob: b -> a\nada: c -> b", "in: the challenge to it is answered"),
    "all answered": (
        "ada: a\nbob: b -> a\nbob: d -> a\nada: c -> b,d",
        "in: every challenge to it is answered",
    ),
    "withdrawn": ("ada: a\nbob: b -> a [withdrawn]", "in: the challenge to it was withdrawn"),
    "both withdrawn": (
        "ada: a\nbob: b -> a [withdrawn]\nbob: c -> a [withdrawn]",
        "in: every challenge to it was withdrawn",
    ),
    "gone in two ways": (
        "ada: a\nbob: b -> a [withdrawn]\nbob: c -> a [answered-elsewhere]",
        "in: none of the challenges to it stands",
    ),
    "fallen": (
        "ada: a\nbob: b -> a < c\nbob: c -> d [withdrawn]\nada: d",
        "in: the challenge to it does not stand",
    ),
    "open": ("ada: a\nbob: b -> a", "out: Bob's challenge «b.» stands unanswered"),
    "by nobody": ("ada: a\n: b -> a", "out: the challenge «b.» stands unanswered"),
    "two open": (
        "ada: a\nbob: b -> a\nbob: c -> a",
        "out: Bob's challenge «b.» stands unanswered, and so does one more",
    ),
    "three open": (
        "ada: a\nbob: b -> a\nbob: c -> a\nbob: d -> a",
        "out: Bob's challenge «b.» stands unanswered, and so do 2 more",
    ),
    "conceded": (
        "ada: a\nbob: b -> a [conceded]",
        "out: Bob's challenge «b.» stands, and is recorded as conceded",
    ),
    "re-opened": (
        "ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c",
        "out: Bob's challenge «b.» stands: no reply to it holds",
    ),
    "no reason": ("ada: a < b\nada: b\nbob: c -> b", "out: no stated reason survives"),
    "a reason is withdrawn": (
        "ada: a < b\nada: d\nbob: b -> d [withdrawn]",
        "out: no stated reason survives",
    ),
    "mutual": (
        "ada: a\nbob: b -> a,c\nada: c -> b",
        "undecided: it hangs on Bob's challenge «b.» and Ada's reply «c.», which attack each other",
    ),
    "self": ("bob: a -> a", "undecided: it attacks itself"),
    "a self-attacker": (
        "ada: a\nbob: b -> a,b",
        "undecided: it hangs on Bob's challenge «b.», which attacks itself",
    ),
    "circular": ("ada: a < b\nada: b < a", "undecided: the reasons for it lead back to itself"),
    "on a circle": (
        "ada: a < b\nada: b < c\nada: c < b",
        "undecided: it hangs on Ada's claim «b.», the reasons for which lead back to itself",
    ),
    "three in a circle": (
        "ada: a\nbob: b -> a,d\nbob: c -> b\nbob: d -> c",
        f"undecided: it hangs on {THREE}, which attack one another in a circle",
    ),
    "five in a circle": (
        "bob: a -> b\nbob: b -> c\nbob: c -> d\nbob: d -> e\nbob: e -> a",
        "undecided: it, Bob's reply «b.» and 3 more attack one another in a circle",
    ),
    "a rebuttal itself": ("bob: a -> x\nada: b -> a\nbob: c -> b", "in: the reply to it is answered"),
    "a granted one": (
        "bob: a -> x\nada: u -| a\nada: x",
        "in: nobody disputes what it says, but Ada's reply «u.» denies that it bears on its target",
    ),
    "a granted one, after all": (
        "bob: a -> x\nada: u -| a\nada: x\nbob: v -> u",
        "in: nobody disputes what it says",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), CASES.values(), ids=CASES.keys())
def test_sentences(text: str, sentence: str) -> None:
    explainer = Explainer(evaluate(read(sketch(text, PEOPLE))))
    assert explainer.sentence("a") == sentence


def test_marks_speak_of_themselves() -> None:
    text = "ada: x\nbob: a -> x [withdrawn]\nbob: b -> x [answered-elsewhere]\nada: c"
    explainer = Explainer(evaluate(read(sketch(text), Terms(without=frozenset({"c"})))))
    assert explainer.sentence("a") == "out: withdrawn by its author"
    assert explainer.sentence("b") == "out: answered elsewhere, as the map records"
    assert explainer.sentence("c") == "out: set aside for this question"


def test_what_is_assumed_or_set_aside_says_so() -> None:
    drawn = sketch("ada: a\nbob: b -> a")
    assumed = Explainer(evaluate(read(drawn, Terms(assumed=frozenset({"a"})))))
    assert assumed.sentence("a") == "in: assumed for this question"
    aside = Explainer(evaluate(read(drawn, Terms(without=frozenset({"b"})))))
    assert aside.sentence("a") == "in: the challenge to it is set aside for this question"


def test_steps() -> None:
    explainer = Explainer(
        evaluate(read(sketch("ada: a < i=b < j=c\nada: b\nada: c\nbob: d -> c\nbob: u -| i", PEOPLE)))
    )
    assert explainer.sentence("i") == "out: Bob's challenge «u.» stands unanswered"
    assert explainer.sentence("j") == "out: it needs «c.», which is out"


def test_partners_are_named() -> None:
    drawn = sketch("ada: a\nada: p\nada: q", PEOPLE)
    fields = {"id": "r", "by": "bob", "text": "r.", "attacks": [{"target": "a", "with": ["p", "q"]}]}
    whole = ArgumentMap(claims=drawn.claims, rebuttals={"r": Rebuttal.model_validate(fields)}, people=PEOPLE)
    sentence = Explainer(evaluate(read(whole))).sentence("a")
    assert sentence == "out: Bob's challenge «r.», together with «p.» and «q.», stands unanswered"


@pytest.mark.parametrize(
    ("semantics", "accept", "sentence"),
    [
        (
            "preferred",
            "skeptical",
            "undecided: the preferred extensions do not agree on it, or leave it open",
        ),
        ("preferred", "credulous", "in: some preferred extension holds it"),
        ("ideal", "skeptical", "undecided: the ideal extension leaves it open"),
        ("complete", "skeptical", "undecided: it and ada's reply «b.» attack each other"),
    ],
)
def test_sentences_on_extensions(semantics: str, accept: str, sentence: str) -> None:
    reading = read(sketch("bob: a -> b\nada: b -> a"))
    assert Explainer(evaluate(reading, SEMANTICS[semantics], Acceptance(accept))).sentence("a") == sentence


def test_no_stable_extension() -> None:
    reading = read(sketch("ada: x\nbob: a -> a"))
    explainer = Explainer(evaluate(reading, SEMANTICS["stable"]))
    assert explainer.sentence("x") == "undecided: there is no stable extension, so nothing is decided"


def test_preferred_decides_what_the_replies_leave_open() -> None:
    """Floating acceptance: two that attack each other both attack a third (Makinson & Schlechta 1991)."""
    reading = read(sketch("ada: a\nbob: b -> a\neve: c -> b,d\neve: d -> b,c"))
    assert Explainer(evaluate(reading)).sentence("a").startswith("undecided: it hangs on")
    found = Explainer(evaluate(reading, SEMANTICS["preferred"])).sentence("a")
    assert found == "in: every preferred extension holds it"


@pytest.mark.parametrize(
    ("text", "lacks_reply"),
    [
        ("ada: a\nbob: b -> a", True),
        ("ada: a\nbob: b -> a [conceded]", False),
        ("ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c", False),
        ("ada: a < i=p\nada: p\nbob: b -| i", False),
        ("ada: a\nbob: b -> a\nada: c -> b", False),
        ("ada: a", False),
    ],
)
def test_want_of_a_reply(text: str, lacks_reply: bool) -> None:  # noqa: FBT001
    assert Explainer(evaluate(read(sketch(text)))).lacks_reply("a") is lacks_reply


@given(drawings())
def test_what_is_out_for_want_of_a_reply_says_so(drawn: ArgumentMap) -> None:
    explainer = Explainer(evaluate(read(drawn)))
    for key in explainer.evaluation.statuses:
        sentence = explainer.sentence(key)
        assert explainer.lacks_reply(key) == (sentence.startswith("out:") and "stands unanswered" in sentence)


@given(drawings())
def test_there_is_a_sentence_on_everything(drawn: ArgumentMap) -> None:
    for semantics in SEMANTICS.values():
        evaluation = evaluate(read(drawn), semantics)
        explainer = Explainer(evaluation)
        for key in (*evaluation.statuses, *evaluation.steps):
            status, _, reason = explainer.sentence(key).partition(": ")
            assert status == evaluation.status(key)
            assert reason
            assert not {"true", "false", "wins"} & set(reason.split())
