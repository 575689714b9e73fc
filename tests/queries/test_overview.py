from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Claim
from argmap.queries.overview import MOST_ROOTS, Overview, overview
from tests.effort import steps
from tests.maps import argument_maps
from tests.sketch import sketch

inclusions = st.booleans()


def with_theses(amap: ArgumentMap, *keys: str) -> ArgumentMap:
    claims = {key: claim.model_copy(update={"main": key in keys}) for key, claim in amap.claims.items()}
    return replace(amap, claims=claims)


def drawn(amap: ArgumentMap, *, inferred: bool = True) -> Overview:
    return overview(amap, list(amap.statements), include_inferred=inferred)


def ancestors(amap: ArgumentMap, key: str) -> set[str]:
    """Find all grounds in the plainest way: until nothing is added."""
    found: set[str] = set()
    grown = {key}
    while grown - found:
        found |= grown
        grown = {
            premise for one in found for step in amap.statements[one].because for premise in step.premises
        }
    return found


@given(argument_maps(), inclusions)
def test_the_number_of_grounds_is_the_size_of_the_set_of_ancestors(amap: ArgumentMap, inferred: bool) -> None:  # noqa: FBT001 — Hypothesis passes it
    for thesis in drawn(amap, inferred=inferred).theses:
        assert set(thesis.grounds) == ancestors(amap, thesis.id) - {thesis.id}
        assert len(thesis.grounds) == len(set(thesis.grounds))


@given(argument_maps(), inclusions)
def test_each_challenge_counts_once_for_each_thesis_that_it_reaches(
    amap: ArgumentMap,
    inferred: bool,  # noqa: FBT001 — Hypothesis passes it
) -> None:
    shown = drawn(amap, inferred=inferred)
    for thesis in shown.theses:
        hit = ancestors(amap, thesis.id)
        reaching = {
            attack.rebuttal
            for attack in amap.attacks
            if amap.statement_of(attack.target).id in hit and (inferred or attack.basis is Basis.STATED)
        }
        assert sorted(thesis.challenges) == sorted(reaching)


@given(argument_maps())
def test_a_challenge_reaches_a_thesis_by_the_lines_that_are_drawn(amap: ArgumentMap) -> None:
    shown = drawn(amap)
    heads = {challenge.id: challenge.heads for challenge in shown.challenges}
    beneath = {thesis.id: {thesis.id} for thesis in shown.theses}
    for _ in shown.theses:
        for support in shown.supports:
            beneath[support.head] |= beneath[support.tail]
    for thesis in shown.theses:
        by_lines = {key for key, aims in heads.items() if beneath[thesis.id].intersection(aims)}
        assert by_lines == set(thesis.challenges)
    assert all(heads.values())


@given(argument_maps())
def test_no_thesis_that_is_marked_is_lost(amap: ArgumentMap) -> None:
    marked = [key for key, claim in amap.claims.items() if claim.main]
    shown = drawn(amap)
    if marked:
        assert [thesis.id for thesis in shown.theses] == marked
        assert not shown.left_out
    assert bool(shown.theses) == bool(amap.statements)
    assert shown == drawn(amap)


def test_a_way_between_two_theses_is_one_line_however_long_and_manifold() -> None:
    amap = with_theses(sketch("ada: a < b < c\nada: b < d\nada: c < d+e\nada: d\nada: e"), "a", "d")
    (support,) = drawn(amap).supports
    assert (support.tail, support.head, support.inferred) == ("d", "a", False)


def test_a_way_past_a_third_thesis_is_not_drawn_again() -> None:
    amap = with_theses(sketch("ada: a < b\nada: b < c\nada: c"), "a", "b", "c")
    assert [(one.tail, one.head) for one in drawn(amap).supports] == [("b", "a"), ("c", "b")]


def test_theses_in_a_circle_support_each_other() -> None:
    amap = with_theses(sketch("ada: a < b\nada: b < a"), "a", "b")
    assert [(one.tail, one.head) for one in drawn(amap).supports] == [("b", "a"), ("a", "b")]


def test_a_challenge_knows_the_theses_that_it_rests_on() -> None:
    amap = with_theses(sketch("ada: a < g\nada: g\nbob: t\nbob: r -> g < h\nbob: h < t"), "a", "t")
    (challenge,) = drawn(amap).challenges
    assert (challenge.heads, challenge.bases) == (("a",), ("t",))


def test_without_theses_the_roots_with_most_beneath_or_against_them_serve() -> None:
    plain = "\n".join(f"ada: c{number}" for number in range(20))
    amap = sketch(f"{plain}\nada: d < e\nada: e\nbob: r -> c19")
    shown = drawn(amap)
    assert len(shown.theses) == MOST_ROOTS
    assert {"d", "c19"} <= {thesis.id for thesis in shown.theses}
    assert len(shown.left_out) == 21 - MOST_ROOTS


def test_conflicts_that_only_the_editor_sees_count_only_when_asked_for() -> None:
    amap = sketch("ada: a\nbob: r -> a [inferred]")
    assert not drawn(amap, inferred=False).challenges
    assert list(drawn(amap).theses[0].challenges) == ["r"]


@pytest.mark.parametrize("grounds", [0, 3], ids=["nothing-but-roots", "roots-with-grounds"])
def test_many_roots_are_weighed_in_proportion(grounds: int) -> None:
    def cost(size: int) -> int:
        names = [[f"c{number}-{ground}" for ground in range(grounds)] for number in range(size)]
        claims = [
            Claim(id=f"c{number}", text="T", because=[each] if each else [])
            for number, each in enumerate(names)
        ]
        claims += [Claim(id=name, text="T") for each in names for name in each]
        many = ArgumentMap(claims={claim.id: claim for claim in claims})
        return steps(lambda: overview(many, list(many.statements)))

    assert cost(400) < 5 * cost(100)


@pytest.mark.parametrize("challenged", [False, True], ids=["grounds", "grounds-and-challenges"])
def test_theses_that_rest_on_one_another_are_weighed_in_proportion(challenged: bool) -> None:  # noqa: FBT001 — a parameter
    def cost(size: int) -> int:
        said = [f"ada: c{at} < c{at + 1}" for at in range(size)] + [f"ada: c{size}"]
        said += [f"bob: r{at} -> c{at}" for at in range(size)] if challenged else []
        chain = with_theses(sketch("\n".join(said)), *(f"c{at}" for at in range(size)))
        return steps(lambda: [(len(one.grounds), len(one.challenges)) for one in drawn(chain).theses])

    assert cost(400) < 5 * cost(100)
