"""Semi-stable and stage semantics: the sets with the largest range (Verheij 1996; Caminada 2006)."""

from collections.abc import Iterator
from itertools import chain

from argmap.semantics import encoding
from argmap.semantics.componentwise import Componentwise
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Extension, Label
from argmap.semantics.largest_range import RangeSearch
from argmap.semantics.naive import naive
from argmap.semantics.stable import StableSearch


class SemiStable(Componentwise):
    """The admissible sets of maximal range; they are complete, even preferred (Caminada 2006)."""

    def search(self, framework: Framework) -> StableSearch | RangeSearch:
        """Return what finds the extensions of a connected framework.

        Where a stable extension exists, the extensions are exactly the stable ones.
        """
        stable = StableSearch(framework)
        return self.ranges(framework) if stable.find() is None else stable

    def ranges(self, framework: Framework) -> RangeSearch:
        """Return what finds the extensions where there is no stable one."""
        return RangeSearch(framework, encoding.admissible, closure)

    def some_in(self, framework: Framework) -> Extension | None:
        """Return an extension of a connected framework."""
        return self.search(framework).find()

    def every_in(self, framework: Framework) -> Iterator[Extension]:
        """Yield each extension of a connected framework."""
        return self.search(framework).every()

    def having_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension with the argument, or None."""
        return self.search(framework).find(having=[argument])

    def lacking_in(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension without the argument, or None."""
        return self.search(framework).find(lacking=[argument])


class Stage(SemiStable):
    """The conflict-free sets of maximal range (Verheij 1996).

    They need not be complete, not even hold the grounded arguments, so only what takes part in no attack is
    settled beforehand.
    """

    def settled(self, framework: Framework) -> bytearray:
        """Label in what neither attacks nor is attacked, and nothing else."""
        labels = bytearray([Label.IN]) * framework.size
        for argument in chain(framework.sources, framework.destinations):
            labels[argument] = Label.UNDECIDED
        return labels

    def ranges(self, framework: Framework) -> RangeSearch:
        """Return what finds the extensions where there is no stable one."""
        return RangeSearch(framework, encoding.conflict_free, naive)
