import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import AttackKind, Person, Rebuttal
from tests.sketch import sketch

MAP = sketch(
    "ada: a < i=p+q < p\nada: p\n: q\nbob: b -> a,p\nbob: u -| i\nada: c -| b\nbob: d -| p2\nada: p2 < p"
)


def hits(rebuttal: str) -> list[str]:
    return [attack.target for attack in MAP.attacks_by[rebuttal]]


def test_statements_are_claims_and_then_rebuttals() -> None:
    assert list(MAP.statements) == ["a", "p", "q", "p2", "b", "u", "c", "d"]


def test_inferences() -> None:
    assert list(MAP.inferences) == ["i", "a/2", "p2/1"]
    assert [step.id for step in MAP.uses_of["p"]] == ["i", "a/2", "p2/1"]
    assert "u" not in MAP.uses_of


@pytest.mark.parametrize(
    ("rebuttal", "targets"),
    [("b", ["a", "p"]), ("u", ["i"]), ("c", ["b"]), ("d", ["p2/1"])],
    ids=["two targets", "an inference", "an undercut of a rebuttal", "the only inference of a claim"],
)
def test_what_a_rebuttal_hits(rebuttal: str, targets: list[str]) -> None:
    assert hits(rebuttal) == targets


def test_an_undercut_of_a_claim_with_two_inferences_stays_with_the_claim() -> None:
    drawn = sketch("ada: a < p < q\nada: p\nada: q\nbob: u -| a")
    assert drawn.attacks_by["u"][0].target == "a"


def test_challenges_hit_the_statement_or_an_inference_to_it() -> None:
    assert [attack.rebuttal for attack in MAP.challenges_to("a")] == ["b", "u"]
    assert MAP.challenges_to("q") == ()


def test_a_missing_target_is_no_attack() -> None:
    assert sketch("ada: a\nbob: b -> nowhere").attacks == ()


def test_the_same_attack_twice_counts_once() -> None:
    assert len(sketch("ada: a\nbob: b -> a,a").attacks) == 1


def test_two_kinds_of_attack_on_one_target_are_two_attacks() -> None:
    aims = [{"target": "a", "kind": "rebut"}, {"target": "a", "kind": "undermine"}]
    both = Rebuttal.model_validate({"id": "b", "text": "x", "attacks": aims})
    drawn = ArgumentMap(claims=sketch("ada: a").claims, rebuttals={"b": both})
    assert [attack.kind for attack in drawn.attacks] == [AttackKind.REBUT, AttackKind.UNDERMINE]


def test_an_attack_on_a_named_attack_hits_the_rebuttal_that_makes_it() -> None:
    named = Rebuttal.model_validate({"id": "b", "text": "x", "attacks": {"target": "a", "id": "b-on-a"}})
    undercut = Rebuttal.model_validate({"id": "c", "text": "x", "attacks": "b-on-a", "kind": "undercut"})
    drawn = ArgumentMap(claims=sketch("ada: a").claims, rebuttals={"b": named, "c": undercut})
    (attack,) = drawn.attacks_by["c"]
    assert (attack.target, attack.denies) == ("b", "b-on-a")


def test_the_statement_of_a_node() -> None:
    assert MAP.statement_of("i").id == "a"
    assert MAP.statement_of("b").id == "b"
    with pytest.raises(KeyError):
        MAP.statement_of("nowhere")


def test_names() -> None:
    drawn = ArgumentMap(people={"ada": Person(name="Ada Lovelace")})
    assert [drawn.person_name(key) for key in ("ada", "bob", None)] == ["Ada Lovelace", "bob", "nobody named"]


def test_maps_are_equal_by_value() -> None:
    assert sketch("ada: a") == sketch("ada: a")
    assert sketch("ada: a") != sketch("bob: a")


def test_an_empty_map() -> None:
    empty = ArgumentMap()
    assert (empty.statements, empty.attacks, list(empty.graph)) == ({}, (), [])
