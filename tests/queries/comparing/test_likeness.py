"""Likeness is between 0 and 1, the same both ways, and needs no statement of the same part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Claim
from argmap.queries.comparing.likeness import Likeness, words_said

TEXTS = st.lists(
    st.text("abc \u4e2d'\u0435", min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=5
)


def claims(texts: list[str]) -> dict[str, Claim]:
    return {f"c{number}": Claim(id=f"c{number}", text=text) for number, text in enumerate(texts)}


@given(TEXTS, TEXTS)
def test_laws(ones: list[str], twos: list[str]) -> None:
    there, back = Likeness.of(claims(ones), claims(twos)), Likeness.of(claims(twos), claims(ones))
    scores = {(one, two): score for score, one, two in there.scores()}
    for one in claims(ones):
        for two in claims(twos):
            score = there.score(one, two)
            assert 0 <= score <= 1
            assert score == pytest.approx(back.score(two, one), abs=0.0002)
            assert score == pytest.approx(scores.get((one, two), 0), abs=0.0002)
            assert (score > 0) == bool(set(there.key[one]) & set(there.other[two]))


def test_the_same_words_are_fully_alike_and_rare_ones_count_most() -> None:
    key = claims(["The cars are loud", "The vans are loud", "The cars are late"])
    likeness = Likeness.of(key, claims(["the loud cars ARE", "The trams are here"]))
    assert likeness.score("c0", "c0") == 1
    assert likeness.score("c0", "c0") > likeness.score("c1", "c0") > likeness.score("c1", "c1") > 0


def test_words_are_found_in_scripts_without_blanks_as_well() -> None:
    assert words_said(Claim(id="a", text="\u4e2d\u6587 don't")) == ["\u4e2d", "\u6587", "don't"]
    assert words_said(Claim(id="a", title="Only a title")) == ["only", "a", "title"]
