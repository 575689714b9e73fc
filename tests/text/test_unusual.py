"""Searches of what is left of a text find what a search of the whole text would."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text import clean
from argmap.text.unusual import unusual

TEXTS = st.text(st.characters() | st.sampled_from("\n\t\r\x07\x7f\x85\u202e\ufeff\ud800\udc00#[]"))


@given(TEXTS)
def test_what_is_left_is_what_is_not_plain(text: str) -> None:
    assert unusual(text) == re.sub("[\t\n -~]", "", text)


@pytest.mark.parametrize(
    ("cleaned", "pattern"), [(clean.harmless, clean._HARMFUL), (clean.escaped_json, clean._UNESCAPED)]
)
@given(text=TEXTS)
def test_nothing_is_passed_over(cleaned: Callable[[str], str], pattern: re.Pattern[str], text: str) -> None:
    assert (cleaned(text) == text) is (pattern.search(text) is None)
