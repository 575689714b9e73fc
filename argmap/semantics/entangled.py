"""A framework without most of the arguments that take part in no attack.

Such arguments are in every extension of every semantics. A file can declare millions of them in a few
bytes, so they are not reasoned about one by one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension


@dataclass(frozen=True, slots=True)
class Entangled:
    """The arguments of a framework that attack or are attacked, and one that stands for all others.

    Args:
        whole: the framework.
        part: the framework to reason about; the whole where most arguments take part in attacks.
        numbers: what each argument of the whole that is in the part is called there, ascending.
        stand_in: what the argument that stands for those not in the part is called there.
    """

    whole: Framework
    part: Framework
    numbers: Mapping[int, int]
    stand_in: int

    def find(self, argument: int) -> int:
        """Return which argument of the part tells about one of the whole."""
        return argument if self.part is self.whole else self.numbers.get(argument, self.stand_in)

    def members(self, extension: Extension) -> Iterator[int]:
        """Yield the arguments of the whole that are in an extension of the part, ascending."""
        if self.part is self.whole:
            return iter(sorted(extension))
        rejected = {argument for argument, number in self.numbers.items() if number not in extension}
        return (argument for argument in range(self.whole.size) if argument not in rejected)


def entangled(framework: Framework) -> Entangled:
    """Return what of a framework has to be reasoned about.

    The last argument without attacks stands for all of them, because then extensions of the part sort as
    those of the whole do.
    """
    busy = {*framework.sources, *framework.destinations}
    if 2 * len(busy) >= framework.size:
        return Entangled(framework, framework, {}, 0)
    last = next(argument for argument in reversed(range(framework.size)) if argument not in busy)
    numbers = {argument: number for number, argument in enumerate(sorted({*busy, last}))}
    sources = [numbers[argument] for argument in framework.sources]
    destinations = [numbers[argument] for argument in framework.destinations]
    return Entangled(framework, Framework(len(numbers), sources, destinations), numbers, numbers[last])
