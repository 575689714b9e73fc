"""Dates as EDTF has them (Library of Congress 2019), and which is the earlier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.dates import Day, parse_date

_NEVER = (10**9, 12, 31)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2019", (2019, 1, 1), (2019, 12, 31)),
        ("2020-02", (2020, 2, 1), (2020, 2, 29)),
        ("2019-04-08", (2019, 4, 8), (2019, 4, 8)),
        ("2018-12/2019-02", (2018, 12, 1), (2019, 2, 28)),
        ("2019/..", (2019, 1, 1), _NEVER),
        ("../2019", (-(10**9), 1, 1), (2019, 12, 31)),
        ("1984?", (1984, 1, 1), (1984, 12, 31)),
        ("1984-05~", (1984, 5, 1), (1984, 5, 31)),
        ("192X", (1920, 1, 1), (1929, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("2001-21", (2001, 1, 1), (2001, 12, 31)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-0043-02-29", (-43, 2, 28), None),
        ("-0044-03-15", (-44, 3, 15), (-44, 3, 15)),
        ("Y-17000", (-17000, 1, 1), (-17000, 12, 31)),
        ("forthcoming", _NEVER, _NEVER),
        ("In Press", _NEVER, _NEVER),
    ],
)
def test_dates(written: str, first: Day, last: Day | None) -> None:
    date = parse_date(written)
    assert (date and date.span) == ((first, last) if last else None)


@pytest.mark.parametrize(
    "written",
    [
        "2019-13",
        "2019-02-30",
        "8 April 2019",
        "",
        "2019/2018",
        "../..",
        "19X1",
        "192X-04",
        "2019-21-01",
        "n.d.",
    ],
)
def test_no_dates(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("written", "marks"), [("1984?", (True, False)), ("1984~", (False, True)), ("1984-05%", (True, True))]
)
def test_doubt(written: str, marks: tuple[bool, bool]) -> None:
    date = parse_date(written)
    assert date
    assert date.start
    assert (date.start.is_uncertain, date.start.is_approximate) == marks


@given(st.text("0123456789-/.X?~%Y ", max_size=12))
def test_a_span_is_never_the_wrong_way_round(written: str) -> None:
    if date := parse_date(written):
        assert date.span[0] <= date.span[1]
