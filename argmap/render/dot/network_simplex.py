"""Making lines short: levels whose differences add up to the least that is possible.

The network simplex method of Gansner, Koutsofios, North and Vo, "A technique for drawing directed graphs"
(1993), section 2.3, for lines of equal weight. A spanning tree of lines as short as they may be fixes all
levels. Cutting one of its lines leaves a branch; the branch moves if that makes lines shorter in all, until
another line is as short as it may be, which then takes the place of the first.
"""

from collections.abc import Sequence
from typing import NamedTuple

_MOST_WORK = 20_000_000


class Span(NamedTuple):
    """A line that asks for room.

    Args:
        tail: the number of the node that must be higher.
        head: the number of the node that must be lower.
        least: how much higher.
    """

    tail: int
    head: int
    least: int


def tighten(levels: list[int], spans: Sequence[Span]) -> None:
    """Move nodes so that the lines between them become as short as possible in all.

    Args:
        levels: of nodes that the spans connect, as high as these ask; they are changed.
        spans: the lines, without loops.
    """
    if spans:
        tree = _Tree(levels, spans)
        for _ in range(_MOST_WORK // (len(levels) + len(spans))):
            if not tree.improve():
                break


class _Tree:
    """A spanning tree of tight spans, hanging from node 0."""

    def __init__(self, levels: list[int], spans: Sequence[Span]) -> None:
        self._levels = levels
        self._spans = spans
        self._balance = [0] * len(levels)
        self._around: list[list[int]] = [[] for _ in levels]
        for number, span in enumerate(spans):
            self._balance[span.tail] += 1
            self._balance[span.head] -= 1
            self._around[span.tail].append(number)
            self._around[span.head].append(number)
        self._beside: list[dict[int, int]] = [{} for _ in levels]
        for number in self._grow():
            self._join(number)
        self._hang()

    def _slack(self, number: int) -> int:
        tail, head, least = self._spans[number]
        return self._levels[tail] - self._levels[head] - least

    def _grow(self) -> list[int]:
        """Collect tight spans from node 0 outwards, moving what is collected where none is left."""
        inside, members = [0], []
        reached = {0}
        while True:
            for node in inside:
                for number in self._around[node]:
                    other = self._other(number, node)
                    if other not in reached and not self._slack(number):
                        reached.add(other)
                        inside.append(other)
                        members.append(number)
            if len(inside) == len(self._levels):
                return members
            border = [
                n for n, (tail, head, _) in enumerate(self._spans) if (tail in reached) != (head in reached)
            ]
            nearest = min(border, key=self._slack)
            step = -self._slack(nearest) if self._spans[nearest].tail in reached else self._slack(nearest)
            for node in inside:
                self._levels[node] += step

    def _other(self, number: int, node: int) -> int:
        tail, head, _ = self._spans[number]
        return head if tail == node else tail

    def _join(self, number: int) -> None:
        tail, head, _ = self._spans[number]
        self._beside[tail][head] = self._beside[head][tail] = number

    def _part(self, number: int) -> None:
        tail, head, _ = self._spans[number]
        del self._beside[tail][head], self._beside[head][tail]

    def _hang(self) -> None:
        """Note for each node what it hangs from, and an order in which parents come first."""
        self._parent = [-1] * len(self._levels)
        self._order = [0]
        for node in self._order:
            above = self._parent[node]
            for other in self._beside[node]:
                if other != above:
                    self._parent[other] = node
                    self._order.append(other)

    def improve(self) -> bool:
        """Exchange one span of the tree; False if no exchange helps."""
        gains = self._gains()
        node = max(self._order[1:], key=gains.__getitem__, default=0)
        if gains[node] <= 0:
            return False
        leaving = self._beside[node][self._parent[node]]
        rises = self._spans[leaving].tail == node
        branch = self._branch(node)
        entering = min(self._stops(branch, rises=rises), key=self._slack)
        step = self._slack(entering) if rises else -self._slack(entering)
        for one in branch:
            self._levels[one] += step
        self._part(leaving)
        self._join(entering)
        self._hang()
        return True

    def _gains(self) -> list[int]:
        """Say for each branch, by its topmost node, how much shorter lines get when it moves by one."""
        sums = self._balance.copy()
        gains = [0] * len(sums)
        for node in reversed(self._order[1:]):
            parent = self._parent[node]
            sums[parent] += sums[node]
            rises = self._spans[self._beside[node][parent]].tail == node
            gains[node] = -sums[node] if rises else sums[node]
        return gains

    def _branch(self, node: int) -> set[int]:
        branch = [node]
        for one in branch:
            branch += [other for other in self._beside[one] if other != self._parent[one]]
        return set(branch)

    def _stops(self, branch: set[int], *, rises: bool) -> list[int]:
        """List the spans that stop a branch which rises or sinks."""
        near = {number for node in branch for number in self._around[node]}
        return [
            number
            for number in sorted(near)
            if (self._spans[number].head in branch) != (self._spans[number].tail in branch)
            and (self._spans[number].head in branch) == rises
        ]
