"""Which statement of a map is which of a key: by id, by quote and place, else by their words."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.queries.comparing.likeness import Likeness
from argmap.text.decisive import decisive

LEAST: Final = 0.15
"""Statements that are less alike are not taken for the same one."""

LIKELY: Final = 0.3
"""Statements that are less alike are doubtful."""

_NEAR: Final = 0.05
"""Where another statement is so nearly as much alike, it is doubtful which one is meant."""

_SHORTEST_QUOTE: Final = 3
"""A quote of fewer words may stand in one place for several statements."""

Statements = Mapping[str, Claim | Rebuttal]


class Way(StrEnum):
    """How a statement was recognised."""

    HAND = "hand"
    ID = "id"
    QUOTE = "quote"
    TEXT = "text"


class Trust(StrEnum):
    """How far a pair can be relied on."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Pair:
    """A statement of the key, and the statement of the map that is taken for it.

    Args:
        key: the statement's id in the key.
        other: its id in the map.
        way: how it was recognised.
        trust: how far that can be relied on.
        score: how alike the words are, from 0 to 1.
        why: why it is doubtful; empty where it is not.
    """

    key: str
    other: str
    way: Way
    trust: Trust
    score: float
    why: str = ""


@dataclass(frozen=True)
class Given:
    """What somebody has decided about an alignment.

    Args:
        confirmed: statement of the key to statement of the map; None where the map does not have it.
        proposed: pairs to keep although nobody has confirmed them.
    """

    confirmed: Mapping[str, str | None] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Alignment:
    """Which statement of a map is which of a key.

    Args:
        pairs: in the order of the key; no statement stands in two.
        missing: statements of the key that the map does not have.
        surplus: statements of the map that the key does not have.
    """

    pairs: tuple[Pair, ...]
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """Statements of the map to those of the key."""
        return {pair.other: pair.key for pair in self.pairs}

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs that somebody should look at."""
        return tuple(pair for pair in self.pairs if pair.trust is Trust.DOUBTFUL)


def align(key: ArgumentMap, other: ArgumentMap, given: Given | None = None) -> Alignment:
    """Align the statements of a map with those of a key, one to one.

    First what somebody has decided; then the same id, if the words are alike at all, since an id such as
    `c1` means nothing; then the same quote from the same place; then the pairs whose words are most alike,
    best first, down to a likeness of `LEAST`.

    Args:
        key: the key.
        other: the map.
        given: what somebody has decided.
    """
    return _Aligner(key.statements, other.statements, given or Given()).align()


class _Aligner:
    def __init__(self, key: Statements, other: Statements, given: Given) -> None:
        self._key, self._other, self._given = key, other, given
        self._likeness = likeness = Likeness.of(key, other)
        self._scores = {(one, two): score for score, one, two in likeness.scores() if score >= LEAST}
        self._found: dict[str, Pair] = {}
        self._taken: set[str] = set()
        self._absent = {one for one, two in given.confirmed.items() if two is None}

    def align(self) -> Alignment:
        for one, two in self._given.confirmed.items():
            if two is not None:
                self._join(one, two, Way.HAND, Trust.SURE)
        for one, two in self._given.proposed.items():
            self._join_by_words(one, two)
        for one in self._key:
            if self._score(one, one) or self._says_the_same(one):
                self._join(one, one, Way.ID, Trust.SURE)
        self._join_alone(_by_quote, Way.QUOTE)
        for one, two in sorted(self._scores, key=self._rank):
            self._join_by_words(one, two)
        return Alignment(
            tuple(self._found[one] for one in self._key if one in self._found),
            tuple(one for one in self._key if one not in self._found),
            tuple(two for two in self._other if two not in self._taken),
        )

    def _rank(self, pair: tuple[str, str]) -> tuple[float, bool]:
        """Put first what is most alike, and of equals what plays the same part."""
        one, two = pair
        return -self._scores[pair], type(self._key[one]) is not type(self._other[two])

    def _join(self, one: str, two: str, way: Way, trust: Trust, why: str = "") -> None:
        if self._are_free(one, two):
            self._found[one] = Pair(one, two, way, trust, self._likeness.score(one, two), why)
            self._taken.add(two)

    def _join_by_words(self, one: str, two: str) -> None:
        if self._are_free(one, two):
            self._join(one, two, Way.TEXT, *self._trust(one, two))

    def _are_free(self, one: str, two: str) -> bool:
        """Tell whether both are there, and neither stands in a pair already."""
        is_open = one in self._key and one not in self._found and one not in self._absent
        return is_open and two in self._other and two not in self._taken

    def _join_alone(self, mark: Callable[[Claim | Rebuttal], Hashable], way: Way) -> None:
        """Join statements with the same mark, where each is alone with it."""
        marks = [_alone((name, mark(one)) for name, one in each.items()) for each in (self._key, self._other)]
        for what, one in marks[0].items():
            if what in marks[1]:
                self._join(one, marks[1][what], way, Trust.SURE)

    def _says_the_same(self, name: str) -> bool:
        """Tell whether the statements of one id have the same text, be it without a word."""
        one, two = self._key[name], self._other.get(name)
        return two is not None and (one.text, one.title) == (two.text, two.title)

    def _score(self, one: str, two: str) -> float:
        """Give how alike two statements are; 0 where that is too little to count."""
        return self._scores.get((one, two), 0.0)

    def _trust(self, one: str, two: str) -> tuple[Trust, str]:
        """Tell how far two statements with like words can be taken for one."""
        score = self._score(one, two)
        rivals = [self._score(one, name) for name in self._other if name != two and name not in self._taken]
        rivals += [self._score(name, two) for name in self._key if name != one and name not in self._found]
        if score < LIKELY:
            return Trust.DOUBTFUL, "few words in common"
        if max(rivals, default=0.0) > score - _NEAR:
            return Trust.DOUBTFUL, "another statement is nearly as much alike"
        if decisive(self._likeness.key[one]) != decisive(self._likeness.other[two]):
            return Trust.DOUBTFUL, "they differ in a number or a negation"
        return Trust.LIKELY, ""


def _alone(marks: Iterable[tuple[str, Hashable]]) -> dict[Hashable, str]:
    known = list(marks)
    counts = Counter(mark for _, mark in known)
    return {mark: name for name, mark in known if mark is not None and counts[mark] == 1}


def _by_quote(statement: Claim | Rebuttal) -> Hashable:
    """Give a quote and its place; works have another name in each map, so that only the locator counts."""
    words = (statement.quote or "").casefold().split()
    if len(words) < _SHORTEST_QUOTE:
        return None
    return " ".join(words), statement.source.locator if statement.source else None
