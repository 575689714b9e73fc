"""A map as nested lists: under each statement what speaks for and against it, each statement told once."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from argmap.argument_map import ArgumentMap
from argmap.queries.context import context_of, is_inferred
from argmap.queries.roots import theses_first
from argmap.render.wording import VERBS

_DEEPEST = 20
"""Browsers stop nesting elements at some hundreds; what lies deeper goes on in a tree of its own."""

SUPPORTS, TOGETHER, RESTATES = "supports", "supports, with others", VERBS["restate"]
"""How a statement bears on another, if it does not attack it."""


@dataclass(frozen=True)
class Branch:
    """A statement in its place.

    Args:
        key: its id.
        bearing: how it bears on the statement above, such as `undercuts`; empty at the root of a tree.
        elsewhere: whether it is told in another place, and only named here.
        branches: what bears on it.
    """

    key: str
    bearing: str
    elsewhere: bool = False
    branches: list["Branch"] = field(default_factory=list)


class _Bearing(NamedTuple):
    key: str
    words: str


def grow(argument_map: ArgumentMap, keys: Sequence[str]) -> list[Branch]:
    """Arrange statements in trees.

    Args:
        argument_map: the map.
        keys: the statements.

    Returns:
        The trees, in the order of the keys, but theses before what else their speaker says: first trees of
        statements that bear on no other, then what circles and great depths have left over.
    """
    grower = _Grower(argument_map, keys)
    return list(grower.trees())


class _Grower:
    def __init__(self, argument_map: ArgumentMap, keys: Sequence[str]) -> None:
        self._map = argument_map
        self._keys = dict.fromkeys(keys)
        self._context = context_of(argument_map, keys)
        self._restated = list(self._restatements())
        self._below = {key: list(self._bearings(key)) for key in self._keys}
        self._told: set[str] = set()
        self._later: deque[str] = deque()

    def trees(self) -> Iterator[Branch]:
        bearing = {one.key for key, found in self._below.items() for one in found if one.key != key}
        roots = [key for key in self._keys if key not in bearing]
        for key in (*self._theses_first(roots), *self._keys):
            self._later.append(key)
            while self._later:
                root = self._later.popleft()
                if root not in self._told:
                    yield self._branch(_Bearing(root, ""), 0)

    def _theses_first(self, keys: Iterable[str]) -> Iterator[str]:
        """Put theses first among what stands together by one speaker."""
        for _, together in groupby(keys, key=lambda key: self._map.statements[key].by):
            yield from theses_first(self._map, together)

    def _branch(self, here: _Bearing, depth: int) -> Branch:
        if here.key in self._told:
            return Branch(here.key, here.words, elsewhere=True)
        if depth == _DEEPEST:
            self._later.append(here.key)
            return Branch(here.key, here.words, elsewhere=True)
        self._told.add(here.key)
        branches = [self._below_one(here.key, below, depth + 1) for below in self._below[here.key]]
        return Branch(here.key, here.words, branches=branches)

    def _below_one(self, above: str, here: _Bearing, depth: int) -> Branch:
        """Tell what somebody said not under what the editor infers, which a reader may put away."""
        if self._is_put_away(above) and not self._is_put_away(here.key):
            return Branch(here.key, here.words, elsewhere=True)
        return self._branch(here, depth)

    def _is_put_away(self, key: str) -> bool:
        return is_inferred(self._map, key) and key not in self._context

    def _bearings(self, key: str) -> Iterator[_Bearing]:
        found: dict[str, str] = {}
        for step in self._map.statements[key].because:
            joined = len(set(step.premises)) > 1
            for premise in step.premises:
                found.setdefault(premise, TOGETHER if joined else SUPPORTS)
        for attack in self._map.challenges_to(key):
            for tail in (attack.rebuttal, *attack.jointly):
                found.setdefault(tail, VERBS[attack.kind] + (", with others" if attack.jointly else ""))
        found |= {again: RESTATES for again, other in self._restated if other == key and again not in found}
        return (_Bearing(*pair) for pair in found.items() if pair[0] in self._keys)

    def _restatements(self) -> Iterator[tuple[str, str]]:
        for key in self._keys:
            for other in self._map.statements[key].restates:
                yield key, other
