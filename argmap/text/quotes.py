"""Quotes against the texts they are taken from: found, or how near something comes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from argmap.text.word_for_word import ANY_LETTERS, BREAK, Letters, Part, in_order, letters, part_of

_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys(
            '"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u00ab\u00bb`\u00b4\u2032\u2033',
            "'",
        ),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff[]*\u2020\u2021", ""),
        **dict.fromkeys("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", ""),
        "\u0451": "\u0435",
        "\u0401": "\u0415",  # Russian is written with and without the two dots
    }
)
_DASH: Final = re.compile(r"(?: ?-)+ ?")
_QUOTES: Final = re.compile(r"''+")
_SPACES: Final = re.compile(r"\s+")
_DOTS: Final = re.compile(r" ?[(<]?\.(?: ?\.){2,}[)>]? ?")
_BROKEN_WORD: Final = re.compile(r"(?<=\w)[-\u00ad\u00ac\u2010][^\S\n]*\n\s*+(?=\w)")
_IN_WORD: Final = re.compile(r"(?<=\w)\[[^\[\]]*\]|\[[^\[\]]*\](?=\w)")
_BRACKETED: Final = re.compile(r"\[[^\[\]]*\]")
_NUMBERED_NOTE: Final = re.compile(r"\[\d{1,3}\]")
_NOTE: Final = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[^\W\d_][.,;:!?'])|(?<=[^\W\d_][.,;:!?]'))\d{1,3}(?!\w|[.,]\d)"
)
_WORD: Final = re.compile(r"\w+")
_LIKE: Final = 0.5
"""How many of a quote's words a passage must share to be shown as the nearest."""


@dataclass(frozen=True, slots=True)
class Near:
    """The passage that comes nearest to a quote.

    Args:
        at: which of the texts it stands in, counted from 0.
        passage: its words as they stand there.
    """

    at: int
    passage: str


def normalise(text: str) -> str:
    """Make spellings of one phrase equal.

    Spaces, quotation marks, dashes, ellipses, ligatures, accents in one sign or two, marks of notes, and
    editor's brackets.
    """
    plain = unicodedata.normalize("NFKC", _NUMBERED_NOTE.sub("", text).translate(_MARKS)).translate(_MARKS)
    return _QUOTES.sub("'", _DASH.sub("-", _SPACES.sub(" ", plain))).strip()


def holds(text: str, quote: str) -> bool:
    """Tell whether a quote stands in a text, word for word.

    An ellipsis in the quote stands for words left out, and so may what it has in brackets. The first letter
    may differ in case, and a mark at the end does not count. A word that the text breaks at the end of a line
    is whole again, and a number at the end of a word may be that of a note.

    Args:
        text: the text.
        quote: the quote.
    """
    readings = [_parts(quote)]
    if "[" in quote and (loose := _parts(_BRACKETED.sub("...", _IN_WORD.sub(ANY_LETTERS, quote)))):
        readings.append(loose)
    return any(in_order(parts, variant) for variant in _variants(text) for parts in readings)


def find_nearest(texts: Sequence[str], quote: str) -> Near | None:
    """Find the passage that shares most words with a quote.

    Args:
        texts: the paragraphs or pages to look in.
        quote: the quote.

    Returns:
        The first passage with the most words in common; None where no passage shares half of them.
    """
    wanted = [word.casefold() for word in _WORD.findall(quote)]
    best, found = len(wanted) * _LIKE, None
    for at, text in enumerate(texts):
        words = list(_WORD.finditer(text))
        score, first = _best_window([word.group().casefold() for word in words], wanted)
        if words and score > best:
            last = min(first + len(wanted), len(words)) - 1
            best, found = score, Near(at, normalise_spaces(text[words[first].start() : words[last].end()]))
    return found


def normalise_spaces(text: str) -> str:
    """Put one space where there is any white space."""
    return " ".join(text.split())


@lru_cache(maxsize=16)
def _variants(text: str) -> tuple[Letters, ...]:
    """Give a text as it stands, with the words whole that it breaks, and without the numbers of its notes."""
    plain = normalise(text)
    whole = normalise(_BROKEN_WORD.sub(BREAK, text)) if "\n" in text else plain
    return tuple(map(letters, dict.fromkeys((plain, whole, _NOTE.sub("", whole)))))


def _parts(quote: str) -> list[Part]:
    """Split a quote at its ellipses."""
    parts = (part.strip(" '") for part in _DOTS.split(normalise(quote)))
    return [part_of(part) for part in parts if part]


def _best_window(words: list[str], wanted: list[str]) -> tuple[float, int]:
    """Slide a window as long as the quote over a text; give the most words shared, and where it starts."""
    goal, size = Counter(wanted), len(wanted)
    have: Counter[str] = Counter()
    shared, best, at = 0, 0.0, 0
    for position, word in enumerate(words):
        have[word] += 1
        shared += have[word] <= goal[word]
        if position >= size:
            gone = words[position - size]
            shared -= have[gone] <= goal[gone]
            have[gone] -= 1
        start = max(0, position - size + 1)
        score = shared + (0.5 if words[start] == wanted[0] else 0) if wanted else 0
        if score > best:
            best, at = score, start
    return best, at
