"""Texts that are nearly the same, found without comparing each with each."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain
from math import ceil
from typing import Final

_SHARED: Final = 0.9
_BOTH: Final = _SHARED / (1 + _SHARED) - 1e-9
_FEWEST: Final = 4
"""Shorter texts are alike only if they are equal."""

_CROWD: Final = 8
"""A word that so many texts would be found by is no use for finding any."""

_LONGEST: Final = 4000
"""What stands further on in a text does not count."""

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

    Prefix filtering (Bayardo, Ma and Srikant 2007): with words ordered from rare to common, two sets that are
    so alike share one of their first few, early enough for the rest to be shared, too. Only such pairs are
    compared, so the work grows with the texts and not with their square.

    Args:
        texts: the texts.

    Yields:
        Positions of an earlier and a later text; each later one once.
    """
    sets = [frozenset(_words(text)) for text in texts]
    groups: dict[frozenset[str], list[int]] = {}
    for position, words in enumerate(sets):
        decisive = (words & _DECISIVE).union(_NUMBER.findall(texts[position][:_LONGEST]))
        groups.setdefault(decisive, []).append(position)
    for members in groups.values():
        if len(members) > 1:
            yield from _similar_among(members, texts, sets)


def _similar_among(
    members: Sequence[int], texts: Sequence[str], sets: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """Compare texts with the same numbers and negations."""
    common = Counter(chain.from_iterable(sets[position] for position in members))
    rank = {word: number for number, word in enumerate(sorted(common, key=lambda word: (common[word], word)))}
    found_by: dict[int, list[tuple[int, int, int]]] = {}
    for position in members:
        words = sets[position]
        size = len(words)
        keys = sorted(map(rank.__getitem__, words))[: _prefix(size)]
        rivals = sorted(_rivals(keys, size, found_by))
        likely = (rival for rival in rivals if _alike(sets[rival], words))
        match = next((rival for rival in likely if _same_order(texts[rival], texts[position])), None)
        if match is not None:
            yield match, position
        for passed, key in enumerate(keys):
            crowd = found_by.setdefault(key, [])
            if len(crowd) < _CROWD:
                crowd.append((position, size, size - passed))


def _rivals(keys: Sequence[int], size: int, found_by: Mapping[int, list[tuple[int, int, int]]]) -> set[int]:
    """Find texts whose rare words let one share enough (the positional filter of Xiao et al. 2011)."""
    rivals = set()
    for passed, key in enumerate(keys):
        left = size - passed
        for rival, other, other_left in found_by.get(key, ()):
            if (min(other_left, left)) >= _BOTH * (size + other):
                rivals.add(rival)
    return rivals


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold()[:_LONGEST])


def _same_order(first: str, second: str) -> bool:
    return SequenceMatcher(None, _words(first), _words(second), autojunk=False).ratio() >= _SHARED


def _prefix(size: int) -> int:
    """Tell how many of the rarest words of two sets of this size must have one in common."""
    return size - ceil(_SHARED * size) + 1


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    both = len(first) + len(second)
    shared = len(first & second)
    return (both >= 2 * _FEWEST or first == second) and shared >= _SHARED * (both - shared)
