"""Words in a text, against a slow definition of the same by regular expressions."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.text.word_for_word import ANY_LETTERS, BREAK, in_order, letters, part_of
from tests.examples import examples


def letter(sign: str) -> str:
    if sign == "-":
        return f"[-{BREAK}]"
    if sign == ANY_LETTERS:
        return r"\w*"
    return f"{BREAK}?{sign}" if sign.isalnum() else re.escape(sign)


def pattern(words: str) -> re.Pattern[str]:
    first = words[0]
    start = f"[{first.lower()}{first.upper()}]" if first.isalpha() else letter(first)
    return re.compile(rf"(?<!\w){start}{''.join(map(letter, words[1:]))}(?!\w)")


def slowly(parts: list[str], text: str) -> bool:
    at = 0
    for part in parts:
        match = pattern(part).search(text, at)
        if match is None:
            return False
        at = match.end()
    return True


texts = st.lists(st.sampled_from(["a", "A", "b", " ", f"a{BREAK}b", "a-b", "ab"]), max_size=9).map("".join)
plain = st.text(st.sampled_from("abAB "), max_size=12)
words = st.lists(st.sampled_from(["a", "b", "A", " ", "a-b"]), min_size=1, max_size=4).map("".join)
parts = st.lists(words.filter(lambda one: one == one.strip() != ""), min_size=1, max_size=3)
gapped = st.lists(words, min_size=2, max_size=4).map(ANY_LETTERS.join)


@settings(max_examples=examples(300), deadline=None)
@given(parts, texts)
def test_hyphens_in_words_are_breaks_or_not(listed: list[str], text: str) -> None:
    assert in_order([part_of(part) for part in listed], letters(text)) == slowly(listed, text)


@settings(max_examples=examples(300), deadline=None)
@given(gapped, plain)
def test_letters_in_brackets_stand_for_any(one: str, text: str) -> None:
    assert in_order([part_of(one)], letters(text)) == slowly([one], text)
