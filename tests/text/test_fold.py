import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.fold import fold, foldings, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Igor Istomin", "igor istomin"),
        ("ISTOMIN, I.", "istomin i"),
        ("Žižek", "zizek"),
        ("Müller-Lüdenscheidt", "muller ludenscheidt"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Æsir Ørsted", "aesir orsted"),
        ("Ｆｕｌｌ", "full"),
        ("Истомин", "istomin"),
        ("Щукин", "shchukin"),
        ("Ёлкин", "elkin"),
        ("Київ", "kyiv"),
        ("北京", "北京"),
        ("  two\twords ", "two words"),
        ("", ""),
        ("…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_all_schemes_meet() -> None:
    assert {"khrushchev", "khrushchyov", "hruscev"} <= set(foldings("Хрущёв")) | set(foldings("Хрущев"))


def test_schemes_that_agree_give_one_spelling() -> None:
    assert foldings("Истомин") == ("istomin",)
    assert foldings("Istomin") == ("istomin",)


def test_words() -> None:
    assert words("two words") == ("two", "words")
    assert words("") == ()


@given(st.text())
def test_folding_is_idempotent_and_trimmed(text: str) -> None:
    once = fold(text)
    assert once == once.strip()
    assert "  " not in once
    assert fold(once) == fold(fold(once))


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_is_no_other_way(text: str) -> None:
    assert f"{fold(text)} e".strip() == fold(f"{text} é")
