"""What lies beneath statements and against that, for many statements at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.queries.among import Among, at
from argmap.semantics.csr import Csr
from argmap.semantics.strongly_connected import strong_components


class Beneath(NamedTuple):
    """What bears on a statement.

    Args:
        grounds: all that it rests on, at however many removes, without itself.
        against: all that is aimed at it or at these.
    """

    grounds: Among
    against: Among


def beneath(
    keys: Sequence[str],
    premises: Mapping[str, Sequence[str]],
    against: Mapping[str, Sequence[str]],
    wanted: Collection[str],
) -> dict[str, Beneath]:
    """Gather what bears on some statements.

    Each statement is looked at once, however many rest on it; arguments in a circle rest on each other.

    Args:
        keys: all statements.
        premises: statement -> what it rests on.
        against: statement -> what is aimed at it.
        wanted: those of which it is asked.
    """
    return dict(_Gathering(keys, premises, against).of(set(wanted)))


class _Gathering:
    def __init__(
        self, keys: Sequence[str], premises: Mapping[str, Sequence[str]], against: Mapping[str, Sequence[str]]
    ) -> None:
        self._keys = keys
        places = {key: place for place, key in enumerate(keys)}
        edges = [(place, places[one]) for place, key in enumerate(keys) for one in premises.get(key, ())]
        self._rows = Csr(len(keys), [tail for tail, _ in edges], [head for _, head in edges])
        self._against = [[places[one] for one in against.get(key, ())] for key in keys]
        # Each before all that rest on it.
        self._circles = strong_components(self._rows)
        self._circle_of = [0] * len(keys)
        for number, circle in enumerate(self._circles):
            for place in circle:
                self._circle_of[place] = number

    def of(self, wanted: Collection[str]) -> Iterator[tuple[str, Beneath]]:
        heads, users = self._needed(wanted)
        found: dict[int, tuple[int, int]] = {}
        for number, beneath_it in sorted(heads.items()):
            grounds = hits = 0
            for place in self._circles[number]:
                grounds |= 1 << place
                for hit in self._against[place]:
                    hits |= 1 << hit
            for other in beneath_it:
                grounds, hits = grounds | found[other][0], hits | found[other][1]
                users[other] -= 1
                # What nothing more rests on is needed no longer.
                if not users[other]:
                    del found[other]
            found[number] = grounds, hits
            for place in self._circles[number]:
                if (key := self._keys[place]) in wanted:
                    yield key, Beneath(at(self._keys, grounds & ~(1 << place)), at(self._keys, hits))
            if not users.get(number):
                del found[number]

    def _needed(self, wanted: Collection[str]) -> tuple[dict[int, set[int]], dict[int, int]]:
        """Find the circles beneath what is wanted: circle -> those right beneath it, and how many use it."""
        heads: dict[int, set[int]] = {}
        users: dict[int, int] = {}
        for number in range(len(self._circles) - 1, -1, -1):
            circle = self._circles[number]
            if number not in users and not any(self._keys[place] in wanted for place in circle):
                continue
            heads[number] = {self._circle_of[head] for place in circle for head in self._rows[place]} - {
                number
            }
            for other in heads[number]:
                users[other] = users.get(other, 0) + 1
        return heads, users
