"""What all SAT-based semantics share: settle the easy part first, then each component on its own."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from itertools import islice, product
from math import prod

from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Extension, Label, members
from argmap.semantics.parts import Part, connected_parts, undecided

_NOTHING: Extension = frozenset()


class Componentwise(ABC):
    """A semantics whose extensions are the unions of one extension of each component.

    A subclass answers for one weakly connected framework without grounded arguments; this class takes
    the grounded extension first (it lies in every complete extension) and combines the components.
    An extension is None where there is none.
    """

    @abstractmethod
    def some_in(self, framework: Framework) -> Extension | None:
        """Return an extension of a connected framework."""

    @abstractmethod
    def every_in(self, framework: Framework) -> Iterator[Extension]:
        """Yield each extension of a connected framework once."""

    @abstractmethod
    def having_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension of a connected framework with the argument in it."""

    @abstractmethod
    def lacking_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension of a connected framework without the argument in it."""

    def count_in(self, framework: Framework) -> int:
        """Return how many extensions a connected framework has."""
        return sum(1 for _ in self.every_in(framework))

    def settled(self, framework: Framework) -> bytearray:
        """Label what every extension labels alike, as far as that is known at once."""
        return closure(framework)

    def split(self, framework: Framework) -> tuple[bytearray, list[Part]]:
        """Return the labels that are settled at once, and the connected parts of what is left."""
        labels = self.settled(framework)
        rest = undecided(framework, labels)
        parts = connected_parts(rest.framework)
        return labels, parts if rest.framework is framework else [_nested(rest, part) for part in parts]

    def pieces(self, framework: Framework) -> tuple[bytearray, list[Part]]:
        """Return the same with parts no smaller than it takes to find single extensions fast."""
        return self.split(framework)

    def some(self, framework: Framework) -> Extension | None:
        """Return an extension, or None when there is none."""
        labels, parts = self.pieces(framework)
        return self._union(members(labels), parts)

    def every(self, framework: Framework, limit: int | None) -> list[Extension]:
        """Return up to ``limit`` extensions, or all where it is None; each one once."""
        labels, parts = self.split(framework)
        if len(parts) == 1 and parts[0].framework is framework:
            return list(islice(self.every_in(framework), limit))
        choices: list[list[Extension]] = []
        for part in parts:
            found = islice(self.every_in(part.framework), limit)
            choices.append([part.lift(extension) for extension in found])
            if not choices[-1]:
                return []
        settled = members(labels)
        return [settled.union(*choice) for choice in islice(product(*choices), limit)]

    def count(self, framework: Framework) -> int:
        """Return how many extensions there are."""
        _, parts = self.split(framework)
        return prod(self.count_in(part.framework) for part in parts)

    def having(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension with the argument in it, or None when there is none."""
        labels, parts = self.pieces(framework)
        if labels[argument] == Label.OUT:
            return None
        if labels[argument] == Label.IN:
            return self._union(members(labels), parts)
        home, others = _home(parts, argument)
        found = self.having_in(home.framework, home.find(argument))
        return None if found is None else self._union(members(labels) | home.lift(found), others)

    def lacking(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension without the argument in it, or None when there is none."""
        labels, parts = self.pieces(framework)
        if labels[argument] == Label.IN:
            return None
        if labels[argument] == Label.OUT:
            return self._union(members(labels), parts)
        home, others = _home(parts, argument)
        found = self.lacking_in(home.framework, home.find(argument))
        return None if found is None else self._union(members(labels) | home.lift(found), others)

    def _union(self, settled: Extension, parts: list[Part]) -> Extension | None:
        chosen = [settled]
        for part in parts:
            found = self.some_in(part.framework)
            if found is None:
                return None
            chosen.append(part.lift(found))
        return _NOTHING.union(*chosen)


def _nested(outer: Part, inner: Part) -> Part:
    return Part(inner.framework, list(map(outer.members.__getitem__, inner.members)))


def _home(parts: list[Part], argument: int) -> tuple[Part, list[Part]]:
    home = next(part for part in parts if argument in part.members)
    return home, [part for part in parts if part is not home]
