"""Lengths as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.length import LONGEST, UNITS, LengthError, is_length, read_length


@pytest.mark.parametrize(
    ("text", "points", "unit"),
    [
        ("1in", 72.0, "in"),
        ("2.54cm", 72.0, "cm"),
        ("25.4 MM", 72.0, "mm"),
        (" 345pt ", 345.0, "pt"),
        ("800px", 600.0, "px"),
        ("200in", LONGEST, "in"),
    ],
)
def test_a_length_is_a_number_with_a_unit(text: str, points: float, unit: str) -> None:
    length = read_length(text)
    assert length.points == pytest.approx(points)
    assert length.unit == unit


@pytest.mark.parametrize(
    "text", ["", "12", "cm", "-3cm", "1e3px", "12 furlongs", "nancm", "1,5cm", "1.2.3cm", "٣cm"]
)
def test_anything_else_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(LengthError) as caught:
        read_length(text)
    assert str(caught.value) == f"`{text}` is not a length such as 12cm, 120mm, 5in, 340pt or 800px"
    assert not is_length(text)


@pytest.mark.parametrize("text", ["0cm", "0.9cm", "1px", "201in", "999999999in"])
def test_no_picture_is_as_wide_as_that(text: str) -> None:
    with pytest.raises(LengthError, match="between 1cm and 200in"):
        read_length(text)


@given(st.integers(1, 500), st.sampled_from(sorted(UNITS)))
def test_the_same_length_in_any_unit_is_the_same(centimetres: int, unit: str) -> None:
    points = centimetres * UNITS["cm"]
    assert read_length(f"{points / UNITS[unit]:.6f}{unit}").points == pytest.approx(points, rel=1e-5)
