"""Finds which statement of a map is which of another one: by id, by quote and place, else by their words.

Any number of maps is aligned at once. What is taken for the same statement stands in one group, with one
statement of each map at most, so that who is the same as two others makes these two the same.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, NamedTuple

from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.queries.comparing.alignment import Alignment, Given, Pair, Trust, Way
from argmap.queries.comparing.likeness import Likeness
from argmap.text.decisive import decisive

LEAST: Final = 0.15
"""Statements that are less alike are not taken for the same one."""

_LIKELY: Final = 0.3
"""Statements that are less alike are doubtful."""

_NEAR: Final = 0.05
"""Where another statement is so nearly as much alike, it is doubtful which one is meant."""

_FAR: Final = 0.3
"""Where another statement is by so much more alike, two with the same id are not the same."""

_SHORTEST_QUOTE: Final = 3
"""A quote of fewer words may stand in one place for several statements."""

_Statements = Mapping[str, Claim | Rebuttal]


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
    return align_all((key, other), (given,))[0, 1]


def align_all(
    maps: Sequence[ArgumentMap], given: Sequence[Given | None] = ()
) -> dict[tuple[int, int], Alignment]:
    """Align each two of several maps, as `align` does, but the best pairs of all maps first.

    The order of the maps makes no difference, and the alignments fit together: if a statement is the same as
    one of a second and one of a third map, these two are the same.

    Args:
        maps: the maps.
        given: for each map but the first what somebody has decided about it, with the first as the key.

    Returns:
        The alignment of each two maps, by their positions, the smaller one as the key.
    """
    decided = {number: one for number, one in enumerate(given, 1) if one is not None}
    return _Aligner(maps, decided).align()


class _Node(NamedTuple):
    """A statement, by the position of its map and its id."""

    place: int
    name: str


@dataclass(eq=False)
class _Group:
    """What is taken for one statement.

    Args:
        names: by the positions of maps, what it is called there.
        absent: the maps that somebody said do not have it.
    """

    names: dict[int, str]
    absent: set[int] = field(default_factory=set)

    def fits(self, other: "_Group") -> bool:
        """Tell whether another group can be the same statement."""
        mine, its = self.names.keys(), other.names.keys()
        return mine.isdisjoint(its) and self.absent.isdisjoint(its) and other.absent.isdisjoint(mine)


class _Side:
    """Two of the maps, with how alike their statements are."""

    def __init__(self, maps: Sequence[_Statements], places: tuple[int, int]) -> None:
        self.places = places
        self.key, self.other = (maps[place] for place in places)
        self.likeness = Likeness.of(self.key, self.other)
        self.scores = {(one, two): score for score, one, two in self.likeness.scores() if score >= LEAST}
        self.found: dict[str, Pair] = {}
        self.taken: set[str] = set()
        self._rivals = _rivals_of(self.scores)

    def nodes(self, one: str, two: str) -> tuple[_Node, _Node]:
        """Give two statements, one of each map."""
        return _Node(self.places[0], one), _Node(self.places[1], two)

    def score(self, one: str, two: str) -> float:
        """Give how alike two statements are; 0 where that is too little to count."""
        return self.scores.get((one, two), 0.0)

    def best(self, one: str, two: str) -> float:
        """Give how alike the one or the other is to a third statement that is not more like its namesake."""
        ours, theirs = self._rivals
        pairs = [(one, name, name) for name in ours[one] if name != two]
        pairs += [(name, two, name) for name in theirs[two] if name != one]
        return max(
            (self.score(mine, its) for mine, its, name in pairs if self._is_lost(mine, its, name)),
            default=0.0,
        )

    def _is_lost(self, one: str, two: str, name: str) -> bool:
        """Tell whether two statements are more alike than those that are both called by a name."""
        return self.score(one, two) > self.score(name, name)

    def trust(self, one: str, two: str) -> tuple[Trust, str]:
        """Tell how far two statements with like words can be taken for one."""
        ours, theirs = self._rivals
        score = self.score(one, two)
        rivals = [self.score(one, name) for name in ours[one] if name != two and name not in self.taken]
        rivals += [self.score(name, two) for name in theirs[two] if name != one and name not in self.found]
        if score < _LIKELY:
            return Trust.DOUBTFUL, "few words in common"
        if max(rivals, default=0.0) > score - _NEAR:
            return Trust.DOUBTFUL, "another statement is nearly as much alike"
        if decisive(self.likeness.key[one]) != decisive(self.likeness.other[two]):
            return Trust.DOUBTFUL, "they differ in a number or a negation"
        return Trust.LIKELY, ""

    def says_the_same(self, name: str) -> bool:
        """Tell whether the statements of one id have the same text, be it without a word."""
        one, two = self.key[name], self.other[name]
        return (one.text, one.title) == (two.text, two.title)

    def alignment(self) -> Alignment:
        """Give what was found."""
        return Alignment(
            tuple(self.found[one] for one in self.key if one in self.found),
            tuple(one for one in self.key if one not in self.found),
            tuple(two for two in self.other if two not in self.taken),
        )


class _Candidate(NamedTuple):
    """Two statements that may be the same one."""

    side: _Side
    one: str
    two: str


class _Aligner:
    def __init__(self, maps: Sequence[ArgumentMap], given: Mapping[int, Given]) -> None:
        self._statements = [each.statements for each in maps]
        self._given = given
        self._sides = {
            places: _Side(self._statements, places) for places in combinations(range(len(maps)), 2)
        }
        self._orders = [{name: at for at, name in enumerate(each)} for each in self._statements]
        self._ties = [{name: _ties(each, name) for name in each.statements} for each in maps]
        self._groups = {
            _Node(place, name): _Group({place: name})
            for place, each in enumerate(self._statements)
            for name in each
        }

    def align(self) -> dict[tuple[int, int], Alignment]:
        self._join_as_decided()
        for side in self._sides.values():
            for name in side.key:
                if name in side.other and self._is_namesake(side, name):
                    self._join(side, name, name, Way.ID, Trust.SURE)
        for side, one, two in sorted(self._with_one_quote(), key=self._rank):
            self._join(side, one, two, Way.QUOTE, Trust.SURE)
        for side, one, two in sorted(self._alike(), key=self._rank):
            self._join_by_words(side, one, two)
        self._join_what_follows()
        return {places: side.alignment() for places, side in self._sides.items()}

    def _join_as_decided(self) -> None:
        for place, given in self._given.items():
            side = self._sides[0, place]
            for one, two in given.confirmed.items():
                if two is None and one in side.key:
                    self._groups[_Node(0, one)].absent.add(place)
        for place, given in self._given.items():
            side = self._sides[0, place]
            for one, two in given.confirmed.items():
                if two is not None:
                    self._join(side, one, two, Way.HAND, Trust.SURE)
            for one, two in given.proposed.items():
                self._join_by_words(side, one, two)

    @staticmethod
    def _is_namesake(side: _Side, name: str) -> bool:
        """Tell whether two statements that are called the same are the same."""
        score = side.score(name, name)
        if side.says_the_same(name):
            return True
        return bool(score) and side.best(name, name) <= score + _FAR

    def _alike(self) -> Iterator[_Candidate]:
        """Give what may be joined by its words."""
        for side in self._sides.values():
            for one, two in side.scores:
                yield _Candidate(side, one, two)

    def _with_one_quote(self) -> Iterator[_Candidate]:
        """Give the statements with the same quote, where each is alone with it in its map."""
        quotes = [_alone((name, _quote(one)) for name, one in each.items()) for each in self._statements]
        for (first, second), side in self._sides.items():
            for quote, one in quotes[first].items():
                if quote in quotes[second]:
                    yield _Candidate(side, one, quotes[second][quote])

    def _rank(self, candidate: _Candidate) -> tuple[object, ...]:
        """Put first what is most alike, of equals what plays the same part, then what stands earlier.

        Nothing of that depends on the order of the maps.
        """
        side, one, two = candidate
        mine, its = side.places
        return (
            -side.score(one, two),
            type(side.key[one]) is not type(side.other[two]),
            sum(
                abs(ours - theirs)
                for ours, theirs in zip(self._ties[mine][one], self._ties[its][two], strict=True)
            ),
            sorted((self._orders[mine][one], self._orders[its][two])),
            sorted((one, two)),
        )

    def _join(self, side: _Side, one: str, two: str, way: Way, trust: Trust, why: str = "") -> None:
        mine, its = side.nodes(one, two)
        if mine not in self._groups or its not in self._groups or one in side.found:
            return
        group, other = self._groups[mine], self._groups[its]
        if group is not other:
            if not group.fits(other):
                return
            group.names |= other.names
            group.absent |= other.absent
            self._groups |= {_Node(place, name): group for place, name in other.names.items()}
        side.found[one] = Pair(one, two, way, trust, side.likeness.score(one, two), why)
        side.taken.add(two)

    def _join_by_words(self, side: _Side, one: str, two: str) -> None:
        if self._may_be_one(side, one, two):
            self._join(side, one, two, Way.TEXT, *side.trust(one, two))

    def _may_be_one(self, side: _Side, one: str, two: str) -> bool:
        mine, its = (self._groups.get(node) for node in side.nodes(one, two))
        return mine is not None and its is not None and (mine is its or mine.fits(its))

    def _join_what_follows(self) -> None:
        """Join each two that are in one group, though nothing but others of the group joins them."""
        for group in dict.fromkeys(self._groups.values()):
            for first, second in combinations(sorted(group.names), 2):
                self._join_by_words(self._sides[first, second], group.names[first], group.names[second])


def _rivals_of(pairs: Iterable[tuple[str, str]]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Give each statement of either map what it is alike in the other."""
    ours, theirs = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for one, two in pairs:
        ours[one].append(two)
        theirs[two].append(one)
    return ours, theirs


def _ties(argument_map: ArgumentMap, name: str) -> tuple[int, ...]:
    """Give how many reasons a statement has and is, and how many attacks hit it and come from it."""
    return (
        len(argument_map.statements[name].because),
        len(argument_map.uses_of.get(name, ())),
        len(argument_map.attacks_on.get(name, ())),
        len(argument_map.attacks_by.get(name, ())),
    )


def _alone(marks: Iterable[tuple[str, Hashable]]) -> dict[Hashable, str]:
    known = list(marks)
    counts = Counter(mark for _, mark in known)
    return {mark: name for name, mark in known if mark is not None and counts[mark] == 1}


def _quote(statement: Claim | Rebuttal) -> Hashable:
    """Give a quote and its place; works have another name in each map, so that only the locator counts."""
    words = (statement.quote or "").casefold().split()
    if len(words) < _SHORTEST_QUOTE:
        return None
    return " ".join(words), statement.source.locator if statement.source else None
