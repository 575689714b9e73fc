"""The coefficients give what has been published for worked examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.queries.comparing.coefficients import (
    cass,
    cohen_kappa,
    fleiss_kappa,
    focused_f1,
    krippendorff_alpha,
    macro_f1,
)

COHEN = ((88, 10, 2), (14, 40, 6), (18, 10, 12))
"""Cohen 1960: two judges, three categories, 200 cases."""

FLEISS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)
"""Ten subjects, each put by fourteen raters into one of five categories: the usual example of that kappa."""

FOUR_OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
"""Krippendorff 2011, section C: four observers, twelve units, any number of missing data."""


def units(*annotators: str) -> list[list[str | None]]:
    return [[None if one == "." else one for one in unit] for unit in zip(*annotators, strict=True)]


def test_cohen_1960() -> None:
    cells = {(one, two): number for one, row in enumerate(COHEN) for two, number in enumerate(row)}
    pairs = [pair for pair, number in cells.items() for _ in range(number)]
    assert cohen_kappa(pairs) == pytest.approx(0.492, abs=0.0005)


def test_fleiss() -> None:
    rated = [[category for category, number in enumerate(row) for _ in range(number)] for row in FLEISS]
    assert fleiss_kappa(rated) == pytest.approx(0.210, abs=0.0005)


def test_krippendorff_2011() -> None:
    pytest.importorskip("krippendorff")
    assert krippendorff_alpha(units(*FOUR_OBSERVERS)) == pytest.approx(0.743, abs=0.0005)


def test_krippendorff_with_three_coders() -> None:
    pytest.importorskip("krippendorff")
    coders = (".....34121133.3", "1.213343.......", "..21344.21133.4")
    assert krippendorff_alpha(units(*coders)) == pytest.approx(0.691, abs=0.0005)


def test_cass_as_its_authors_compute_it() -> None:
    # What their service shows as an example of its answer.
    assert cass(0.05453840852022301, 0.8627450980392157) == pytest.approx(0.10259149819921817)
    assert cass(0.7, 1) == pytest.approx(14 / 17)
    assert cass(None, 1) is None
    assert cass(-1, 1) is None


def test_general_and_focused_f1() -> None:
    gold, other = ["RA", "CA", "-", "-"], ["RA", "-", "RA", "-"]
    assert macro_f1(gold, other) == pytest.approx((2 / 3 + 0 + 1 / 2) / 3)
    assert focused_f1(gold, other, "-") == pytest.approx((1 + 0 + 0) / 3)
    assert focused_f1(["-"], ["RA"], "-") is None


@pytest.mark.parametrize("ratings", [[], [("a", "a"), ("a", "a")], [("a", None)]])
def test_what_has_no_sense_has_no_value(ratings: list[tuple[str, str | None]]) -> None:
    assert cohen_kappa(ratings) is None
    assert fleiss_kappa(ratings) is None
    assert krippendorff_alpha(ratings) is None


PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


@given(PAIRS)
def test_laws(pairs: list[tuple[str, str]]) -> None:
    turned = [(two, one) for one, two in pairs]
    for coefficient in (cohen_kappa, fleiss_kappa):
        value = coefficient(pairs)
        assert value == coefficient(turned) or value == pytest.approx(coefficient(turned))
        assert value is None or -1.0000001 <= value <= 1
        assert (coefficient([(one, one) for one, _ in pairs]) or 1) == pytest.approx(1)
    one, two = ([pair[at] for pair in pairs] for at in (0, 1))
    assert macro_f1(one, two) == pytest.approx(macro_f1(two, one))
