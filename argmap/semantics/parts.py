"""Parts of a framework that can be reasoned about on their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.semantics.csr import Csr
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.labels import Extension


@dataclass(frozen=True, slots=True)
class Part:
    """The framework induced by some arguments; ``members[i]`` is its argument ``i`` in the whole."""

    framework: Framework
    members: Sequence[int]

    def lift(self, extension: Iterable[int]) -> Extension:
        """Return the part's extension in the numbers of the whole framework."""
        return frozenset(map(self.members.__getitem__, extension))

    def find(self, argument: int) -> int:
        """Return the part's number for an argument of the whole. Raises ValueError when absent."""
        return self.members.index(argument)


def restrict(framework: Framework, members: Sequence[int]) -> Part:
    """Return the part induced by ``members``: they and the attacks among them."""
    return partition(framework, [members])[0]


def partition(framework: Framework, groups: Sequence[Sequence[int]]) -> list[Part]:
    """Return the part induced by each of some disjoint groups; attacks between groups are dropped."""
    if len(groups) == 1 and len(groups[0]) == framework.size:
        return [Part(framework, groups[0])]
    place = [0] * framework.size
    home = [-1] * framework.size
    for number, members in enumerate(groups):
        for position, argument in enumerate(members):
            place[argument] = position
            home[argument] = number
    return [_induced(framework, members, place, home) for members in groups]


def _induced(framework: Framework, members: Sequence[int], place: list[int], home: list[int]) -> Part:
    starts, items = framework.targets.starts, framework.targets.items
    number = home[members[0]] if members else -1
    sources: list[int] = []
    destinations: list[int] = []
    for position, argument in enumerate(members):
        attacked = items[starts[argument] : starts[argument + 1]]
        row = [place[target] for target in attacked if home[target] == number]
        sources += [position] * len(row)
        destinations += row
    return Part(Framework(len(members), sources, destinations), members)


def undecided(framework: Framework, labels: bytearray) -> Part:
    """Return the part that a complete labelling leaves undecided.

    It is the reduct of Baumann, Brewka & Ulbricht (2020) by the accepted arguments: whatever is
    complete, preferred, stable or semi-stable in it is so in the whole together with them.
    """
    if not any(labels):
        return Part(framework, range(framework.size))
    return restrict(framework, [argument for argument, label in enumerate(labels) if not label])


def reach(rows: Csr, start: Iterable[int]) -> list[int]:
    """Return the vertices reachable along ``rows`` from ``start``, itself included, ascending."""
    seen = bytearray(len(rows))
    queue = list(start)
    for vertex in queue:
        seen[vertex] = 1
    starts, items = rows.starts, rows.items
    for vertex in queue:
        for neighbour in items[starts[vertex] : starts[vertex + 1]]:
            if not seen[neighbour]:
                seen[neighbour] = 1
                queue.append(neighbour)
    return sorted(queue)


def cone(framework: Framework, argument: int) -> Part:
    """Return the part that can influence ``argument``: it and everything that reaches it by attacks.

    Complete, grounded, preferred and ideal semantics are directional (Baroni & Giacomin 2007,
    theorem 5): whether the argument is accepted there depends on nothing else.
    """
    return restrict(framework, reach(framework.attackers, [argument]))


def components(framework: Framework) -> list[Sequence[int]]:
    """Return the weakly connected components, each ascending, ordered by their least argument."""
    seen = bytearray(framework.size)
    found: list[Sequence[int]] = []
    for start in range(framework.size):
        if not seen[start]:
            members = _flood(framework, start, seen)
            if len(members) == framework.size:
                return [range(framework.size)]
            found.append(sorted(members))
    return found


def _flood(framework: Framework, start: int, seen: bytearray) -> list[int]:
    out_starts, out_items = framework.targets.starts, framework.targets.items
    in_starts, in_items = framework.attackers.starts, framework.attackers.items
    seen[start] = 1
    queue = [start]
    for vertex in queue:
        for neighbour in out_items[out_starts[vertex] : out_starts[vertex + 1]]:
            if not seen[neighbour]:
                seen[neighbour] = 1
                queue.append(neighbour)
        for neighbour in in_items[in_starts[vertex] : in_starts[vertex + 1]]:
            if not seen[neighbour]:
                seen[neighbour] = 1
                queue.append(neighbour)
    return queue


def connected_parts(framework: Framework) -> list[Part]:
    """Return the weakly connected components as parts, larger ones last."""
    return partition(framework, sorted(components(framework), key=len))


def grounded_split(framework: Framework) -> tuple[bytearray, Part]:
    """Return the grounded labelling and the part it leaves undecided."""
    labels = closure(framework)
    return labels, undecided(framework, labels)
