import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.graphemes import cut_before, cuts, graphemes

FAMILY = "👨\u200d👩\u200d👧"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
# Of every kind that the annex knows something; all older than the Unicode of Python 3.11.
SIGNS = (
    "a é\u0301\u0308\u200c\u200d\u200b\r\n\t\x1b🏽👩👧❤\ufe0f1\u20e3🇳🇴ก\u0e33\u0e49क\u094d\u093fष\u0600"
    "\u1100\u1161\u11a8가각\ud7b0漢\U000e0067\U000e007f\u2028ब\u09cdক"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("🇳🇴🇸🇪🇩", ["🇳🇴", "🇸🇪", "🇩"]),
        (f"{FAMILY}👍🏽❤\ufe0f", [FAMILY, "👍🏽", "❤\ufe0f"]),
        (f"1\ufe0f\u20e3{ENGLAND}x", ["1\ufe0f\u20e3", ENGLAND, "x"]),
        ("ก\u0e33\u0e49ก\u0e33", ["ก\u0e33\u0e49", "ก\u0e33"]),
        ("क\u094dष\u093fक", ["क\u094dष\u093f", "क"]),
        ("\u1100\u1161\u11a8각가\u11a8", ["\u1100\u1161\u11a8", "각", "가\u11a8"]),
        ("a\r\nb\n\r", ["a", "\r\n", "b", "\n", "\r"]),
        ("\n\u0301", ["\n", "\u0301"]),
        ("日本", ["日", "本"]),
    ],
)
def test_characters_as_readers_see_them(text: str, expected: list[str]) -> None:
    assert list(graphemes(text)) == expected


@given(st.text(st.sampled_from(SIGNS)))
def test_no_cut_lies_inside_a_cluster(text: str) -> None:
    allowed = {match.end() for match in regex.finditer(r"\X", text)}
    assert set(cuts(text)) <= allowed
    assert "".join(graphemes(text)) == text


@given(
    st.text(
        st.sampled_from("aé e\u0301🏽👩❤\ufe0f1\u20e3🇳🇴ก\u0e33\u0e49क\u093fष\u1100\u1161\u11a8가각漢\r\n")
    )
)
def test_every_cluster_ends_with_a_cut(text: str) -> None:
    assert list(graphemes(text)) == regex.findall(r"\X", text)


@given(st.text(st.sampled_from(SIGNS)), st.integers(0, 12))
def test_a_beginning_is_cut_where_the_whole_may_be_cut(text: str, end: int) -> None:
    start = cut_before(text, end)
    assert text.startswith(start)
    assert len(start) == max([cut for cut in (0, *cuts(text)) if cut <= end])
