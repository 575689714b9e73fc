"""One spelling for all: names are compared without case, accents or script.

Cyrillic is folded by several schemes at once (the passport's, the library's, the scholar's), because a
reader types Khrushchev, Khrushchyov or Hruscev for one and the same man. Other scripts fold to themselves.
"""

import unicodedata
from functools import lru_cache
from typing import Final

_COMMON: Final = dict(
    zip("абвгдзиклмнопрстуфіјўґќѓ", "abvgdziklmnoprstufijugkg", strict=True),
    ъ="",
    ь="",
    ђ="dj",
    љ="lj",
    њ="nj",
    џ="dz",
    ѕ="dz",
)
_SCHEMES: Final = tuple(
    {**_COMMON, **dict(zip("еёжйхцчшщыьэюяєї", row.split(" "), strict=True))}
    for row in (
        "e e zh y kh ts ch sh shch y  e yu ya ye yi",
        "e yo zh i kh ts ch sh shch y  e iu ia ie i",
        "e e z j h c c s sc y  e ju ja je ji",
        "e yo zh y h ts ch sh sch i  e yu ya e i",
    )
)
_LATIN: Final = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
_LATIN_TABLE: Final = str.maketrans(_LATIN)
_ASCII_TABLE: Final = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Nearly every name is ASCII, and a large map has a hundred thousand."""
_VARIANTS: Final = (("iy", "y"), ("yy", "y"), ("ij", "y"))
"""Endings of names that every scheme writes in its own way."""


@lru_cache(maxsize=4096)
def foldings(text: str) -> tuple[str, ...]:
    """Give the plain Latin spellings of a text, the likeliest first, without repeats.

    Args:
        text: words in any script.

    Returns:
        Lower-case words, separated by single spaces; for Latin text exactly one.
    """
    if text.isascii():
        return (" ".join(text.lower().translate(_ASCII_TABLE).split()),)
    plain = _plain(text)
    if not any("\u0400" <= character <= "\u052f" for character in plain):
        return (_strip_marks(plain),)
    return tuple(dict.fromkeys(_strip_marks(_transliterate(plain, scheme)) for scheme in _SCHEMES))


def fold(text: str) -> str:
    """Give the likeliest plain spelling of a text; see `foldings`."""
    return foldings(text)[0]


def tables() -> dict[str, object]:
    """Give the tables behind `foldings`, for a page that folds what its reader types."""
    return {"latin": _LATIN, "schemes": list(_SCHEMES), "variants": [list(pair) for pair in _VARIANTS]}


def words(folded: str) -> tuple[str, ...]:
    """Split a folded text into its words."""
    return tuple(folded.split())


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_LATIN_TABLE)
    kept = (character if _is_part_of_word(character) else " " for character in composed)
    return " ".join("".join(kept).split())


def _is_part_of_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _transliterate(text: str, scheme: dict[str, str]) -> str:
    latin = "".join(scheme.get(letter, letter) for letter in text)
    for variant, usual in _VARIANTS:
        latin = latin.replace(variant, usual)
    return latin


def _strip_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(character for character in decomposed if unicodedata.category(character) != "Mn")
    return " ".join(bare.split())
