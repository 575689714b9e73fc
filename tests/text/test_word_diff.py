"""The runs of a word diff make up both texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from argmap.text.word_diff import Fate, word_diff

texts = st.lists(st.sampled_from(["one", "two", "three", "don't", ",", ".", " ", "  ", "да", "你好"])).map(
    "".join
)


def side(runs: list[tuple[Fate, str]], gone: Fate) -> str:
    return "".join(words for fate, words in runs if fate is not gone)


@given(texts, texts)
def test_the_runs_make_up_both_texts(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert side(runs, Fate.ADDED) == old
    assert side(runs, Fate.REMOVED) == new
    assert all(words for _, words in runs)
    assert all(one[0] is not other[0] for one, other in pairwise(runs))


def test_words_are_never_cut() -> None:
    assert word_diff("She cannot say", "She can say") == [
        (Fate.KEPT, "She "),
        (Fate.REMOVED, "cannot"),
        (Fate.ADDED, "can"),
        (Fate.KEPT, " say"),
    ]


def test_a_lone_space_does_not_part_two_changed_words() -> None:
    assert word_diff("one two end", "three four end") == [
        (Fate.REMOVED, "one two"),
        (Fate.ADDED, "three four"),
        (Fate.KEPT, " end"),
    ]


def test_long_texts_are_compared_at_their_ends() -> None:
    old, new = "a " + "b " * 5000 + "z", "a " + "c " * 5000 + "z"
    assert side(word_diff(old, new), Fate.ADDED) == old
    assert word_diff(old, new)[0] == (Fate.KEPT, "a ")
