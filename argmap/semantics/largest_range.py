"""Sets with a largest range, found by growing and excluding ranges (Verheij 1996).

The range of a set is the set with all it attacks. Where a stable extension exists, its range is
everything; the search below is for frameworks without one.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from argmap.semantics import encoding
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension, Label, labelling, members
from argmap.semantics.sat import Sat

Encoder = Callable[[Sat, Framework], None]
Widener = Callable[[Framework, Iterable[int]], bytearray]


class RangeSearch:
    """A solver that finds, among the sets an encoder describes, those of maximal range.

    Variables are those of `argmap.semantics.encoding`. The refinement is that of Dvořák, Järvisalo,
    Wallner & Woltran (2014) for semi-stable and stage semantics: a candidate that a larger range beats
    is excluded together with everything inside that larger range.

    Args:
        framework: the framework, connected or not.
        encoder: adds the clauses for the sets in question.
        widen: turns such a set into the labelling of one that includes it.
    """

    def __init__(self, framework: Framework, encoder: Encoder, widen: Widener) -> None:
        self.framework = framework
        self._solver = Sat(framework)
        self._switch = 3 * framework.size
        self._widen = widen
        self._labels = bytearray()
        encoder(self._solver, framework)
        encoding.ranged(self._solver, framework)

    def find(self, having: Collection[int] = (), lacking: Collection[int] = ()) -> Extension | None:
        """Return a set of maximal range, or None when there is none.

        Where arguments are given, it has at least one of ``having`` and lacks at least one of
        ``lacking``.
        """
        # What this question excludes may well answer the next one, so a switch guards it.
        switch = self._fresh()
        for clause in encoding.wishes(having, lacking):
            self._solver.add([-switch, *clause])
        while self._solve([switch], lacking):
            self._grow([switch], lacking)
            candidate = members(self._labels)
            if not self._larger():
                self._solver.add([-switch])
                return candidate
            self._grow()
            self._solver.add([-switch, *self._outside()])
        return None

    def prefer(self, literals: Sequence[int]) -> None:
        """Let the search try these literals true first, from now on."""
        self._solver.prefer(literals)

    def every(self) -> Iterator[Extension]:
        """Yield each set of maximal range, one range after the other."""
        while self._solve():
            self._grow()
            outside = self._outside()
            inside, switch, known = self._inside(), self._fresh(), True
            while known:
                yield members(self._labels)
                newcomers = [other + 1 for other, label in enumerate(self._labels) if label != Label.IN]
                self._solver.add([-switch, *newcomers])
                known = self._solve([switch, *inside])
            self._solver.add([-switch])
            self._solver.add(outside)

    def _fresh(self) -> int:
        self._switch += 1
        return self._switch

    def _solve(self, assumptions: Sequence[int] = (), lacking: Collection[int] = ()) -> bool:
        """Solve, and note the labels of the set found, widened unless it then has all of ``lacking``."""
        if not self._solver.solve(assumptions):
            return False
        found = encoding.accepted(self._solver, self.framework)
        self._labels = self._widen(self.framework, found)
        if lacking and all(self._labels[argument] == Label.IN for argument in lacking):
            self._labels = labelling(self.framework, found)
        return True

    def _inside(self) -> list[int]:
        first = 2 * self.framework.size + 1
        return [first + argument for argument, label in enumerate(self._labels) if label]

    def _outside(self) -> list[int]:
        first = 2 * self.framework.size + 1
        return [first + argument for argument, label in enumerate(self._labels) if not label]

    def _larger(self, assumptions: Sequence[int] = (), lacking: Collection[int] = ()) -> bool:
        """Look for a set whose range strictly includes the noted one, and note it."""
        outside = self._outside()
        if not outside:
            return False
        switch = self._fresh()
        self._solver.add([-switch, *outside])
        larger = self._solve([*assumptions, switch, *self._inside()], lacking)
        self._solver.add([-switch])
        return larger

    def _grow(self, assumptions: Sequence[int] = (), lacking: Collection[int] = ()) -> None:
        while self._larger(assumptions, lacking):
            pass
