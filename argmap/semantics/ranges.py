"""Sets with a largest range, found by growing and excluding ranges (Verheij 1996).

The range of a set is the set with all it attacks. Where a stable extension exists, its range is
everything; the search below is for frameworks without one.
"""

from collections.abc import Callable, Iterator, Sequence

from argmap.semantics import encoding
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension
from argmap.semantics.sat import Sat

Encoder = Callable[[Sat, Framework], None]


class RangeSearch:
    """A solver that finds, among the sets an encoder describes, those of maximal range.

    Variables are those of `argmap.semantics.encoding`. The refinement is that of Dvořák, Järvisalo,
    Wallner & Woltran (2014, algorithm for semi-stable and stage semantics): a candidate that a larger
    range beats is excluded together with everything inside that larger range.
    """

    def __init__(self, framework: Framework, encoder: Encoder) -> None:
        self.framework = framework
        self.solver = Sat()
        self._variables = 3 * framework.size
        self._found: list[int] = []
        self._inside: list[int] = []
        self._outside: list[int] = []
        encoder(self.solver, framework)
        encoding.ranged(self.solver, framework)

    def fresh(self) -> int:
        """Return a variable that means nothing yet."""
        self._variables += 1
        return self._variables

    def find(self, assumptions: Sequence[int] = ()) -> Extension | None:
        """Return a set of maximal range under the assumed literals, or None."""
        # What this question excludes may well answer the next one, so a switch guards it.
        switch = self.fresh()
        while self._solve([*assumptions, switch]):
            self._grow([*assumptions, switch])
            candidate = frozenset(self._found)
            if not self._widen(()):
                self.solver.add([-switch])
                return candidate
            self._grow(())
            self.solver.add([-switch, *self._outside])
        return None

    def every(self) -> Iterator[Extension]:
        """Yield each set of maximal range, one range after the other."""
        while self._solve(()):
            self._grow(())
            inside, outside, switch = self._inside, self._outside, self.fresh()
            known = True
            while known:
                found = frozenset(self._found)
                yield found
                newcomers = [other + 1 for other in range(self.framework.size) if other not in found]
                self.solver.add([-switch, *newcomers])
                known = self._solve([switch, *inside])
            self.solver.add([-switch])
            self.solver.add(outside)

    def _solve(self, assumptions: Sequence[int]) -> bool:
        """Solve, and note the set, its range and the rest as literals."""
        if not self.solver.solve(assumptions):
            return False
        size, model = self.framework.size, self.solver.model()
        self._found = [literal - 1 for literal in model[:size] if literal > 0]
        covered = [max(pair) > 0 for pair in zip(model[:size], model[size : 2 * size], strict=True)]
        first = 2 * size + 1
        self._inside = [first + number for number, is_in in enumerate(covered) if is_in]
        self._outside = [first + number for number, is_in in enumerate(covered) if not is_in]
        return True

    def _widen(self, assumptions: Sequence[int]) -> bool:
        """Look for a set whose range strictly includes the noted one."""
        if not self._outside:
            return False
        switch = self.fresh()
        self.solver.add([-switch, *self._outside])
        widened = self._solve([*assumptions, switch, *self._inside])
        self.solver.add([-switch])
        return widened

    def _grow(self, assumptions: Sequence[int]) -> None:
        while self._widen(assumptions):
            pass
