"""How far annotators agree does not depend on what they call things, and is full with oneself."""

import csv
import io
import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.agree import PairAgreement, agree
from argmap.queries.comparing.alignment import Given
from argmap.queries.comparing.coefficients import Unit, fleiss_kappa, krippendorff_alpha
from argmap.report.agree import units_csv
from tests.cli.test_json import validator
from tests.examples import examples
from tests.maps import argument_maps
from tests.queries.comparing.readings import Reading, map_of, readings

ADA = """
claims:
  - {id: close, text: Market Street should be closed to cars., because: [air, trade]}
  - {id: air, text: Without traffic everybody breathes more easily.}
  - {id: trade, text: Retailers gain customers where pedestrians stroll.}
rebuttals:
  - {id: vans, attacks: close, text: Deliveries must reach every warehouse.}
"""
BORIS = """
claims:
  - {id: c, text: Market Street should be closed to cars., because: a}
  - {id: a, text: Without traffic everybody breathes more easily.}
  - {id: v, text: Deliveries must reach every warehouse.}
rebuttals:
  - {id: t, attacks: c, kind: undermine, text: Retailers gain customers where pedestrians stroll.}
"""
CARLA = ADA.replace("attacks: close", "attacks: close, kind: undermine").replace("trade]", "]")


def read(text: str) -> ArgumentMap:
    loaded = argmap.assemble([argmap.read_text("map.yaml", None, text)])
    assert not loaded.errors, loaded.errors
    return loaded.map


@given(argument_maps())
def test_everybody_agrees_with_themselves(argument_map: ArgumentMap) -> None:
    for number in (2, 3):
        found = agree([argument_map] * number)
        assert found.common == found.total == len(argument_map.statements)
        for one in found.respects.values():
            assert one.agreed == one.units
            assert {one.kappa, one.mean_kappa, one.alpha} <= {None, 1.0}
        for pair in found.pairs:
            assert pair.shared == 1
            assert {pair.general, pair.focused, pair.focused_back, pair.cass_f1} <= {None, 1.0}


@settings(max_examples=examples(30), deadline=None)
@given(argument_maps(), argument_maps(), argument_maps())
def test_any_maps_can_be_put_beside_each_other(
    one: ArgumentMap, two: ArgumentMap, three: ArgumentMap
) -> None:
    found = agree([one, two, three])
    assert found.common <= min(len(each.statements) for each in (one, two, three))
    assert len(found.pairs) == 3
    assert all(0 <= pair.shared <= 1 for pair in found.pairs)


def test_the_units_are_what_they_are_said_to_be() -> None:
    found = agree([read(ADA), read(BORIS)])
    roles, relations, kinds = (found.respects[name] for name in ("roles", "relations", "kinds"))
    assert (roles.units, roles.agreed) == (4, 2)
    # Four statements make twelve ordered pairs; only of trade, and of vans and close, do the two differ.
    assert (relations.units, relations.agreed) == (12, 10)
    assert (kinds.units, kinds.kappa) == (0, None)
    (pair,) = found.pairs
    # Inference: 2 and 1, 1 in common. Conflict: 1 and 1, none in common. None: 9 and 10, 9 in common.
    assert pair.general == pytest.approx((2 / 3 + 0 + 18 / 19) / 3)
    assert pair.focused == pytest.approx((2 / 3 + 0 + 0) / 3)


def test_kinds_are_compared_where_both_see_an_attack() -> None:
    found = agree([read(ADA), read(CARLA)])
    assert found.respects["kinds"].units == 1
    assert found.respects["kinds"].agreed == 0


def test_what_two_of_three_have_is_judged_by_these_two() -> None:
    short = read("claims: [{id: x, text: Market Street should be closed to cars.}]")
    found = agree([short, read(ADA), read(BORIS)])
    assert (found.common, found.total) == (1, 4)
    assert found.respects["roles"].units == 4
    last = found.pairs[-1]
    assert (last.first, last.second, last.shared) == (1, 2, 1.0)


def test_an_alignment_that_was_given_counts() -> None:
    found = agree([read(ADA), read(BORIS)], [Given({"air": None})])
    assert found.common == 3


MANY = settings(max_examples=examples(60), deadline=None)


