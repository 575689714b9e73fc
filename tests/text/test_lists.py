"""Several names in a sentence."""

import pytest

from argmap.text.lists import and_list, first_few, or_list


@pytest.mark.parametrize(
    ("names", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_are_joined_as_a_sentence_does(names: list[str], words: str) -> None:
    assert and_list(names) == words
    assert or_list(iter(names)) == words.replace("and", "or")


@pytest.mark.parametrize(
    ("most", "words"), [(1, "a and 2 more"), (2, "a, b and 1 more"), (3, "a, b, c"), (4, "a, b, c")]
)
def test_the_first_of_many_are_named_and_the_others_counted(most: int, words: str) -> None:
    assert first_few("abc", most) == words
