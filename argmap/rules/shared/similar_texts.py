"""Texts that are nearly the same, found without comparing each with each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from random import Random
from struct import Struct
from typing import Final

from argmap.text.decisive import decisive

_SHARED: Final = 0.9
_FEWEST: Final = 4
"""Shorter texts are alike only if they are equal."""

_CROWD: Final = 64
"""With so many texts that have a part, and all numbers and negations, in common a text is compared."""

_LONGEST: Final = 4000
"""What stands further on in a text does not count."""

_FINEST: Final = 9
"""For each so many words of a text one word may differ."""

_REMEMBERED: Final = 20_000
"""So many texts are kept as they were taken apart."""

_BITS: Final = 52
"""Of the number of a word: the sum of as many words as there can be stays below 64 bits."""

_WORD: Final = re.compile(r"\w+")


def find_similar(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find pairs of texts that share nine tenths of their words, in nearly the same order.

    Signatures by partition (Arasu, Ganti and Kaushik 2006): two sets of words that are so alike differ in at
    most a ninth of their words. When all words have been dealt into one part more than that, the sets are
    equal in at least one part. Only texts with an equal part are compared, so the work grows with the texts
    and not with their square.

    Args:
        texts: the texts.

    Yields:
        Positions of an earlier and a later text, the earliest that is alike; each later one once.
    """
    index = _Index()
    seen: dict[tuple[str, ...], tuple[int, int | None]] = {}
    for position, text in enumerate(texts):
        found = _read(text)
        twin = seen.get(found.words)
        if twin is None:
            match = index.find_and_add(position, found)
            seen[found.words] = position, match
        else:
            match = twin[0] if twin[1] is None else twin[1]
        if match is not None:
            yield match, position


@dataclass(frozen=True, slots=True)
class _Text:
    """A text in its words.

    Args:
        words: in their order.
        distinct: each once.
        decisive: the numbers and negations, in which texts that are alike do not differ.
    """

    words: tuple[str, ...]
    distinct: frozenset[str]
    decisive: frozenset[str]


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> _Text:
    """Take a text apart; a program that checks a map again and again asks for most of them again."""
    words = tuple(_WORD.findall(text.casefold()[:_LONGEST]))
    distinct = frozenset(words)
    return _Text(words, distinct, decisive(distinct))


_Part = tuple[int, frozenset[str]]
"""By what a part of a text is known among others: its sum, and what is decisive in the whole text."""


class _Deal(dict[str, int]):
    """Words dealt into parts: each has a number, shifted to the place of its part.

    A sum of such numbers holds the sum of each part, by which equal parts are known. The numbers are the same
    in each run, and so is what a crowd leaves out.
    """

    def __init__(self, parts: int) -> None:
        super().__init__()
        self._random = Random(parts)  # noqa: S311 — nothing here is secret
        self._places = Struct(f"<{parts}Q")
        self._first: tuple[dict[_Part, int], ...] = tuple({} for _ in range(parts))
        self._crowds: dict[tuple[int, int, frozenset[str]], list[int]] = {}

    def __missing__(self, word: str) -> int:
        drawn = self._random.getrandbits(_BITS)
        number = self[word] = drawn << 64 * (drawn % len(self._first))
        return number

    def join(self, position: int, text: _Text) -> Iterator[int]:
        """Add a text, and give those before it that have a part, and what is decisive, in common."""
        total = sum(map(self.__getitem__, text.distinct))
        parts = self._places.unpack(total.to_bytes(self._places.size, "little"))
        for number, part in enumerate(parts):
            first = self._first[number].setdefault((part, text.decisive), position)
            if first != position:
                crowd = self._crowds.setdefault((number, part, text.decisive), [first])
                yield from crowd
                if len(crowd) < _CROWD:
                    crowd.append(position)


class _Index(dict[int, _Deal]):
    """The texts so far, by the number of parts into which their words were dealt."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[int, _Text] = {}

    def __missing__(self, parts: int) -> _Deal:
        deal = self[parts] = _Deal(parts)
        return deal

    def find_and_add(self, position: int, text: _Text) -> int | None:
        """Give the position of the first text that is like a new one, and add that."""
        self._texts[position] = text
        rivals: set[int] = set()
        for parts in _dealings(len(text.distinct)):
            rivals.update(self[parts].join(position, text))
        return next((rival for rival in sorted(rivals) if _alike(self._texts[rival], text)), None)


@cache
def _dealings(size: int) -> tuple[int, ...]:
    """Tell into how many parts sets of this size and of the largest like them are dealt."""
    return tuple(sorted({_enough(size), _enough(int(size / _SHARED + 1e-9))}))


def _enough(size: int) -> int:
    """Give a number of parts, of few possible ones, of which one must be equal in two sets that are alike."""
    parts = 1
    while parts < size // _FINEST + 1:
        parts += 1 + parts // 5
    return parts


def _alike(first: _Text, second: _Text) -> bool:
    one, other = first.distinct, second.distinct
    both = len(one) + len(other)
    shared = len(one & other)
    return (
        shared >= _SHARED * (both - shared)
        and (both >= 2 * _FEWEST or one == other)
        and SequenceMatcher(None, first.words, second.words, autojunk=False).ratio() >= _SHARED
    )
