import pytest

from argmap.text.nearest import KnownNames, nearest, quoted


@pytest.mark.parametrize(
    ("word", "expected"),
    [("shwo", ["show"]), ("SHOW", ["show"]), ("unanswerd", ["unanswered"]), ("zzz", []), ("", [])],
)
def test_nearest(word: str, expected: list[str]) -> None:
    assert nearest(word, ["show", "unanswered", "tree"]) == expected


def test_a_very_long_word_costs_nothing() -> None:
    assert nearest("x" * 1_000_000, ["show"]) == []


def test_at_most() -> None:
    assert len(nearest("aaaz", ["aaaa", "aaab", "aaac", "aaad"], 2)) == 2


def test_what_is_much_less_alike_than_the_best_was_not_meant() -> None:
    assert nearest("istomn", ["bordachev-order-investment", "investment", "history", "istomin"]) == [
        "istomin"
    ]


@pytest.mark.parametrize(
    ("names", "question"),
    [
        ([], ""),
        (["a"], "Did you mean `a`?"),
        (["a", "b"], "Did you mean `a` or `b`?"),
        (["a", "b", "c"], "Did you mean `a`, `b` or `c`?"),
    ],
)
def test_questions(names: list[str], question: str) -> None:
    assert quoted(names, "Did you mean") == question


MANY = [
    f"{first}-{second}-{number}" for first in "abcde" for second in ("claim", "reply") for number in range(50)
]


@pytest.mark.parametrize(
    "word", ["istomn", "bordachev-ordr", "a-claim-77", "a-clam-7", "e-repl-13", "A-CLAIM-5", "zzz", ""]
)
def test_among_many_names_the_same_one_is_nearest(word: str) -> None:
    names = [*MANY, "istomin", "bordachev-order", "investment"]
    assert KnownNames(names).nearest(word)[:1] == nearest(word, names)[:1]


def test_names_that_share_no_letters_are_not_near() -> None:
    assert KnownNames(MANY).nearest("\u0438\u0441\u0442\u043e\u043c\u0438\u043d") == []


def test_it_does_not_matter_how_many_words_were_looked_for_before() -> None:
    names = [*MANY, "istomin", "bordachev-order", "investment"]
    one = KnownNames(names)
    words = [f"{first}{last}-claim" for first in "abcdefghij" for last in "klmnopqrst"]
    assert [one.nearest(word) for word in words] == [KnownNames(names).nearest(word) for word in words]
