"""Which of two works is surely the later."""

import pytest

from argmap.argument_map import ArgumentMap
from argmap.model import MapInfo, Source
from argmap.queries.order import order_of_works

_DATES = {"a": "2019", "b": "2019-06", "c": "2020-01-01", "d": None, "e": "forthcoming", "f": "some day"}
MAP = ArgumentMap(
    MapInfo(sequence=("d", "c", "b")),
    sources={key: Source(title=key, date=date) for key, date in _DATES.items()},
)


@pytest.mark.parametrize(
    ("work", "than", "later"),
    [
        ("c", "a", True),
        ("a", "c", False),
        ("b", "a", False),
        ("c", "d", True),
        ("b", "c", True),
        ("e", "c", True),
        ("d", "a", False),
        ("f", "a", False),
    ],
)
def test_the_sequence_counts_before_the_dates(work: str, than: str, *, later: bool) -> None:
    assert order_of_works(MAP).is_later(work, than) is later


def test_what_has_neither_place_nor_date_is_unknown() -> None:
    order = order_of_works(MAP)
    assert [key for key in MAP.sources if not order.is_known(key)] == ["f"]


def test_a_work_that_stands_twice_in_the_sequence_has_no_place() -> None:
    order = order_of_works(ArgumentMap(MapInfo(sequence=("a", "b", "a", "c"))))
    assert order.is_later("c", "b")
    assert not order.is_known("a")
    assert not order.is_later("a", "b")


def test_works_are_listed_by_place_then_by_date() -> None:
    assert order_of_works(MAP).in_order(sorted(MAP.sources)) == ("d", "c", "b", "a", "e", "f")
