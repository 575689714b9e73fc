"""Paragraphs are what blank lines part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.paragraphs import fold, lines_of_paragraphs, paragraphs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("one", ("one",)),
        ("one\ntwo", ("one two",)),
        ("one\n\ntwo\n \t\n\nthree", ("one", "two", "three")),
        ("one\r\n\r\ntwo\rthree", ("one", "two three")),
        ("one\u2029two\u2028three", ("one", "two three")),
        ("  one \t two  ", ("one two",)),
        ("\u00a0one\u00a0", ("\u00a0one\u00a0",)),
        (" \n ", ()),
    ],
)
def test_blank_lines_part(text: str, parts: tuple[str, ...]) -> None:
    assert paragraphs(text) == parts


def test_lines_stay_lines_where_they_are_wanted() -> None:
    assert lines_of_paragraphs("1. one\n2. two\n\nend") == (("1. one", "2. two"), ("end",))


@given(st.text(st.sampled_from("ab \n\r\t\u2029\u0085"), max_size=20))
def test_no_word_is_lost(text: str) -> None:
    assert " ".join(paragraphs(text)) == fold(text)
    assert " ".join(paragraphs(text)).split() == text.split()
