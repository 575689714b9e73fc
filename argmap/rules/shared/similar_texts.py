"""Texts that are nearly the same, found without comparing each with each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from random import Random
from struct import Struct
from typing import Final

_SHARED: Final = 0.9
_FEWEST: Final = 4
"""Shorter texts are alike only if they are equal."""

_CROWD: Final = 64
"""With so many texts that have a part in common a text is compared, the earliest ones."""

_LONGEST: Final = 4000
"""What stands further on in a text does not count."""

_FINEST: Final = 9
"""For each so many words of a text one word may differ."""

_BITS: Final = 52
"""Of the number of a word: the sum of as many words as there can be stays below 64 bits."""

_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d\w*")
_DECISIVE: Final = frozenset(
    (
        *("no", "not", "never", "neither", "nor", "none", "without", "cannot"),
        *("не", "нет", "ни", "без", "никогда"),
        *("nicht", "kein", "keine", "keinen", "nie"),
    )
)


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
        words = tuple(_WORD.findall(text.casefold()[:_LONGEST]))
        twin = seen.get(words)
        if twin is None:
            match = index.find_and_add(position, words)
            seen[words] = position, match
        else:
            match = twin[0] if twin[1] is None else twin[1]
        if match is not None:
            yield match, position


@dataclass(frozen=True, slots=True)
class _Text:
    words: tuple[str, ...]
    distinct: frozenset[str]


class _Deal(dict[str, int]):
    """Words dealt into parts: each has a number, shifted to the place of its part.

    A sum of such numbers holds the sum of each part, by which equal parts are known. The numbers are the same
    in each run, and so is what a crowd leaves out.
    """

    def __init__(self, parts: int) -> None:
        super().__init__()
        self._random = Random(parts)  # noqa: S311 — nothing here is secret
        self._places = Struct(f"<{parts}Q")
        self._first: tuple[dict[int, int], ...] = tuple({} for _ in range(parts))
        self._crowds: dict[tuple[int, int], list[int]] = {}

    def __missing__(self, word: str) -> int:
        drawn = self._random.getrandbits(_BITS)
        number = self[word] = drawn << 64 * (drawn % len(self._first))
        return number

    def join(self, position: int, words: Iterable[str]) -> Iterator[int]:
        """Add a text, and give those before it that have a part in common with it."""
        total = sum(map(self.__getitem__, words))
        parts = self._places.unpack(total.to_bytes(self._places.size, "little"))
        for number, part in enumerate(parts):
            first = self._first[number].setdefault(part, position)
            if first != position:
                crowd = self._crowds.setdefault((number, part), [first])
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

    def find_and_add(self, position: int, words: tuple[str, ...]) -> int | None:
        """Give the position of the first text that is like a new one, and add that."""
        text = self._texts[position] = _Text(words, frozenset(words))
        rivals: set[int] = set()
        for parts in _dealings(len(text.distinct)):
            rivals.update(self[parts].join(position, text.distinct))
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
        and _decisive(one) == _decisive(other)
        and SequenceMatcher(None, first.words, second.words, autojunk=False).ratio() >= _SHARED
    )


def _decisive(words: frozenset[str]) -> frozenset[str]:
    """Give the numbers and negations, in which texts that are alike do not differ."""
    return (words & _DECISIVE).union(_NUMBER.findall(" ".join(words)))
