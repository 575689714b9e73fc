"""What a circle of arguments looks like to people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from argmap.semantics.reading import HELPERS, Kind, Reading
from argmap.text.lists import and_list

_NAMED = 3
_PAIR = 2


@dataclass(frozen=True, eq=False)
class Ring:
    """A circle of arguments, each of which waits for the one after it.

    Args:
        members: the arguments.
        statements: the statements among them, and the rebuttals behind bearings, in the map's order.
        attacks: how many members attack another, rather than being needed by it.
        has_steps: whether inferences are among them.
    """

    members: frozenset[int]
    statements: Sequence[str]
    attacks: int
    has_steps: bool

    def describe(self, number: int, own: str, name: Callable[[str], str]) -> str:
        """Say why an argument is undecided that belongs to the circle or hangs on it.

        Args:
            number: the argument.
            own: the id of its statement or inference.
            name: gives the words for a statement.
        """
        inside = number in self.members
        others = (key for key in self.statements if not (inside and key == own))
        names = [name(key) for key in islice(others, _NAMED)]
        if not self.attacks:
            back = "the reasons for it lead back to itself"
            return back if inside else f"it hangs on {names[0]}, the reasons for which lead back to itself"
        if len(self.statements) == 1:
            return "it attacks itself" if inside else f"it hangs on {names[0]}, which attacks itself"
        if inside and own in self.statements:
            names.insert(0, "it")
        if (more := len(self.statements) - _NAMED) > 0:
            names = [*names[: _NAMED - 1], f"{more + 1:,} more"]
        bound = and_list(names)
        return f"{bound} {self._how}" if inside else f"it hangs on {bound}, which {self._how}"

    @property
    def _how(self) -> str:
        if self.has_steps or self.attacks != len(self.statements):
            return "bear on one another in a circle"
        return "attack each other" if self.attacks == _PAIR else "attack one another in a circle"


def find_ring(reading: Reading, circle: Sequence[int]) -> Ring:
    """Look at a circle of arguments, each attacked by the one after it."""
    kinds = [reading.arguments[member].kind for member in circle]
    speaking = {Kind.STATEMENT, Kind.BEARING}
    attacks = sum(
        here not in HELPERS and before in speaking
        for here, before in zip(kinds, (*kinds[1:], kinds[0]), strict=True)
    )
    said = (reading.arguments[member] for member in sorted(circle))
    statements = dict.fromkeys(argument.id for argument in said if argument.kind in speaking)
    return Ring(frozenset(circle), tuple(statements), attacks, Kind.STEP in kinds)
