"""Locators, parted into what they count and where that is."""

import pytest

from argmap.text.locators import split_locator


@pytest.mark.parametrize(
    ("locator", "label", "value"),
    [
        ("p. 3", "page", "3"),
        ("pp. 3–5", "page", "3–5"),
        ("p. 12, n. 5", "page", "12, n. 5"),
        ("S. 12f.", "page", "12f."),
        ("с. 4", "page", "4"),
        ("para. 3", "paragraph", "3"),
        ("¶ 3", "paragraph", "3"),
        ("ch. 2", "chapter", "2"),
        ("§ 4", "section", "4"),
        ("§§4-5", "section", "4-5"),
        ("Bd. II", "volume", "II"),
        ("fol. 12r", "folio", "12r"),
        ("s.v. justice", "sub-verbo", "justice"),
        ("s. v. Recht", "sub-verbo", "Recht"),
        ("12:30", "timestamp", "12:30"),
        ("1:12:30–1:13:00", "timestamp", "1:12:30–1:13:00"),
        ("ch. 3, p. 12", "", "ch. 3, p. 12"),
        ("speech 2", "", "speech 2"),
        ("331a–c", "", "331a–c"),
        (" 3 ", "", "3"),
        ("", "", ""),
    ],
)
def test_a_locator_is_parted_into_its_label_and_its_value(locator: str, label: str, value: str) -> None:
    assert split_locator(locator) == (label, value)