def numbers(pair: PairAgreement) -> list[float | None]:
    """Give the coefficients of a pair that do not depend on which map is the first."""
    kappas = (pair.roles, pair.relations, pair.kinds, pair.shared, pair.cass_kappa)
    return [*kappas, pair.cass_f1, pair.general]


@MANY
@given(readings(3), st.permutations(range(3)))
def test_the_order_of_the_maps_makes_no_difference(read_so: list[Reading], order: list[int]) -> None:
    maps = [map_of(one) for one in read_so]
    found, turned = agree(maps), agree([maps[at] for at in order])
    assert (found.common, found.total) == (turned.common, turned.total)
    for one, other in zip(found.respects.values(), turned.respects.values(), strict=True):
        assert (one.units, one.complete, one.agreed) == (other.units, other.complete, other.agreed)
        assert one.kappa == pytest.approx(other.kappa)
        assert one.mean_kappa == pytest.approx(other.mean_kappa)
        assert one.alpha == pytest.approx(other.alpha)
    pairs = {frozenset((pair.first, pair.second)): pair for pair in found.pairs}
    for its in turned.pairs:
        pair = pairs[frozenset((order[its.first], order[its.second]))]
        assert numbers(pair) == pytest.approx(numbers(its))
        focused = (its.focused, its.focused_back)
        same_way = order[its.first] < order[its.second]
        assert (pair.focused, pair.focused_back) == pytest.approx(focused if same_way else focused[::-1])


@MANY
@given(readings(3, may_repeat=False))
def test_what_maps_call_their_statements_makes_no_difference(read_so: list[Reading]) -> None:
    found = agree([map_of(one) for one in read_so])
    renamed = agree([map_of(one, name) for one, name in zip(read_so, ("s{}", "t{}", "{}b"), strict=True)])
    assert found.respects == renamed.respects
    assert found.pairs == renamed.pairs


@MANY
@given(readings(3))
def test_everything_that_was_judged_can_be_counted_again(read_so: list[Reading]) -> None:
    maps = [map_of(one) for one in read_so]
    found = agree(maps)
    rows = list(csv.reader(io.StringIO(units_csv(found, ["a", "b", "c"]).removeprefix("\ufeff"))))[1:]
    for respect, one in found.respects.items():
        units = Counter[Unit](tuple(cell or None for cell in row[1::3]) for row in rows if row[0] == respect)
        assert units.total() == one.units
        assert krippendorff_alpha(units) == pytest.approx(one.alpha)
        assert fleiss_kappa(units) == pytest.approx(one.kappa)
    told = [(each.respect, each.nodes) for each in found.differences]
    assert len(told) == sum(
        found.respects[name].units - found.respects[name].agreed for name in ("roles", "relations")
    )
    for _, nodes in told:
        assert all(
            ids is None or all(name in each.statements for name in ids)
            for ids, each in zip(nodes, maps, strict=True)
        )


@MANY
@given(readings(3))
def test_the_document_and_the_page_can_always_be_written(read_so: list[Reading]) -> None:
    answer = argmap.agree(*(map_of(one) for one in read_so))
    json.dumps(answer.document(), allow_nan=False)
    validator("agree").validate(answer.document())
    assert str(answer).count("No kappa") + str(answer).count("No alpha") == sum(
        None in (one.kappa, one.alpha) for one in answer.respects.values()
    )


def test_the_same_words_twice_are_told_apart_by_what_bears_on_them() -> None:
    twice = (
        "claims: [{id: %s, text: It rains.}, {id: %s, text: It rains., because: c}, {id: c, text: Look out.}]"
    )
    found = agree([read(twice % ("a", "b")), read(twice.replace("%s", "x", 1) % "y")])
    assert [(pair.key, pair.other) for pair in found.between[0, 1].pairs] == [
        ("a", "x"),
        ("b", "y"),
        ("c", "c"),
    ]
    assert not found.differences


def test_one_cannot_agree() -> None:
    with pytest.raises(ValueError, match="two maps at least"):
        argmap.agree(read(ADA))
    with pytest.raises(ValueError, match="needs a name"):
        argmap.agree(read(ADA), read(ADA), names=["ada"])
