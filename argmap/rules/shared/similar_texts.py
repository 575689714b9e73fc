"""Texts that are nearly the same, found without comparing each with each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
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

_BITS: Final = (1 << 60) - 1
"""So much of a sum is kept."""

_FACTOR: Final = 0x9E3779B97F4A7C15
"""A large odd number, by which small ones are spread."""

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
        parts: what the parts of the text are known by, however it was dealt.
    """

    words: tuple[str, ...]
    distinct: frozenset[str]
    decisive: frozenset[str]
    parts: tuple[int, ...]


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str) -> _Text:
    """Take a text apart; a program that checks a map again and again asks for most of them again."""
    words = tuple(_WORD.findall(text.casefold()[:_LONGEST]))
    distinct = frozenset(words)
    kept = decisive(distinct)
    numbers = [_number(word) for word in distinct]
    base = sum(_number(word) for word in kept) * _FACTOR
    parts = (_deal(numbers, base, count) for count in _dealings(len(distinct)))
    return _Text(words, distinct, kept, tuple(chain.from_iterable(parts)))


@lru_cache(maxsize=_REMEMBERED)
def _number(word: str) -> int:
    """Give a word a number that looks drawn by lot, and is the same in each run."""
    digest = blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _deal(numbers: Iterable[int], base: int, count: int) -> Iterator[int]:
    """Deal the words of a text into parts, each known by the sum of its words.

    What else tells parts apart goes into the sum: what is decisive in the whole text, how many parts there
    are, and which of them it is. Should two sums be the same by chance, two texts more are compared.

    Args:
        numbers: those of the words.
        base: that of what is decisive.
        count: how many parts.
    """
    sums = [(base + count * count + number) * _FACTOR for number in range(count)]
    for number in numbers:
        sums[number % count] += number
    return (one & _BITS for one in sums)


class _Index:
    """The texts so far, by their parts."""

    def __init__(self) -> None:
        self._texts: dict[int, _Text] = {}
        self._first: dict[int, int] = {}
        self._crowds: dict[int, list[int]] = {}

    def find_and_add(self, position: int, text: _Text) -> int | None:
        """Give the position of the first text that is like a new one, and add that."""
        self._texts[position] = text
        rivals: set[int] = set()
        for part in text.parts:
            first = self._first.setdefault(part, position)
            if first != position:
                crowd = self._crowds.setdefault(part, [first])
                rivals.update(crowd)
                if len(crowd) < _CROWD:
                    crowd.append(position)
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
        first.decisive == second.decisive
        and shared >= _SHARED * (both - shared)
        and (both >= 2 * _FEWEST or one == other)
        and SequenceMatcher(None, first.words, second.words, autojunk=False).ratio() >= _SHARED
    )
