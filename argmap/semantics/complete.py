"""Complete extensions: admissible sets that hold all they defend (Dung 1995, definition 23)."""

from collections.abc import Iterator

from argmap.semantics import encoding
from argmap.semantics.componentwise import Componentwise
from argmap.semantics.counting import count_by_components
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import completed
from argmap.semantics.labels import Extension
from argmap.semantics.parts import cone
from argmap.semantics.sat import Sat


class Complete(Componentwise):
    """Complete semantics; the grounded extension is the least one."""

    def some_in(self, framework: Framework) -> Extension:  # noqa: ARG002
        """Return the empty set: nothing is grounded here, so it is complete."""
        return frozenset()

    def every_in(self, framework: Framework) -> Iterator[Extension]:
        """Yield each complete extension, excluding it exactly afterwards."""
        solver = Sat(framework)
        encoding.complete(solver, framework)
        while solver.solve():
            yield frozenset(encoding.accepted(solver, framework))
            solver.add([-literal for literal in solver.model()[: framework.size]])

    def count_in(self, framework: Framework) -> int:
        """Count the extensions without listing them all."""
        return count_by_components(framework, self)

    def having_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return the completion of an admissible set with the argument, or None."""
        found = admissible_with(framework, argument)
        return None if found is None else completed(framework, found)

    def lacking_in(self, framework: Framework, argument: int) -> Extension:  # noqa: ARG002
        """Return the empty set, which is complete here."""
        return frozenset()


def admissible_with(framework: Framework, argument: int) -> Extension | None:
    """Return an admissible set with the argument, looking only at what can influence it, or None."""
    part = cone(framework, argument)
    solver = Sat(part.framework)
    encoding.admissible(solver, part.framework)
    solver.add([part.find(argument) + 1])
    return part.lift(encoding.accepted(solver, part.framework)) if solver.solve() else None
