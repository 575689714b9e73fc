import pytest
from pydantic import ValidationError

from argmap.model import AttackKind, Basis, Citation, Claim, Inference, Marker, Rebuttal


def claim(**fields: object) -> Claim:
    return Claim.model_validate({"id": "c", "text": "x"} | fields)


def rebuttal(**fields: object) -> Rebuttal:
    return Rebuttal.model_validate({"id": "r", "text": "x", "attacks": "c"} | fields)


@pytest.mark.parametrize(
    ("because", "premises"),
    [
        ("p", [("p",)]),
        (["p", "q"], [("p",), ("q",)]),
        ([["p", "q"], "r"], [("p", "q"), ("r",)]),
        ([{"premises": "p"}], [("p",)]),
        ([{"premises": ["p", "q"]}], [("p", "q")]),
        ([], []),
    ],
)
def test_grounds(because: object, premises: list[tuple[str, ...]]) -> None:
    assert [step.premises for step in claim(because=because).because] == premises


def test_inferences_are_called_after_their_conclusion() -> None:
    steps = claim(because=["p", {"id": "mine", "premises": "q"}, "r"]).because
    assert [step.id for step in steps] == ["c/1", "mine", "c/3"]
    assert {step.conclusion for step in steps} == {"c"}


def test_an_inference_may_name_its_own_conclusion_only() -> None:
    assert claim(because=[{"premises": "p", "conclusion": "c"}]).because[0].conclusion == "c"
    with pytest.raises(ValidationError, match="the conclusion is the statement it stands under"):
        claim(because=[{"premises": "p", "conclusion": "d"}])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("work", Citation(work="work")),
        ("work, para. 3", Citation(work="work", locator="para. 3")),
        ("work, pp. 1, 2", Citation(work="work", locator="pp. 1, 2")),
        ({"work": "work", "locator": "para. 3"}, Citation(work="work", locator="para. 3")),
    ],
)
def test_citations(written: object, read: Citation) -> None:
    assert claim(source=written).source == read
    assert str(read) in {"work", "work, para. 3", "work, pp. 1, 2"}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"text": None}, "neither a text nor a title"),
        ({"colour": "red"}, "Extra inputs"),
        ({"text": ""}, "at least 1 character"),
        ({"text": "   "}, "at least 1 character"),
        ({"id": "a b"}, "match pattern"),
        ({"id": "-a"}, "match pattern"),
        ({"id": "a" * 201}, "at most 200"),
        ({"basis": "guessed"}, "'stated' or 'inferred'"),
        ({"because": 3}, "valid tuple"),
        ({"because": [{"premises": []}]}, "at least 1 item"),
        ({"because": [3]}, "valid dictionary or instance of Inference"),
    ],
    ids=str,
)
def test_what_is_no_claim(fields: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        claim(**fields)


@pytest.mark.parametrize("key", ["a", "é", "истомин", "北京", "a_b.c-d", "1984", "e\u0301te"])
def test_keys_of_every_script(key: str) -> None:
    assert claim(id=key).id == key


def test_the_label_is_the_title_or_else_the_text() -> None:
    assert claim(title="t").label == "t"
    assert claim().label == "x"


@pytest.mark.parametrize(
    ("attacks", "targets"),
    [
        ("a", ("a",)),
        (["a", "b"], ("a", "b")),
        ({"target": "a"}, ("a",)),
        (["a", {"target": "b"}], ("a", "b")),
    ],
)
def test_attacks(attacks: object, targets: tuple[str, ...]) -> None:
    assert rebuttal(attacks=attacks).attacks == targets


def test_an_aim_may_have_a_kind_of_its_own() -> None:
    made = rebuttal(kind="undermine", attacks=["a", {"target": "b", "kind": "undercut"}])
    assert [aim.kind for aim in made.aims] == [None, AttackKind.UNDERCUT]


def test_defaults() -> None:
    assert rebuttal().kind is AttackKind.REBUT
    assert rebuttal().basis is Basis.STATED
    assert rebuttal().marker is None


@pytest.mark.parametrize("marker", Marker)
def test_markers(marker: Marker) -> None:
    assert rebuttal(**{marker.value: "work, p. 1"}).marker is marker


def test_a_challenge_ends_once() -> None:
    with pytest.raises(ValidationError, match="more than one of conceded, withdrawn"):
        rebuttal(conceded="w", withdrawn="w")


@pytest.mark.parametrize("attacks", [[], None, 3])
def test_a_rebuttal_attacks_something(attacks: object) -> None:
    with pytest.raises(ValidationError):
        rebuttal(attacks=attacks)


def test_records_are_frozen_and_equal_by_value() -> None:
    assert claim() == claim()
    assert hash(claim()) == hash(claim())
    with pytest.raises(ValidationError, match="frozen"):
        claim().text = "y"  # type: ignore[misc]


def test_an_inference_can_be_made_in_python() -> None:
    assert Inference(id="i", conclusion="c", premises=("p",)).basis is Basis.STATED
