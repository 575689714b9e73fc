"""Preferred extensions: the largest admissible sets (Dung 1995, definition 7)."""

from collections.abc import Iterator, Sequence

from argmap.semantics import encoding
from argmap.semantics.complete import admissible_with
from argmap.semantics.componentwise import Componentwise
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Extension, members
from argmap.semantics.parts import undecided
from argmap.semantics.sat import Sat
from argmap.semantics.skeptical_preferred import Challenge, challenge


class Preferred(Componentwise):
    """Preferred semantics."""

    def some_in(self, framework: Framework) -> Extension:
        """Grow an admissible set until nothing can join it; what is found becomes a hard fact."""
        solver = Sat()
        encoding.admissible(solver, framework)
        found: list[int] = []
        while True:
            candidates = _joinable(framework, found)
            solver.add([argument + 1 for argument in candidates])
            if not candidates or not solver.solve():
                return frozenset(found)
            found = encoding.accepted(solver, framework)
            solver.extend([argument + 1] for argument in found)

    def every_in(self, framework: Framework) -> Iterator[Extension]:
        """Yield each preferred extension; none is part of another, so the next has a newcomer."""
        solver = Sat()
        encoding.admissible(solver, framework)
        switch = 2 * framework.size
        while solver.solve():
            found = encoding.accepted(solver, framework)
            while candidates := _joinable(framework, found):
                switch += 1
                solver.add([-switch, *[argument + 1 for argument in candidates]])
                grown = solver.solve([switch, *[argument + 1 for argument in found]])
                if grown:
                    found = encoding.accepted(solver, framework)
                solver.add([-switch])
                if not grown:
                    break
            extension = frozenset(found)
            yield extension
            solver.add([argument + 1 for argument in range(framework.size) if argument not in extension])

    def having_in(self, framework: Framework, argument: int) -> Extension | None:
        """Grow an admissible set with the argument, or return None."""
        found = admissible_with(framework, argument)
        return None if found is None else self.grown(framework, found)

    def lacking_in(self, framework: Framework, argument: int) -> Extension | None:
        """Grow an admissible set that no extension shares with the argument, or return None."""
        verdict = challenge(framework, argument)
        if verdict is Challenge.FAILS:
            return None
        return self.some_in(framework) if verdict is Challenge.NEEDLESS else self.grown(framework, verdict)

    def grown(self, framework: Framework, admissible: Extension) -> Extension:
        """Return a preferred extension of the framework that includes an admissible set."""
        labels = closure(framework, admissible)
        rest = undecided(framework, labels)
        return members(labels) | rest.lift(self.some(rest.framework) or ())


def _joinable(framework: Framework, found: Sequence[int]) -> list[int]:
    """Return the arguments outside a set that it does not attack."""
    free = bytearray(b"\x01") * framework.size
    starts, items = framework.targets.starts, framework.targets.items
    for argument in found:
        free[argument] = 0
        for attacked in items[starts[argument] : starts[argument + 1]]:
            free[attacked] = 0
    return [argument for argument, is_free in enumerate(free) if is_free]
