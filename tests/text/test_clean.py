import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.clean import one_line


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\ntwo\n\nthree", "one two three"),
        ("  tabs\tand  blanks ", "tabs and blanks"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07", "bell"),
        ("right\u202eto left", "rightto left"),
        ("\ufeffmark", "mark"),
        ("[bold]no markup[/]", "[bold]no markup[/]"),
        ("e\u0301", "e\u0301"),
        ("\x9b31m", "31m"),
    ],
)
def test_one_line(text: str, clean: str) -> None:
    assert one_line(text) == clean


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert not any(unicodedata.category(character) == "Cc" for character in one_line(text))
