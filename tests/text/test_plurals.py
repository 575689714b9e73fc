"""Numbers of things."""

import pytest

from argmap.text.plurals import agree, count


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1_000, "1,000 claims")]
)
def test_things_are_counted_in_words(number: int, words: str) -> None:
    assert count(number, "claim") == words


def test_an_irregular_plural_is_given() -> None:
    assert count(2, "reply", "replies") == "2 replies"


@pytest.mark.parametrize(("number", "word"), [(0, "are"), (1, "is"), (2, "are")])
def test_a_verb_agrees_with_its_number(number: int, word: str) -> None:
    assert agree(number, "is", "are") == word
