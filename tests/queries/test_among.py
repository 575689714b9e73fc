"""Sets of statements of one map."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.queries.among import Among, among, at

KEYS = tuple(f"k{number}" for number in range(70))
choices = st.sets(st.sampled_from(KEYS))


@given(choices, choices)
def test_they_are_sets_in_the_order_of_the_list(some: set[str], others: set[str]) -> None:
    first, second = among(KEYS, some.__contains__), among(KEYS, others.__contains__)
    assert list(first) == [key for key in KEYS if key in some]
    assert len(first) == len(some)
    assert bool(first) == bool(some)
    assert list(first.common(second)) == [key for key in KEYS if key in some & others]
    assert all((key in first) == (key in some) for key in KEYS)


@given(choices, choices)
def test_where_they_begin_does_not_matter(some: set[str], others: set[str]) -> None:
    first, second = among(KEYS, some.__contains__), among(KEYS, others.__contains__)
    shifted = at(KEYS, first.bits)
    assert list(shifted) == list(first)
    assert list(shifted.common(second)) == list(second.common(shifted)) == list(first.common(second))


def test_there_may_be_nothing() -> None:
    assert list(among((), bool)) == list(at(KEYS, 0)) == []
    assert not Among(KEYS)
