"""The formulas of gradual semantics, with values worked out by hand, and what the literature proves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.influence import Gradual, strength

HALVES = {
    Gradual.QUADRATIC_ENERGY: (0.4, 0.6),
    Gradual.DF_QUAD: (0.25, 0.75),
    Gradual.EULER: (0.42452, 0.58890),
    Gradual.H_CATEGORISER: (1 / 3, 0.5),
}
shares = st.floats(0, 1)
several = st.lists(shares, max_size=4)


@pytest.mark.parametrize("semantics", Gradual)
def test_one_attack_or_support_of_a_half_on_a_half(semantics: Gradual) -> None:
    attacked, supported = HALVES[semantics]
    assert strength(semantics, 0.5, [0.5], []) == pytest.approx(attacked, abs=1e-5)
    assert strength(semantics, 0.5, [], [0.5]) == pytest.approx(supported, abs=1e-5)


@given(st.sampled_from(Gradual), shares)
def test_what_nothing_touches_keeps_its_base_score(semantics: Gradual, base: float) -> None:
    assert strength(semantics, base, [], []) == pytest.approx(base)


@given(st.sampled_from(Gradual), shares, several, several)
def test_strengths_lie_between_0_and_1(
    semantics: Gradual, base: float, attacks: list[float], supports: list[float]
) -> None:
    assert -1e-12 <= strength(semantics, base, attacks, supports) <= 1 + 1e-12


@given(st.sampled_from(Gradual), shares, several, several, shares)
def test_an_attack_never_strengthens_and_a_support_never_weakens(
    semantics: Gradual, base: float, attacks: list[float], supports: list[float], other: float
) -> None:
    before = strength(semantics, base, attacks, supports)
    assert strength(semantics, base, [*attacks, other], supports) <= before + 1e-12
    assert strength(semantics, base, attacks, [*supports, other]) >= before - 1e-12


@given(st.sampled_from([Gradual.QUADRATIC_ENERGY, Gradual.DF_QUAD]), shares, several, several)
def test_duality(semantics: Gradual, base: float, attacks: list[float], supports: list[float]) -> None:
    """Potyka (2018): attacks and supports are mirror images of each other."""
    one = strength(semantics, base, attacks, supports)
    other = strength(semantics, 1 - base, supports, attacks)
    assert one == pytest.approx(1 - other)
