"""Where a text may be cut: between what its readers take for one character each.

After Unicode Standard Annex 29, extended grapheme clusters. Where the annex needs tables that Python lacks,
two clusters count as one: after a zero-width joiner, and between a virama and any letter. So no cut is wrong.
"""

import unicodedata
from collections.abc import Iterator
from enum import Enum, auto
from itertools import pairwise
from typing import Final

_FIRST_MARK: Final = "\u0300"
"""Before it every character stands for itself."""

_EXTENDING: Final = frozenset("\u200c\u0e33\u0eb3\uff9e\uff9f")
"""What continues a character without being a mark: the non-joiner, Thai and Lao vowels, katakana marks."""

_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_TAGS: Final = range(0xE0020, 0xE0080)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
_VIRAMAS: Final = frozenset(
    "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2\u1a60\u1b44\u1bab\ua9c0\uaaf6"
    "\U00010a3f\U00011133\U000113d0\U0001193e\U00011a3a\U00011a47\U00011a99\U00011f42"
)
_PREPENDED: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U000113d1\U0001193f\U00011941\U00011a84\U00011a85\U00011a86\U00011a87\U00011a88"
    "\U00011a89\U00011d46\U00011f02"
)
_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_FINALS: Final = 28


class _Kind(Enum):
    OTHER = auto()
    LETTER = auto()
    CONTROL = auto()
    MARK = auto()
    VIRAMA = auto()
    JOINER = auto()
    PREPENDED = auto()
    FLAG = auto()
    LEADING = auto()
    VOWEL = auto()
    TRAILING = auto()
    OPEN_SYLLABLE = auto()
    CLOSED_SYLLABLE = auto()


_CONTINUES: Final = frozenset({_Kind.MARK, _Kind.VIRAMA, _Kind.JOINER})
_HANGUL: Final = {
    _Kind.LEADING: {_Kind.LEADING, _Kind.VOWEL, _Kind.OPEN_SYLLABLE, _Kind.CLOSED_SYLLABLE},
    _Kind.OPEN_SYLLABLE: {_Kind.VOWEL, _Kind.TRAILING},
    _Kind.VOWEL: {_Kind.VOWEL, _Kind.TRAILING},
    _Kind.CLOSED_SYLLABLE: {_Kind.TRAILING},
    _Kind.TRAILING: {_Kind.TRAILING},
}
_JAMO: Final = (
    (range(0x1100, 0x1160), _Kind.LEADING),
    (range(0xA960, 0xA97D), _Kind.LEADING),
    (range(0x1160, 0x11A8), _Kind.VOWEL),
    (range(0xD7B0, 0xD7C7), _Kind.VOWEL),
    (range(0x11A8, 0x1200), _Kind.TRAILING),
    (range(0xD7CB, 0xD7FC), _Kind.TRAILING),
)


def graphemes(text: str) -> Iterator[str]:
    """Give the characters of a text as its readers see them, in order and without a gap."""
    return (text[start:end] for start, end in pairwise([0, *cuts(text)]))


def cuts(text: str) -> list[int]:
    """Give every offset behind a character as readers see it, the last one at the end of the text."""
    if max(text, default="") < _FIRST_MARK and "\r" not in text:
        return list(range(1, len(text) + 1))
    kinds = [_KINDS[character] for character in text]
    ends, flags, bound = [], 0, False
    for at, (before, after) in enumerate(pairwise(kinds), 1):
        flags = flags + 1 if before is _Kind.FLAG else 0
        bound = before is _Kind.VIRAMA or (bound and before in _CONTINUES)
        joined = (bound and after is _Kind.LETTER) or (flags % 2 == 1 and after is _Kind.FLAG)
        if not (joined or _belong(before, after) or text[at - 1 : at + 1] == "\r\n"):
            ends.append(at)
    return [*ends, len(text)] if text else []


def continues(character: str) -> bool:
    """Tell whether a code point always belongs to the character before it, even to a space."""
    return _KINDS[character] in _CONTINUES


def cut_before(text: str, end: int) -> str:
    """Give the beginning of a text, at most so many code points and whole characters of its readers."""
    if len(text) <= end:
        return text
    # What follows has no bearing on the cuts before it, but the next code point may belong to the last one.
    fitting = [cut for cut in cuts(text[: end + 1])[:-1] if cut <= end]
    return text[: fitting[-1]] if fitting else ""


def _belong(before: _Kind, after: _Kind) -> bool:
    """Tell whether two kinds of code points are always parts of one character."""
    if _Kind.CONTROL in (before, after):
        return False
    if after in _CONTINUES or before in {_Kind.JOINER, _Kind.PREPENDED}:
        return True
    return after in _HANGUL.get(before, ())


class _Kinds(dict[str, _Kind]):
    """Code point -> its kind, found when it is first asked for."""

    def __missing__(self, character: str) -> _Kind:
        self[character] = _find_kind(character)
        return self[character]


_KINDS: Final = _Kinds()


def _find_kind(character: str) -> _Kind:
    if character == "\u200d":
        return _Kind.JOINER
    if character in _VIRAMAS:
        return _Kind.VIRAMA
    if character in _PREPENDED:
        return _Kind.PREPENDED
    point = ord(character)
    if point in _FLAG_LETTERS:
        return _Kind.FLAG
    if character in _EXTENDING or point in _SKIN_TONES or point in _TAGS:
        return _Kind.MARK
    if point in _SYLLABLES:
        is_open = (point - _SYLLABLES.start) % _FINALS == 0
        return _Kind.OPEN_SYLLABLE if is_open else _Kind.CLOSED_SYLLABLE
    return next((kind for points, kind in _JAMO if point in points), _by_category(character))


def _by_category(character: str) -> _Kind:
    category = unicodedata.category(character)
    if category.startswith("M"):
        return _Kind.MARK
    if category in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return _Kind.CONTROL
    return _Kind.LETTER if category == "Lo" else _Kind.OTHER
