"""The buckets: each by its definition, then properties that hold of every map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.owing import owed_by
from argmap.queries.unanswered import choose, find_standing
from tests.semantics.drawings import IN, OUT, Definition, drawings
from tests.sketch import sketch


def buckets(text: str, *, include_inferred: bool = False) -> dict[str, str]:
    standing = find_standing(sketch(text), include_inferred=include_inferred)
    return {key: bucket.value for key, bucket in standing.buckets.items()}


CASES = {
    "a claim alone": ("ada: a", {"a": "unchallenged"}),
    "a premise is listed too": ("ada: a < p\nada: p", {"a": "unchallenged", "p": "unchallenged"}),
    "a support is no challenge": ("ada: a\nbob: s < a", {"a": "unchallenged", "s": "unchallenged"}),
    "no reply": ("ada: a\nbob: b -> a", {"b": "open"}),
    "an attack on an inference challenges its conclusion": (
        "ada: a < i=p\nada: p\nbob: u -| i",
        {"p": "unchallenged", "u": "open"},
    ),
    "an undercut of a claim with one inference means the inference": (
        "ada: a < p\nada: p\nbob: u -| a",
        {"p": "unchallenged", "u": "open"},
    ),
    "an attack on a premise does not challenge the conclusion": (
        "ada: a < p\nada: p\nbob: b -? p",
        {"a": "unchallenged", "b": "open"},
    ),
    "a reply": ("ada: a\nbob: b -> a\nada: c -> b", {"b": "answered"}),
    "a support of the claim is no reply": (
        "ada: a < p\nada: p\nbob: b -> a",
        {"p": "unchallenged", "b": "open"},
    ),
    "the reply is defeated": (
        "ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c",
        {"b": "reopened", "d": "open"},
    ),
    "the chain is followed to its end": (
        "ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c\nada: e -> d",
        {"b": "answered", "d": "answered"},
    ),
    "one of two replies stands": (
        "ada: a\nbob: b -> a\nada: c -> b\nada: e -> b\nbob: d -> c",
        {"b": "answered", "d": "open"},
    ),
    "both replies are defeated": (
        "ada: a\nbob: b -> a\nada: c -> b\nada: e -> b\nbob: d -> c,e",
        {"b": "reopened", "d": "open"},
    ),
    "challenge and reply attack each other": ("ada: a\nbob: b -> a,c\nada: c -> b", {"b": "mutual"}),
    "a third voice decides a mutual attack": (
        "ada: a\nbob: b -> a,c\nada: c -> b\neve: d -> c",
        {"b": "reopened", "d": "open"},
    ),
    "a circle of three decides nothing": (
        "ada: a\nbob: b -> a,d\nada: c -> b\nada: d -> c",
        {"b": "mutual", "c": "mutual", "d": "mutual"},
    ),
    "a reply that undercuts the only ground": (
        "ada: a\nbob: b -> a < i=p\nbob: p\nada: c -| i",
        {"p": "unchallenged", "b": "answered"},
    ),
    "a reply that leaves a ground standing": (
        "ada: a\nbob: b -> a < i=p < q\nbob: p\nbob: q\nada: c -| i",
        {"p": "unchallenged", "q": "unchallenged", "b": "reopened"},
    ),
    "a reply whose only ground is refuted": (
        "ada: a\nbob: b -> a\nada: c -> b < p\nada: p\nbob: d -> p",
        {"b": "reopened", "d": "open"},
    ),
    "a reply whose refuted ground is defended": (
        "ada: a\nbob: b -> a\nada: c -> b < p\nada: p\nbob: d -> p\nada: e -> d",
        {"b": "answered", "d": "answered"},
    ),
    "a reply with another ground left": (
        "ada: a\nbob: b -> a\nada: c -> b < p < q\nada: p\nada: q\nbob: d -> p",
        {"q": "unchallenged", "b": "answered", "d": "open"},
    ),
    "a reply whose ground rests on what is refuted": (
        "ada: a\nbob: b -> a\nada: c -> b < p\nada: p < q\nada: q\nbob: d -> q",
        {"p": "unchallenged", "b": "reopened", "d": "open"},
    ),
    "a refuted ground is no reply": (
        "ada: a\nbob: b -> a < p\nbob: p\nada: d -> p",
        {"b": "open", "d": "open"},
    ),
    "no reply stands, though the ground of the challenge is refuted": (
        "ada: a\nbob: b -> a < p\nbob: p\nada: r -> p\nada: c -> b\nbob: d -> c",
        {"b": "reopened", "r": "open", "d": "open"},
    ),
    "a reply that argues in a circle decides nothing": (
        "ada: a\nbob: b -> a\nada: c -> b < p\nada: p < q\nada: q < p",
        {"p": "unchallenged", "q": "unchallenged", "b": "mutual"},
    ),
    "a withdrawn reply answers nothing": (
        "ada: a\nbob: b -> a\nada: c -> b [withdrawn]",
        {"b": "reopened"},
    ),
    "conceded": ("ada: a\nbob: b -> a [conceded]", {"b": "conceded"}),
    "withdrawn": ("ada: a\nbob: b -> a [withdrawn]", {"b": "withdrawn"}),
    "answered elsewhere": ("ada: a\nbob: b -> a [answered-elsewhere]", {"b": "answered_elsewhere"}),
    "a marker outweighs a reply": ("ada: a\nbob: b -> a [conceded]\nada: c -> b", {"b": "conceded"}),
    "a withdrawn attack defeats no reply": (
        "ada: a\nbob: b -> a\nada: c -> b\nbob: d -> c [withdrawn]",
        {"b": "answered", "d": "withdrawn"},
    ),
    "a reply denies that a challenge bears on what only the editor sees": (
        "ada: t [inferred]\nbob: b -> t\nada: c -| b",
        {"b": "answered"},
    ),
    "a reply denies that a challenge bears on what is withdrawn": (
        "ada: a\nbob: b -> a\nada: c -> b [withdrawn]\nbob: d -> c\nada: e -| d",
        {"b": "reopened", "d": "answered"},
    ),
    "an attack on oneself": ("ada: a\nbob: b -> a,b", {"b": "mutual"}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_bucket(text: str, expected: dict[str, str]) -> None:
    assert buckets(text) == expected


INFERRED = "ada: a\nbob: b -> a [inferred]"


def test_inferred_attacks_challenge_only_when_asked_for() -> None:
    assert buckets(INFERRED) == {"a": "unchallenged"}
    assert buckets(INFERRED, include_inferred=True) == {"b": "open"}


def test_inferred_replies_answer_only_when_asked_for() -> None:
    text = "ada: a\nbob: b -> a\nada: c -> b [inferred]"
    assert buckets(text) == {"b": "open"}
    assert buckets(text, include_inferred=True) == {"b": "answered"}


def test_inferred_claims_are_listed_only_when_asked_for() -> None:
    assert buckets("ada: a [inferred]") == {}
    assert buckets("ada: a [inferred]", include_inferred=True) == {"a": "unchallenged"}


def test_replies_are_named_once_and_in_order() -> None:
    standing = find_standing(sketch("ada: a\nbob: b -> a < i=p\nbob: p\nada: c -> b,i\nada: d -> b"))
    assert standing.replies["b"] == ("c", "d")


def test_the_debtors_are_the_authors_of_what_is_attacked() -> None:
    drawn = sketch("ada: a\neve: e < i=a\n: n\nbob: b -> a,e,i,n")
    assert owed_by(drawn, drawn.rebuttals["b"]) == ("ada", "eve")


def test_choosing() -> None:
    drawn = sketch("ada: a\neve: e\nbob: b -> a\nbob: c -> e\nada: u")
    standing = find_standing(drawn)
    assert choose(drawn, standing, {"b", "u"})[Bucket.OPEN] == ["b"]
    assert choose(drawn, standing, {"b", "u"})[Bucket.UNCHALLENGED] == ["u"]
    only = choose(drawn, standing, drawn.statements, buckets=[Bucket.OPEN], debtors={"eve"})
    assert only[Bucket.OPEN] == ["c"]
    assert list(only) == list(Bucket)
    assert sum(map(len, only.values())) == 1


def test_members_keep_the_order_of_the_map() -> None:
    standing = find_standing(sketch("ada: z\nada: a\nada: m"))
    assert standing.members(Bucket.UNCHALLENGED) == ["z", "a", "m"]


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """Any claims, and any rebuttals of claims and rebuttals, circles included."""
    claims = [f"c{n}" for n in range(draw(st.integers(1, 3)))]
    rebuttals = [f"r{n}" for n in range(draw(st.integers(0, 6)))]
    targets = st.lists(st.sampled_from(claims + rebuttals), min_size=1, max_size=3, unique=True)
    marks = st.sampled_from(["", "", "", "withdrawn", "conceded", "answered-elsewhere"])
    return ArgumentMap(
        claims={key: Claim(id=key, by="ada", text="x") for key in claims},
        rebuttals={
            key: Rebuttal.model_validate(
                {"id": key, "by": "bob", "text": "x", "attacks": draw(targets)}
                | ({mark: "m"} if (mark := draw(marks)) else {})
            )
            for key in rebuttals
        },
    )


@given(debates())
def test_buckets_fit_what_is_recorded(drawn: ArgumentMap) -> None:
    standing = find_standing(drawn)
    for key, bucket in standing.buckets.items():
        if key in drawn.claims:
            assert (bucket is Bucket.UNCHALLENGED) == (not drawn.attacks_on.get(key))
        elif drawn.rebuttals[key].marker:
            assert bucket.value == str(drawn.rebuttals[key].marker).replace("-", "_")
        else:
            assert (bucket is Bucket.OPEN) == (not standing.replies.get(key))


@given(debates())
def test_every_direct_challenge_has_a_bucket(drawn: ArgumentMap) -> None:
    standing = find_standing(drawn)
    direct = {key for key, rebuttal in drawn.rebuttals.items() if drawn.claims.keys() & set(rebuttal.attacks)}
    assert direct <= standing.buckets.keys()
    challenged = {target for rebuttal in drawn.rebuttals.values() for target in rebuttal.attacks}
    assert drawn.claims.keys() - challenged == set(standing.members(Bucket.UNCHALLENGED))


@given(drawn=drawings(), include_inferred=st.booleans())
def test_nothing_is_called_answered_that_stands(drawn: ArgumentMap, *, include_inferred: bool) -> None:
    standing = find_standing(drawn, include_inferred=include_inferred)
    definition = Definition(drawn, include_inferred=include_inferred)
    labels = definition.least()
    for key in standing.members(Bucket.ANSWERED):
        bears = [labels[attack] for attack in definition.attacks if attack.rebuttal == key]
        assert labels[key] == OUT or set(bears) == {OUT}
        assert any(labels[reply] == IN for reply in standing.replies[key])


@given(debates())
def test_a_new_reply_to_an_open_challenge_answers_it(drawn: ArgumentMap) -> None:
    for key in find_standing(drawn).members(Bucket.OPEN):
        reply = Rebuttal(id="new", by="ada", text="x", aims=(key,))
        longer = ArgumentMap(claims=drawn.claims, rebuttals={**drawn.rebuttals, "new": reply})
        assert find_standing(longer).buckets[key] is Bucket.ANSWERED


@pytest.mark.parametrize(
    ("denied", "bucket"),
    [(["on-a"], Bucket.REOPENED), (["on-a", "on-b"], Bucket.ANSWERED)],
)
def test_a_challenge_of_two_claims_is_answered_only_on_both(denied: list[str], bucket: Bucket) -> None:
    aims = [{"target": "a", "id": "on-a"}, {"target": "b", "id": "on-b"}]
    rebuttals = {
        "r": Rebuttal.model_validate({"id": "r", "text": "x", "attacks": aims}),
        "u": Rebuttal.model_validate({"id": "u", "text": "x", "attacks": denied, "kind": "undercut"}),
    }
    claims = {key: Claim(id=key, text="x") for key in ("a", "b")}
    standing = find_standing(ArgumentMap(claims=claims, rebuttals=rebuttals))
    assert standing.buckets == {"r": bucket}
