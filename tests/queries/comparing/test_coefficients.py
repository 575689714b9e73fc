"""The coefficients give what has been published for worked examples."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from krippendorff import alpha

from argmap.queries.comparing.coefficients import (
    Unit,
    Units,
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


def units(*annotators: str) -> Units:
    return Counter(
        tuple(None if one == "." else one for one in unit) for unit in zip(*annotators, strict=True)
    )


def test_cohen_1960() -> None:
    cells: Units = {(one, two): number for one, row in enumerate(COHEN) for two, number in enumerate(row)}
    assert cohen_kappa(cells) == pytest.approx(0.492, abs=0.0005)


def test_fleiss() -> None:
    rated = [tuple(category for category, number in enumerate(row) for _ in range(number)) for row in FLEISS]
    assert fleiss_kappa(Counter(rated)) == pytest.approx(0.210, abs=0.0005)


def test_krippendorff_2011() -> None:
    assert krippendorff_alpha(units(*FOUR_OBSERVERS)) == pytest.approx(0.743, abs=0.0005)


def test_krippendorff_with_three_coders() -> None:
    coders = (".....34121133.3", "1.213343.......", "..21344.21133.4")
    assert krippendorff_alpha(units(*coders)) == pytest.approx(0.691, abs=0.0005)


def test_cass_as_its_authors_compute_it() -> None:
    # What their service shows as an example of its answer.
    assert cass(0.05453840852022301, 0.8627450980392157) == pytest.approx(0.10259149819921817)
    assert cass(0.7, 1) == pytest.approx(14 / 17)
    assert cass(None, 1) is None
    assert cass(-1, 1) is None


def test_general_and_focused_f1() -> None:
    rated = units("RC--", "R-R-")
    assert macro_f1(rated) == pytest.approx((2 / 3 + 0 + 1 / 2) / 3)
    assert focused_f1(rated, "-") == pytest.approx((1 + 0 + 0) / 3)
    assert focused_f1(units("-", "R"), "-") is None


@pytest.mark.parametrize("ratings", [units("", ""), units("aa", "aa"), units("a", ".")])
def test_what_has_no_sense_has_no_value(ratings: Units) -> None:
    assert cohen_kappa(ratings) is None
    assert fleiss_kappa(ratings) is None
    assert krippendorff_alpha(ratings) is None


PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


@given(PAIRS)
def test_laws(pairs: list[tuple[str, str]]) -> None:
    rated = Counter[Unit](pairs)
    turned = Counter[Unit]((two, one) for one, two in pairs)
    for coefficient in (cohen_kappa, fleiss_kappa, krippendorff_alpha):
        value = coefficient(rated)
        assert value == coefficient(turned) or value == pytest.approx(coefficient(turned))
        assert value is None or -1.0000001 <= value <= 1
        assert (coefficient(Counter[Unit]((one, one) for one, _ in pairs)) or 1) == pytest.approx(1)
    assert macro_f1(rated) == pytest.approx(macro_f1(turned))


TABLES = st.integers(2, 4).flatmap(
    lambda annotators: st.lists(st.tuples(*[st.sampled_from("abc")] * annotators), min_size=1, max_size=20)
)


WITH_GAPS = st.lists(
    st.lists(st.sampled_from(["a", "b", "c", None]), min_size=3, max_size=3).map(tuple), min_size=1
)


@given(WITH_GAPS)
def test_alpha_is_that_of_the_package(table: list[Unit]) -> None:
    counts = [[unit.count(category) for category in "abc"] for unit in table]
    paired = [row for row in counts if sum(row) > 1]
    found = krippendorff_alpha(Counter(table))
    if sum(map(any, zip(*paired, strict=True))) > 1:
        assert found == pytest.approx(float(alpha(value_counts=paired, level_of_measurement="nominal")))
    else:
        assert found is None


@given(TABLES)
def test_alpha_and_fleiss_differ_by_the_size_of_the_sample(table: list[tuple[str, ...]]) -> None:
    # Without missing data both have the same observed agreement, and chance without or with replacement.
    fleiss, alpha = fleiss_kappa(Counter(table)), krippendorff_alpha(Counter(table))
    if fleiss is None or alpha is None:
        assert fleiss is alpha
    else:
        number = len(table) * len(table[0])
        assert 1 - alpha == pytest.approx((1 - fleiss) * (number - 1) / number)


@given(TABLES, st.integers(1, 5))
def test_what_is_unrated_or_rated_once_has_no_weight_for_alpha(
    table: list[tuple[str, ...]], number: int
) -> None:
    rated = Counter[Unit](table)
    width = len(table[0])
    more = rated + Counter[Unit]({(None,) * width: number, ("a",) + (None,) * (width - 1): number})
    assert krippendorff_alpha(more) == krippendorff_alpha(rated)
