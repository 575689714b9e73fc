"""Words in a text, letter by letter, with hyphens that the text may have put there: in linear time.

Both text and words are compared without their hyphens, which are kept aside as places between letters.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

BREAK: Final = "\ue000"
"""Stands in a text for a hyphen at the end of a line, which may belong to the word or not."""

ANY_LETTERS: Final = "\ue001"
"""Stands in what is looked for in place of any letters of a word, or none."""

_HYPHENS: Final = re.compile(f"[-{BREAK}]")
_LETTERS: Final = re.compile(r"\w*")


@dataclass(frozen=True, slots=True)
class Letters:
    """A text without its hyphens.

    Args:
        text: what is left.
        at: where in it hyphens stood: before which of its characters.
        sure: those of these places at which the hyphen is not a mere break at the end of a line.
    """

    text: str
    at: tuple[int, ...]
    sure: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Words to look for.

    Args:
        pieces: their letters, between those of which any letters may stand.
    """

    pieces: tuple[Letters, ...]


def letters(text: str) -> Letters:
    """Part a text from its hyphens."""
    found = [(match.start() - number, match.group()) for number, match in enumerate(_HYPHENS.finditer(text))]
    sure = tuple(place for place, sign in found if sign != BREAK)
    return Letters(_HYPHENS.sub("", text), tuple(place for place, _ in found), sure)


def part_of(words: str) -> Part:
    """Make words ready to be looked for; a mark at their end does not count."""
    return Part(tuple(map(letters, (words.rstrip(".,;:") or words).split(ANY_LETTERS))))


def in_order(parts: Sequence[Part], text: Letters) -> bool:
    """Tell whether whole words stand in a text one after another.

    The first letter of each part may differ in case.

    Args:
        parts: the words.
        text: where to look.
    """
    at = 0
    for part in parts:
        end = _find(part, text, at)
        if end is None:
            return False
        at = end
    return True


def _find(part: Part, text: Letters, at: int) -> int | None:
    """Give the end of the first occurrence of a part; None where there is none."""
    first, *others = part.pieces
    while (start := _find_start(first, text, at)) is not None:
        end: int | None = start + len(first.text)
        for number, piece in enumerate(others, 1):
            if end is not None:
                end = _after_gap(piece, text, end, is_last=number == len(others))
        if end is not None and (others or _ends_word(first, text, end)):
            return end
        at = start + 1
    return None


def _find_start(piece: Letters, text: Letters, at: int) -> int | None:
    """Give the first place at which a piece stands at the beginning of a word."""
    while (start := _find_any_case(piece.text, text.text, at)) >= 0:
        if _begins_word(piece, text, start) and _same_hyphens(piece, text, start):
            return start
        at = start + 1
    return None


def _find_any_case(piece: str, text: str, at: int) -> int:
    """Find a piece whose first letter may be a capital or not; -1 where there is none."""
    if not piece:
        return at if at <= len(text) else -1
    forms = piece[0].lower(), piece[0].upper()
    if not piece[1:]:
        match = re.compile("|".join(map(re.escape, forms))).search(text, at)
        return match.start() if match else -1
    start = text.find(piece[1:], at + 1)
    while start >= 0 and text[start - 1] not in forms:
        start = text.find(piece[1:], start + 1)
    return start - 1 if start >= 0 else -1


def _after_gap(piece: Letters, text: Letters, at: int, *, is_last: bool) -> int | None:
    """Give the end of a piece that stands after letters of the same word; None where it does not."""
    last = _end_of_letters(text, at)
    start = text.text.find(piece.text, at, last + len(piece.text))
    while start >= 0:
        end = start + len(piece.text)
        if _same_hyphens(piece, text, start) and (not is_last or _ends_word(piece, text, end)):
            return end
        start = text.text.find(piece.text, start + 1, last + len(piece.text))
    return None


def _end_of_letters(text: Letters, at: int) -> int:
    hyphen = bisect_right(text.at, at)
    end = text.at[hyphen] if hyphen < len(text.at) else len(text.text)
    match = _LETTERS.match(text.text, at, end)
    return match.end() if match else at


def _same_hyphens(piece: Letters, text: Letters, start: int) -> bool:
    """Tell whether all hyphens of a piece stand in the text, and all sure ones of the text in the piece."""
    end = start + len(piece.text)
    inside = text.at[bisect_left(text.at, start) : bisect_right(text.at, end)]
    sure = text.sure[bisect_right(text.sure, start) : bisect_left(text.sure, end)]
    wanted = [start + place for place in piece.at]
    return set(inside).issuperset(wanted) and set(wanted).issuperset(sure)


def _begins_word(piece: Letters, text: Letters, start: int) -> bool:
    return (
        start == 0
        or not _is_letter(text.text[start - 1])
        or (0 not in piece.at[:1] and _is_parted(text, start))
    )


def _ends_word(piece: Letters, text: Letters, end: int) -> bool:
    if end == len(text.text) or not _is_letter(text.text[end]):
        return True
    return len(piece.text) not in piece.at[-1:] and _is_parted(text, end)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _is_parted(text: Letters, place: int) -> bool:
    found = bisect_left(text.at, place)
    return found < len(text.at) and text.at[found] == place
