"""A reading with labels on it, and what stands for and against each argument."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.model import Attack
from argmap.semantics.labels import Extension, Label, labelling
from argmap.semantics.ranks import ranks
from argmap.semantics.reading import Kind, Reading, denies
from argmap.semantics.status import STATUSES, Status
from argmap.semantics.undecided_cycles import UndecidedCycles

_CHALLENGERS = frozenset({Kind.STATEMENT, Kind.BEARING})


@dataclass(frozen=True, eq=False)
class Labelled:
    """A reading and a labelling of its framework.

    Args:
        reading: the map as a framework.
        labels: one `Label` value for each argument.
        ranks: one number for each argument; of two that would do, the one with the lower is named.
        is_complete: whether the labelling is complete, so that what is undecided hangs on circles.
    """

    reading: Reading
    labels: bytearray
    ranks: Sequence[int]
    is_complete: bool = True

    @classmethod
    def grounded(cls, reading: Reading) -> "Labelled":
        """Label a reading by what every complete extension agrees on."""
        numbers = ranks(reading.framework)
        labels = bytearray((number % 2 or Label.OUT) if number else Label.UNDECIDED for number in numbers)
        return cls(reading, labels, numbers)

    @classmethod
    def by_extension(cls, reading: Reading, extension: Extension, *, is_complete: bool) -> "Labelled":
        """Label a reading by one extension."""
        framework = reading.framework
        return cls(reading, labelling(framework, extension), range(framework.size), is_complete)

    @cached_property
    def circles(self) -> UndecidedCycles:
        """The circles on which what is undecided hangs; for complete labellings alone."""
        return UndecidedCycles(self.reading.framework, self.labels)

    def status(self, key: str) -> Status:
        """Give the status of a statement or inference; what has fallen is out."""
        if key in self.reading.fallen:
            return Status.OUT
        return STATUSES[Label(self.labels[self.reading.index[key]])]

    def attackers(self, number: int, label: Label) -> list[int]:
        """Give the attackers of an argument that carry a label, the most telling first."""
        found = [other for other in self.reading.framework.attackers[number] if self.labels[other] == label]
        return self.sorted(found)

    def challengers(self, number: int, label: Label) -> list[int]:
        """Give those attackers that speak for somebody: rebuttals, not helpers."""
        arguments = self.reading.arguments
        return [other for other in self.attackers(number, label) if arguments[other].kind in _CHALLENGERS]

    def attack(self, challenger: int, target: int) -> Attack:
        """Give the attack by which one argument that speaks for somebody hits another."""
        arguments, argument_map = self.reading.arguments, self.reading.map
        made, hit = arguments[challenger], arguments[target]
        if made.attack is not None:
            return made.attack
        aimed = argument_map.attacks_by[made.id]
        if hit.attack is None:
            return next(a for a in aimed if a.target == hit.id and not denies(argument_map, a))
        names = {hit.attack.id, ""}
        return next(a for a in aimed if a.target == hit.id and denies(argument_map, a) and a.denies in names)

    def sorted(self, numbers: Iterable[int]) -> list[int]:
        """Sort arguments, the most telling first."""
        return sorted(numbers, key=lambda number: (self.ranks[number], number))
