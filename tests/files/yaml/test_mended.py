"""Lines that were mended for reading, and where their words stand in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.files.yaml.mended import columns_in

BEFORE, MIDDLE, AFTER = (st.text(st.sampled_from(signs), max_size=8) for signs in ("ab", " '-:", "cd"))


@pytest.mark.parametrize(
    ("written", "read", "columns"),
    [
        ("[ab]", "  [ab]", [0, 0, 0, 1, 2, 3, 4]),
        ("  ab", "ab", [2, 3, 4]),
        ("\tab", "  ab", [0, 0, 1, 2, 3]),
        ("\u2013 ab", "- ab", [0, 1, 2, 3, 4]),
        ("-ab", "- ab", [0, 1, 1, 2, 3]),
        ("it's b: c", "'it''s b: c'", [0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 9]),
        ("lost", "", [4]),
    ],
)
def test_each_column_is_where_its_character_was_written(written: str, read: str, columns: list[int]) -> None:
    found = columns_in(written, read)
    assert [*found] == columns


@given(BEFORE, MIDDLE, MIDDLE, AFTER)
def test_what_stands_before_and_after_a_mend_is_where_it_was(
    start: str, written: str, read: str, end: str
) -> None:
    found = columns_in(start + written + end, start + read + end)
    assert len(found) == len(start + read + end) + 1
    assert found == sorted(found)
    at = len(start + read)
    assert all(
        (start + written + end)[found[place] : found[place] + 1] == (start + read + end)[place : place + 1]
        for place in (*range(len(start)), *range(at, at + len(end)))
    )


@given(MIDDLE)
def test_a_line_that_was_not_mended_has_its_own_columns(line: str) -> None:
    assert columns_in(line, line) == list(range(len(line) + 1))
