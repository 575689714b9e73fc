import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.fonts import ELLIPSIS, box_width, wrap

TEXTS = st.one_of(
    st.text(),
    st.text("ab cd-/—\u00a0\n漢字、「」ー\u0301👩\u200d🏽\u200bяё "),
    st.lists(st.sampled_from(["allies", "держава", "同盟", "https://a.example/b-c", "x" * 60])).map(" ".join),
)
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
WIDTHS = st.floats(0, 400)


def letters(text: str) -> str:
    return "".join(text.split())


def test_breaks_at_spaces_and_joins_them() -> None:
    assert wrap("one  two\n three   four ", 50, 12) == ["one two", "three", "four"]


def test_breaks_long_words_after_hyphens_and_slashes() -> None:
    assert wrap("anti-establishment and/or other", 75, 10) == ["anti-", "establishment", "and/or other"]


def test_keeps_numbers_options_and_doubled_signs_whole() -> None:
    assert wrap("1990-1991 --flag -x a//b", 1000, 12) == ["1990-1991 --flag -x a//b"]
    assert wrap("years 1990-1991 and --flag", 62, 10) == ["years", "1990-1991", "and --flag"]


def test_breaks_a_word_wider_than_the_box() -> None:
    lines = wrap("Donaudampfschifffahrt", 50, 12)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrt"


def test_breaks_chinese_and_japanese_between_characters_but_not_before_punctuation() -> None:
    assert wrap("同盟関係は、複雑。", 36, 10) == ["同盟関", "係は、", "複雑。"]
    assert wrap("これは「日本」だ", 48, 10) == ["これは", "「日本」", "だ"]


def test_measures_a_joined_character_whole_before_it_breaks() -> None:
    assert wrap("00\u200d0", 14, 10) == ["0", "0\u200d0"]


def test_keeps_no_break_spaces() -> None:
    assert wrap("page\u00a07 of ten", 40, 10) == ["page\u00a07", "of ten"]


def test_shortens_to_whole_words_with_an_ellipsis() -> None:
    assert wrap("one two three four five six", 68, 12, max_lines=2) == ["one two", "three four…"]


def test_shortens_a_single_word_between_characters() -> None:
    (line,) = wrap("Donaudampfschifffahrt", 60, 12, max_lines=1)
    assert line.startswith("Donau")
    assert line.endswith(ELLIPSIS)


def test_a_text_that_fits_gets_no_ellipsis() -> None:
    assert wrap("one two", 80, 12, max_lines=1) == ["one two"]


def test_bold_text_gets_fewer_words_on_a_line() -> None:
    assert wrap("what the allies want", 78, 12) == ["what the allies", "want"]
    assert wrap("what the allies want", 78, 12, bold=True) == ["what the", "allies want"]


@given(TEXTS, WIDTHS)
def test_loses_nothing_but_white_space(text: str, width: float) -> None:
    assert letters("".join(wrap(text, width, 10))) == letters(text)


@given(TEXTS, WIDTHS)
def test_lines_fit_unless_one_character_is_too_wide(text: str, width: float) -> None:
    for line in wrap(text, width, 10):
        assert line == line.strip(" \n\t")
        assert line
        if box_width([line], 10) > width + 1e-6:
            assert wrap(line, 0, 10) == [line]


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_never_gives_more_lines_than_asked_for(text: str, width: float, most: int) -> None:
    lines, full = wrap(text, width, 10, max_lines=most), wrap(text, width, 10)
    assert len(lines) == min(most, len(full))
    assert lines[:-1] == full[: len(lines) - 1]
    if len(full) > most:
        assert lines[-1].endswith(ELLIPSIS)
        assert full[most - 1].startswith(lines[-1].removesuffix(ELLIPSIS))


@given(st.lists(st.sampled_from(CLUSTERS)), WIDTHS)
def test_what_a_reader_sees_as_one_character_is_on_one_line(drawn: list[str], width: float) -> None:
    lines = wrap("".join(drawn), width, 10)
    assert [sign for line in lines for sign in regex.findall(r"\X", line) if sign != " "] == [
        sign for sign in drawn if sign != " "
    ]


@given(st.lists(st.sampled_from(CLUSTERS), min_size=1), WIDTHS)
def test_an_ellipsis_cuts_no_character(drawn: list[str], width: float) -> None:
    for line in wrap("".join(drawn), width, 10, max_lines=1):
        signs = [sign for sign in regex.findall(r"\X", line.removesuffix(ELLIPSIS)) if sign != " "]
        assert [sign for sign in drawn if sign != " "][: len(signs)] == signs


def test_a_mark_stays_on_the_space_that_it_stands_on() -> None:
    assert wrap("abc \u0301d ef", 36, 10) == ["abc \u0301d", "ef"]


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_blank_text_has_no_lines(text: str) -> None:
    assert wrap(text, 100, 10, max_lines=1) == []
