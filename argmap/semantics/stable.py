"""Stable extensions: conflict-free sets that attack everything outside (Dung 1995, definition 13)."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.semantics import encoding
from argmap.semantics.componentwise import Componentwise
from argmap.semantics.counting import count_by_components
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension
from argmap.semantics.parts import Part, grounded_split
from argmap.semantics.sat import Sat


class StableSearch:
    """A solver that finds stable extensions of one framework, one after the other.

    Variable ``a + 1`` says that argument ``a`` is accepted.
    """

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._solver = Sat(framework)
        self._switch = framework.size
        encoding.stable(self._solver, framework)

    def find(self, having: Iterable[int] = (), lacking: Iterable[int] = ()) -> Extension | None:
        """Return a stable extension, or None when there is none.

        Where arguments are given, it has at least one of ``having`` and lacks at least one of
        ``lacking``.
        """
        self._switch += 1
        for clause in encoding.wishes(having, lacking):
            self._solver.add([-self._switch, *clause])
        return self._found([self._switch])

    def prefer(self, literals: Sequence[int]) -> None:
        """Let the search try these literals true first, from now on."""
        self._solver.prefer(literals)

    def every(self) -> Iterator[Extension]:
        """Yield each stable extension; none is part of another, so the next one has a newcomer."""
        while (found := self._found()) is not None:
            yield found
            self._solver.add([outside + 1 for outside in range(self.framework.size) if outside not in found])

    def _found(self, assumptions: Sequence[int] = ()) -> Extension | None:
        if not self._solver.solve(assumptions):
            return None
        return frozenset(encoding.accepted(self._solver, self.framework))


class Stable(Componentwise):
    """Stable semantics; a framework may have no extension at all."""

    def pieces(self, framework: Framework) -> tuple[bytearray, list[Part]]:
        """Return the grounded labels and all the rest in one: every component needs an extension anyway."""
        labels, rest = grounded_split(framework)
        return labels, [rest] if rest.members else []

    def some_in(self, framework: Framework) -> Extension | None:
        """Return a stable extension, or None."""
        return StableSearch(framework).find()

    def every_in(self, framework: Framework) -> Iterator[Extension]:
        """Yield each stable extension."""
        return StableSearch(framework).every()

    def count_in(self, framework: Framework) -> int:
        """Count the extensions without listing them all."""
        return count_by_components(framework, self)

    def having_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return a stable extension with the argument, or None."""
        return StableSearch(framework).find(having=[argument])

    def lacking_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return a stable extension without the argument, or None."""
        return StableSearch(framework).find(lacking=[argument])
