"""How far annotators agree does not depend on what they call things, and is full with oneself."""

import pytest
from hypothesis import given, settings

import argmap
from argmap.argument_map import ArgumentMap
from argmap.queries.comparing import agree as module
from argmap.queries.comparing.agree import agree
from argmap.queries.comparing.alignment import Given
from argmap.queries.comparing.coefficients import AlphaMissingError
from tests.examples import examples
from tests.maps import argument_maps

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


def test_without_the_library_there_is_no_alpha(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: object) -> None:
        raise AlphaMissingError

    monkeypatch.setattr(module, "krippendorff_alpha", missing)
    found = argmap.agree(read(ADA), read(BORIS))
    assert found.respects["roles"].alpha is None
    assert found.respects["roles"].kappa is not None
    assert "argmap[agree]" in str(found)


def test_one_cannot_agree() -> None:
    with pytest.raises(ValueError, match="two maps at least"):
        argmap.agree(read(ADA))
    with pytest.raises(ValueError, match="needs a name"):
        argmap.agree(read(ADA), read(ADA), names=["ada"])
