"""How alike the statements of two maps are in their words.

The measure is the cosine of the angle between two texts as vectors of words, in which a word weighs the more
the rarer it is in both maps (Salton and Buckley 1988): 1 for texts with the same words, 0 for texts without
a common one. docs/comparing.md says how well it finds reworded statements, and beside which others.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from argmap.model import Claim, Rebuttal

_UNSPACED: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
"""Signs of scripts that put no blanks between words; each counts as a word."""

_WORD: Final = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['\u2019][^\W{_UNSPACED}]+)*")
_DIGITS: Final = 4


def words_said(statement: Claim | Rebuttal) -> list[str]:
    """Give the words of a statement's text, or else of its title, in small letters and in their order."""
    return _WORD.findall((statement.text or statement.title or "").casefold())


@dataclass(frozen=True)
class Likeness:
    """The words of the statements of two maps, and what each word weighs.

    Args:
        key: statement to its words, in the one map.
        other: the same for the other map.
    """

    key: Mapping[str, list[str]]
    other: Mapping[str, list[str]]

    @classmethod
    def of(cls, key: Mapping[str, Claim | Rebuttal], other: Mapping[str, Claim | Rebuttal]) -> "Likeness":
        """Take the statements of two maps apart into words."""
        return cls(*({name: words_said(one) for name, one in each.items()} for each in (key, other)))

    def scores(self) -> Iterator[tuple[float, str, str]]:
        """Give each pair of statements that have a word in common, and how alike they are."""
        holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for name, vector in self._vectors[1].items():
            for word, weight in vector.items():
                holders[word].append((name, weight))
        for name, vector in self._vectors[0].items():
            found: dict[str, float] = defaultdict(float)
            for word, weight in vector.items():
                for other, its_weight in holders.get(word, ()):
                    found[other] += weight * its_weight
            yield from ((_rounded(score), name, other) for other, score in found.items())

    def score(self, name: str, other: str) -> float:
        """Give how alike a statement of the one map and one of the other are."""
        ours, theirs = self._vectors[0][name], self._vectors[1][other]
        return _rounded(sum(weight * theirs.get(word, 0.0) for word, weight in ours.items()))

    def share(self, words: Iterable[str], among: Iterable[str]) -> float:
        """Give what share of the weight of some words is that of words found among others."""
        known = frozenset(among)
        weights = {word: self._rarity[word] for word in words}
        whole = sum(weights.values())
        return sum(weight for word, weight in weights.items() if word in known) / whole if whole else 0.0

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """Give each word its weight: one, and the logarithm of the statements for each that holds it."""
        texts = [set(words) for each in (self.key, self.other) for words in each.values()]
        held = Counter(word for words in texts for word in words)
        return {word: 1 + math.log((1 + len(texts)) / (1 + number)) for word, number in held.items()}

    @cached_property
    def _vectors(self) -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, Mapping[str, float]]]:
        """The statements of both maps as vectors of length 1."""
        return self._vectors_of(self.key), self._vectors_of(self.other)

    def _vectors_of(self, texts: Mapping[str, list[str]]) -> Mapping[str, Mapping[str, float]]:
        return {name: self._vector(words) for name, words in texts.items()}

    def _vector(self, words: list[str]) -> Mapping[str, float]:
        counts = Counter(words)
        vector = {word: (1 + math.log(number)) * self._rarity[word] for word, number in counts.items()}
        length = math.hypot(*vector.values())
        return {word: weight / length for word, weight in vector.items()}


def _rounded(score: float) -> float:
    return min(round(score, _DIGITS), 1.0)
