import pytest
from hypothesis import given

from argmap.semantics.framework import Framework
from tests.semantics.frameworks import Pairs, pairs


@given(pairs(9))
def test_rows_list_who_attacks_whom(drawing: tuple[int, Pairs]) -> None:
    size, attacks = drawing
    framework = Framework.from_pairs(size, attacks)
    assert [set(row) for row in framework.targets] == [{b for a, b in attacks if a == n} for n in range(size)]
    assert [set(row) for row in framework.attackers] == [
        {a for a, b in attacks if b == n} for n in range(size)
    ]
    assert framework.in_degrees == [len(row) for row in framework.attackers]
    assert len(framework.targets) == size
    assert framework.self_attackers == {a for a, b in attacks if a == b}


def test_arguments_have_names() -> None:
    nixon = Framework.from_names(["quaker", "republican"], [("quaker", "republican")])
    assert nixon.find("republican") == 1
    assert nixon.find("1") is None
    assert nixon.name(0) == "quaker"


@pytest.mark.parametrize(("name", "argument"), [("1", 0), ("3", 2), ("4", None), ("0", None), ("x", None)])
def test_without_names_arguments_are_counted_from_one(name: str, argument: int | None) -> None:
    assert Framework.from_pairs(3, []).find(name) == argument


def test_an_attack_given_twice_counts_once() -> None:
    assert list(Framework.from_pairs(2, [(0, 1), (0, 1)]).attacks()) == [(0, 1)]


@pytest.mark.parametrize("pair", [(0, 2), (-1, 0)])
def test_an_attack_outside_the_framework_is_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        Framework.from_pairs(2, [pair])


@pytest.mark.parametrize("names", [["a"], ["a", "a"]])
def test_names_must_fit(names: list[str]) -> None:
    with pytest.raises(ValueError, match="2 distinct names"):
        Framework.from_pairs(2, [], names)


def test_an_attack_between_unknown_names_is_refused() -> None:
    with pytest.raises(KeyError):
        Framework.from_names(["a"], [("a", "b")])
