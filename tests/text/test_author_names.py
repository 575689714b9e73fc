"""Names as they are printed, and where nobody can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.text.author_names import part_name

PARTED = {
    "Igor Istomin": ("Igor", "", "Istomin", ""),
    "Игорь Истомин": ("Игорь", "", "Истомин", ""),
    "Monica Duffy Toft": ("Monica Duffy", "", "Toft", ""),
    "Toft, Monica Duffy": ("Monica Duffy", "", "Toft", ""),
    "Martin Luther King Jr.": ("Martin Luther", "", "King", "Jr."),
    "Martin Luther King, Jr.": ("Martin Luther", "", "King", "Jr."),
    "King, Martin Luther, Jr.": ("Martin Luther", "", "King", "Jr."),
    "King, Jr., Martin Luther": ("Martin Luther", "", "King", "Jr."),
    "John von Neumann III": ("John", "von", "Neumann", "III"),
    "Vincent van Gogh": ("Vincent", "van", "Gogh", ""),
    "van der Berg, Jan": ("Jan", "van der", "Berg", ""),
    "Luiz Inácio Lula da Silva": ("Luiz Inácio Lula", "da", "Silva", ""),
    "Charles de Gaulle": ("Charles", "de", "Gaulle", ""),
    "Ursula K. Le Guin": ("Ursula K.", "", "Le Guin", ""),
    "W. E. B. Du Bois": ("W. E. B.", "", "Du Bois", ""),
    "Jill St. John": ("Jill", "", "St. John", ""),
    "José Ortega y Gasset": ("José", "", "Ortega y Gasset", ""),
    "Jean d’Alembert": ("Jean", "", "d’Alembert", ""),
    "Bashar al-Assad": ("Bashar", "", "al-Assad", ""),
    "García Márquez, Gabriel": ("Gabriel", "", "García Márquez", ""),
    "MONICA TOFT": ("MONICA", "", "TOFT", ""),
}
WHOLE = [
    "Congressional Budget Office",
    "World Bank",
    "The Ferry Group",
    "Bank of England",
    "U.S. Department of State",
    "9/11 Commission",
    "Human Rights Watch",
    "Amnesty International",
    "Институт США и Канады",
    "Plato",
    "山田 太郎",
    "김 철수",
    "สมชาย ใจดี",
]
DOUBTFUL = {
    "Mao Zedong": ["Zedong", "Mao"],
    "Kim Jong Un": ["Un", "Kim"],
    "Ban Ki-moon": ["Ki-moon", "Ban"],
    "Gabriel García Márquez": ["Márquez", "García Márquez"],
    "Ibn Khaldun": ["Khaldun", ""],
    "RAND Europe": ["Europe", ""],
}


@pytest.mark.parametrize(("name", "parts"), PARTED.items())
def test_names_in_parts(name: str, parts: tuple[str, ...]) -> None:
    found = part_name(name)
    assert (found.given, found.particle, found.family, found.suffix) == parts
    assert found.readings == ()


@pytest.mark.parametrize("name", WHOLE)
def test_whole_names(name: str) -> None:
    found = part_name(name)
    assert (found.whole, found.family, found.readings) == (name, "", ())


@pytest.mark.parametrize(("name", "families"), DOUBTFUL.items())
def test_names_that_can_be_read_in_several_ways_stay_whole(name: str, families: list[str]) -> None:
    found = part_name(name)
    assert (found.whole, found.family) == (name, "")
    assert [reading.family for reading in found.readings] == families


@given(st.text(min_size=1).filter(str.strip))
def test_no_name_loses_a_word(name: str) -> None:
    found = part_name(name)
    assert found.whole == name.strip()
    if found.family:
        words = f"{found.given} {found.particle} {found.family} {found.suffix}".split()
        assert sorted(words) == sorted(name.replace(",", " ").split())
