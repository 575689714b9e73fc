"""Abstract argumentation frameworks on integers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from argmap.semantics.csr import Csr

_T = TypeVar("_T")
# No framework has that many arguments, and int() refuses much longer numbers.
_DIGITS = 12


@dataclass(frozen=True, eq=False)
class Framework:
    """A set of arguments and which of them attacks which (Dung 1995, definition 2).

    Arguments are the integers ``0 … size - 1``. Attack number ``i`` runs from ``sources[i]`` to
    ``destinations[i]``. ``names`` are for people; without them an argument is called by its number,
    counted from 1 as the competition files do.
    """

    size: int
    sources: Sequence[int]
    destinations: Sequence[int]
    names: tuple[str, ...] | None = None

    @classmethod
    def from_pairs(
        cls, size: int, attacks: Iterable[tuple[int, int]], names: Sequence[str] | None = None
    ) -> "Framework":
        """Build a framework of ``size`` arguments from ``(attacker, attacked)`` pairs.

        A pair given twice counts once. Raises ValueError when a pair mentions an argument outside
        ``range(size)``, or when the names are not distinct and ``size`` many.
        """
        sources, destinations = _columns(dict.fromkeys(attacks))
        mentioned = {*sources, *destinations}
        if mentioned and (min(mentioned) < 0 or max(mentioned) >= size):
            message = f"an attack mentions an argument outside 0 … {size - 1}"
            raise ValueError(message)
        if names is not None and (len(names) != size or len(set(names)) != size):
            message = f"{size} arguments need {size} distinct names"
            raise ValueError(message)
        return cls(size, sources, destinations, None if names is None else tuple(names))

    @classmethod
    def from_names(cls, names: Iterable[str], attacks: Iterable[tuple[str, str]]) -> "Framework":
        """Build a framework from distinct names and ``(attacker, attacked)`` pairs of them.

        A pair given twice is kept twice; no answer depends on it.
        Raises ValueError when a name is repeated and KeyError when an attack uses an unknown one.
        """
        ordered = tuple(names)
        index = dict(zip(ordered, range(len(ordered)), strict=True))
        if len(index) != len(ordered):
            raise ValueError("the names of the arguments are not distinct")
        attackers, attacked = _columns(attacks)
        find = index.__getitem__
        return cls(len(ordered), list(map(find, attackers)), list(map(find, attacked)), ordered)

    @cached_property
    def targets(self) -> Csr:
        """Row ``a`` lists the arguments that ``a`` attacks."""
        return Csr(self.size, self.sources, self.destinations)

    @cached_property
    def attackers(self) -> Csr:
        """Row ``a`` lists the arguments that attack ``a``."""
        return Csr(self.size, self.destinations, self.sources)

    @cached_property
    def in_degrees(self) -> list[int]:
        """How many attacks each argument receives."""
        counts = [0] * self.size
        for attacked in self.destinations:
            counts[attacked] += 1
        return counts

    @cached_property
    def self_attackers(self) -> frozenset[int]:
        """The arguments that attack themselves."""
        pairs = zip(self.sources, self.destinations, strict=True)
        return frozenset(source for source, destination in pairs if source == destination)

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each argument by its name."""
        return {self.name(argument): argument for argument in range(self.size)}

    def find(self, name: str) -> int | None:
        """Return the argument that people call ``name``, or None when there is none."""
        if self.names is not None:
            return self.index.get(name)
        number = int(name) if name.isascii() and name.isdigit() and len(name) < _DIGITS else 0
        return number - 1 if 1 <= number <= self.size else None

    def name(self, argument: int) -> str:
        """Return what people call the argument."""
        return str(argument + 1) if self.names is None else self.names[argument]

    def attacks(self) -> Iterator[tuple[int, int]]:
        """Yield every attack as ``(attacker, attacked)``, in the order in which they were given."""
        return zip(self.sources, self.destinations, strict=True)


def _columns(pairs: Iterable[tuple[_T, _T]]) -> tuple[Sequence[_T], Sequence[_T]]:
    sources, destinations = tuple(zip(*pairs, strict=True)) or ((), ())
    return sources, destinations
