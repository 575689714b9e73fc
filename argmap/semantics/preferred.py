"""Preferred extensions: the largest admissible sets (Dung 1995, definition 7)."""

from collections.abc import Iterator

from argmap.semantics import encoding
from argmap.semantics.complete import admissible_with
from argmap.semantics.componentwise import Componentwise
from argmap.semantics.counting import count_by_components
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Extension, Label, members
from argmap.semantics.parts import undecided
from argmap.semantics.sat import Sat
from argmap.semantics.skeptical_preferred import Challenge, challenge


class Preferred(Componentwise):
    """Preferred semantics."""

    def some_in(self, framework: Framework) -> Extension:
        """Grow an admissible set until nothing can join it; what is found becomes a hard fact."""
        solver = Sat(framework)
        encoding.admissible(solver, framework)
        labels = bytearray(framework.size)
        while candidates := _open(labels):
            solver.add(candidates)
            if not solver.solve():
                break
            labels = closure(framework, encoding.accepted(solver, framework))
            solver.extend([argument + 1] for argument in members(labels))
        return members(labels)

    def every_in(self, framework: Framework) -> Iterator[Extension]:
        """Yield each preferred extension; none is part of another, so the next has a newcomer."""
        solver = Sat(framework)
        encoding.admissible(solver, framework)
        switch = 2 * framework.size
        while solver.solve():
            labels = closure(framework, encoding.accepted(solver, framework))
            while candidates := _open(labels):
                switch += 1
                solver.add([-switch, *candidates])
                grown = solver.solve([switch, *[argument + 1 for argument in members(labels)]])
                if grown:
                    labels = closure(framework, encoding.accepted(solver, framework))
                solver.add([-switch])
                if not grown:
                    break
            yield members(labels)
            solver.add([argument + 1 for argument, label in enumerate(labels) if label != Label.IN])

    def count_in(self, framework: Framework) -> int:
        """Count the extensions without listing them all."""
        return count_by_components(framework, self)

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
        if all(labels):
            return members(labels)
        rest = undecided(framework, labels)
        return members(labels) | rest.lift(self.some(rest.framework) or ())


def _open(labels: bytearray) -> list[int]:
    """Return the variables of the arguments that are neither in nor out."""
    return [argument + 1 for argument, label in enumerate(labels) if not label]
