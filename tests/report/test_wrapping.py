import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from argmap.report.wrapping import width_of, wrap

CLUSTERS = (
    *(
        "a",
        "é",
        "e\u0301",
        " ",
        " ",
        "-",
        "漢",
        "🇳🇴",
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
    ),
    *(
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "ก\u0e33\u0e49",
        "क\u094dष\u093f",
        "각",
    ),
)


def lines_of(text: str, first: int, rest: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, first, rest)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("Donaudampfschiff", ["Donaudam", "pfschiff"]),
        ("a 🇳🇴🇳🇴🇳🇴🇳🇴🇳🇴", ["a", "🇳🇴🇳🇴🇳🇴🇳🇴", "🇳🇴"]),
        ("漢字漢字漢", ["漢字漢字", "漢"]),
    ],
)
def test_lines_end_at_spaces_or_between_characters(text: str, lines: list[str]) -> None:
    assert lines_of(text, 8, 8) == lines


@given(st.lists(st.sampled_from(CLUSTERS)), st.integers(1, 12), st.integers(1, 12))
def test_what_a_reader_sees_as_one_character_is_on_one_line(drawn: list[str], first: int, rest: int) -> None:
    lines = lines_of("".join(drawn), first, rest)
    assert [sign for line in lines for sign in regex.findall(r"\X", line) if sign != " "] == [
        sign for sign in drawn if sign != " "
    ]
    for number, line in enumerate(lines):
        most = rest if number else first
        assert width_of(line) <= most or len(regex.findall(r"\X", line.strip())) <= 1


@given(st.text(st.characters(exclude_characters="\r\n")), st.integers(1, 12))
def test_nothing_but_spaces_is_lost(text: str, width: int) -> None:
    assert "".join("".join(lines_of(text, width, width)).split()) == "".join(text.split())
