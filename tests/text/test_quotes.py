"""Quotes, locators and dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.locators import Place, Unit, parse_locator
from argmap.text.quotes import find_nearest, holds, normalise

TEXT = (
    "Russia\u2019s focus is “to diminish\u00a0the number of attack directions \u2014 and maintain "
    "buffer zones,” he said. Later, that both [the] northern and southern re-\ngimes are very\u202fmuch "
    "challenged\u2026 The non-aligned did not."
)


@pytest.mark.parametrize(
    "quote",
    [
        "Russia's focus is",
        "russia's focus",
        "to diminish the  number of attack directions",
        "attack directions - and maintain",
        "attack directions – and maintain buffer zones.",
        '"to diminish the number"',
        "«to diminish the number»",
        "to diminish … buffer zones",
        "to diminish [...] buffer zones",
        "To diminish (...) buffer zones ... both the northern",
        "both the northern and southern regimes are very much challenged",
        "The non-aligned",
        "The non\u2011aligned",
    ],
)
def test_spellings_of_a_quote_that_is_there(quote: str) -> None:
    assert holds(TEXT, quote)


@pytest.mark.parametrize(
    "quote",
    [
        "to diminish the number of attacks",
        "attack direction",
        "iminish the number",
        "buffer zones … to diminish",
        "very challenged",
        "both Russian",
        "THE NON-ALIGNED",
        "nonaligned",
    ],
)
def test_what_is_not_there_word_for_word(quote: str) -> None:
    assert not holds(TEXT, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the inter-\nnational order", "international order"),
        ("the inter\u00ad\nnational or\u00adder", "international order"),
        ("the inter\u00ac\nnational order", "international order"),
        ("a well-\nknown and inter-\nnational fact", "well-known and international fact"),
        ("the \ufb01rst of\ufb01cial \ufb02ag", "the first official flag"),
        ("a\u00a0great\u202fpower", "a great power"),
        ("a\u2028great\n\npower", "a great power"),
        ("der Ko\u0308nig", "der K\u00f6nig"),
        ("\u0435\u0449\u0435 \u0432\u0441\u0435", "\u0435\u0449\u0451 \u0432\u0441\u0451"),
        ("rules\u2014and order", "rules \u2013 and order"),
        ("rules \u2013 and order", "rules--and order"),
        ("from 1990\u20131995 on", "1990-1995"),
        ("great powers want a lot of friends", "great powers <\u2026> friends"),
        ("great powers want a lot of friends", "great powers . . . friends"),
        ("great powers\u00b9 cannot\u2020 have allies*", "great powers cannot have allies"),
        ("great powers12 cannot have allies.3 Then", "great powers cannot have allies. Then"),
        (
            "great powers[1] cannot have \u201callies.\u201d[2] Then",
            "great powers cannot have \u201callies.\u201d Then",
        ),
        ("great powers cannot have allies.\u201d12 Then", "great powers cannot have allies.\u201d Then"),
        ("although the order lasts", "[T]he order lasts"),
        ("the order lasts for now", "[it] lasts for now"),
        ("the order lasts for now", "the order lasts [only] for now"),
        ("the order lasts for now", "the order last[ed] for now"),
        ("the ordr lasts for now", "the ordr [sic] lasts for now"),
        ("the un\u200bbroken order", "unbroken order"),
    ],
)
def test_how_texts_are_set_and_quotes_are_edited(text: str, quote: str) -> None:
    assert holds(text, quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("the inter-\nnational order", "the intern order"),
        ("in well-\nknown cases", "in well known cases"),
        ("the water was H2O", "the water was HO"),
        ("a growth of 3.5 per cent", "a growth of 3 per cent"),
        ("since mp3 was new", "since mp4 was new"),
        ("the order lasts for now", "the order [which] fell"),
        ("the order lasts for now", "[The rules last for now]"),
        ("he is not here", "he is here"),
        ("one, two and three", "one two and three"),
        ("to-day we co-operate", "today we cooperate"),
    ],
)
def test_what_only_looks_alike(text: str, quote: str) -> None:
    assert not holds(text, quote)


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_can_be_looked_up(text: str, quote: str) -> None:
    assert holds(text, quote) in {True, False}
    assert normalise(normalise(text)) == normalise(text)
    find_nearest([text], quote)


@given(
    st.lists(st.from_regex(r"[a-z]{3,8}", fullmatch=True), min_size=6, max_size=30, unique=True), st.data()
)
def test_every_run_of_words_is_found_and_nearest_to_itself(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 4))
    quote = " ".join(words[start : start + 4])
    assert holds(" ".join(words), quote)
    near = find_nearest(["nothing like it", " ".join(words)], quote)
    assert near is not None
    assert (near.at, near.passage) == (1, quote)


def test_nothing_near() -> None:
    assert find_nearest(["entirely other words", ""], "cannot have true allies") is None


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("para. 3", Place(Unit.PARAGRAPH, 3, 3)),
        ("paras. 3-5", Place(Unit.PARAGRAPH, 3, 5)),
        ("Paragraph 12", Place(Unit.PARAGRAPH, 12, 12)),
        ("¶ 3", Place(Unit.PARAGRAPH, 3, 3)),
        ("абз. 2", Place(Unit.PARAGRAPH, 2, 2)),
        ("p. 3", Place(Unit.PAGE, 3, 3)),
        ("pp. 12–14", Place(Unit.PAGE, 12, 14)),
        ("S. 7", Place(Unit.PAGE, 7, 7)),
        ("S. 7 f.", Place(Unit.PAGE, 7, 7, onward=True)),
        ("p. 12ff", Place(Unit.PAGE, 12, 12, onward=True)),
        ("pp. 133-5", Place(Unit.PAGE, 133, 135)),
        ("pp. 133\u201335.", Place(Unit.PAGE, 133, 135)),
        ("pp. 9 to 12", Place(Unit.PAGE, 9, 12)),
        ("pp. 12-9", Place(Unit.PAGE, 12, 19)),
        ("paras. 5-3", Place(Unit.PARAGRAPH, 5, 3)),
        ("paras. 5 and 3", Place(Unit.PARAGRAPH, 3, 5)),
        ("paras 3, 5", Place(Unit.PARAGRAPH, 3, 5)),
        ("pp. iv-ix", None),
        ("pp. 3, 5, 7", None),
        ("\u00a7 4", None),
        ("chapter 3", None),
        ("p. 3, para. 2", None),
        ("the lead", None),
        ("", None),
        ("p. 1" + "0" * 50, None),
    ],
)
def test_locators(written: str, place: Place | None) -> None:
    assert parse_locator(written) == place
