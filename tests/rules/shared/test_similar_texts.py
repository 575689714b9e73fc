"""Near-duplicates: the quick search finds what comparing each with each finds."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from argmap.rules.shared.similar_texts import find_similar
from tests.effort import grows_linearly

WORDS = [
    *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda"),
    *("mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau"),
]


def overlap(first: str, second: str) -> float:
    one, other = set(first.split()), set(second.split())
    return len(one & other) / len(one | other)


@given(st.permutations(WORDS), st.integers(0, 18), st.sampled_from(["more", ""]))
def test_one_word_more_or_less_is_found(words: list[str], at: int, added: str) -> None:
    text = " ".join(words)
    other = " ".join([*words[:at], *([added] if added else []), *words[at + (0 if added else 1) :]])
    assert list(find_similar([text, "quite another text of some words", other])) == [(0, 2)]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=12, unique=True), max_size=6))
def test_what_is_found_is_alike(texts: list[list[str]]) -> None:
    joined = [" ".join(words) for words in texts]
    for first, second in find_similar(joined):
        assert first < second
        assert overlap(joined[first], joined[second]) >= 0.9


VERSES = [*WORDS, "not", "never", "10", "1a", "b2"]


@st.composite
def like_texts(draw: st.DrawFn) -> list[str]:
    """Texts of a few words to many, most of them made of an earlier one by a few changes."""
    texts: list[list[str]] = []
    for _ in range(draw(st.integers(1, 12))):
        if bool(texts) and draw(st.integers(0, 3)):
            words = list(draw(st.sampled_from(texts)))
        else:
            words = draw(st.lists(st.sampled_from(VERSES + list("ABCDEFGHIJKLMNOPQ")), max_size=40))
        for _ in range(draw(st.integers(0, 4))):
            at = draw(st.integers(0, len(words)))
            words[at : at + draw(st.integers(0, 1))] = draw(st.lists(st.sampled_from(VERSES), max_size=1))
        texts.append(words)
    return [" ".join(words) for words in texts]


def plain_search(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Compare each with each: the definition."""
    listed = [re.findall(r"\w+", text.casefold()) for text in texts]
    for later in range(len(texts)):
        for earlier in range(later):
            if plainly_alike(listed[earlier], listed[later]):
                yield earlier, later
                break


def plainly_alike(first: list[str], second: list[str]) -> bool:
    one, other = set(first), set(second)
    if one == other == set():
        return True
    if len(one) + len(other) < 8 and one != other:
        return False
    same_marks = marks(one) == marks(other)
    in_order = SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.9
    return same_marks and in_order and len(one & other) >= 0.9 * len(one | other)


def marks(words: set[str]) -> set[str]:
    return {number for word in words for number in re.findall(r"\d\w*", word)} | (words & {"not", "never"})


@given(like_texts())
def test_the_quick_search_finds_what_the_definition_says(texts: list[str]) -> None:
    assert list(find_similar(texts)) == list(plain_search(texts))


def test_a_new_word_anywhere_is_found_among_many_texts_of_the_same_words() -> None:
    """Words as common as those of natural text, all of which stand in many texts."""
    drawn = Random(5)  # noqa: S311 — the same texts each time
    weights = [1 / rank for rank in range(1, 301)]
    known = [f"w{chr(97 + rank // 26)}{chr(97 + rank % 26)}" for rank in range(300)]
    texts = [" ".join(drawn.choices(known, weights, k=24)) for _ in range(2000)]
    words = texts[1234].split()
    for at in range(25):
        changed = " ".join([*words[:at], "inserted", *words[at:]])
        assert (1234, 2000) in find_similar([*texts, changed])


def test_texts_from_one_mould_take_no_square_of_effort() -> None:
    mould = "the town of {} has decided to build a new {} where the old {} stood until now"

    def work(size: int) -> Callable[[], object]:
        names = ["".join(chr(97 + int(digit)) for digit in str(number)) for number in range(size)]
        texts = [mould.format(f"a{name}", f"b{name}", f"c{name}") for name in names]
        return lambda: list(find_similar(texts))

    assert grows_linearly(work, 500)


def test_numbers_negations_and_order_set_texts_apart() -> None:
    base = "the treaty of the two powers was kept by both of the sides for {} years and more than that"
    assert list(find_similar([base.format("ten"), base.format("ten")])) == [(0, 1)]
    assert list(find_similar([base.format(10), base.format(12)])) == []
    assert list(find_similar([base.format("ten"), base.format("not ten")])) == []
    assert list(find_similar(["Russia should fight for Armenia", "Armenia should fight for Russia"])) == []


def test_equal_texts_by_the_thousand_take_no_square_of_effort() -> None:
    def work(size: int) -> Callable[[], object]:
        return lambda: list(find_similar(["the same few words every time"] * size))

    assert len(list(find_similar(["the same few words every time"] * 500))) == 499
    assert grows_linearly(work, 100)
