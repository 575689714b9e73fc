"""Making lines short: levels whose differences add up to the least that is possible.

The network simplex method of Gansner, Koutsofios, North and Vo, "A technique for drawing directed graphs"
(1993), section 2.3, for lines of equal weight. A spanning tree of lines as short as they may be fixes all
levels. Cutting one of its lines leaves a branch; the branch moves if that makes lines shorter in all, until
another line is as short as it may be, which then takes the place of the first.
"""

from collections.abc import Mapping, Sequence
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
        self._members = self._grow()
        self._hang()

    def _slack(self, number: int) -> int:
        tail, head, least = self._spans[number]
        return self._levels[tail] - self._levels[head] - least

    def _grow(self) -> set[int]:
        """Collect tight spans from node 0 outwards, moving what is collected where none is left."""
        inside, members = [0], set[int]()
        reached = {0}
        while True:
            for node in inside:
                for number in self._around[node]:
                    other = self._other(number, node)
                    if other not in reached and not self._slack(number):
                        reached.add(other)
                        inside.append(other)
                        members.add(number)
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

    def _hang(self) -> None:
        """Note for each node the span that it hangs from, and an order in which parents come first."""
        self._from: dict[int, int] = {}
        self._order = [0]
        for node in self._order:
            for number in self._around[node]:
                other = self._other(number, node)
                if number in self._members and other != 0 and other not in self._from:
                    self._from[other] = number
                    self._order.append(other)

    def improve(self) -> bool:
        """Exchange one span of the tree; False if no exchange helps."""
        gains = self._gains()
        node = max(gains, key=gains.__getitem__, default=0)
        if not gains or gains[node] <= 0:
            return False
        leaving = self._from[node]
        rises = self._spans[leaving].tail == node
        branch = self._branch(node)
        entering = min(self._stops(branch, rises=rises), key=self._slack)
        step = self._slack(entering) if rises else -self._slack(entering)
        for one in branch:
            self._levels[one] += step
        self._members.remove(leaving)
        self._members.add(entering)
        self._hang()
        return True

    def _gains(self) -> Mapping[int, int]:
        """Say for each branch, by its topmost node, how much shorter lines get when it moves by one."""
        sums = self._balance.copy()
        for node in reversed(self._order[1:]):
            sums[self._other(self._from[node], node)] += sums[node]
        return {
            node: -sums[node] if self._spans[number].tail == node else sums[node]
            for node, number in self._from.items()
        }

    def _branch(self, node: int) -> set[int]:
        branch = {node}
        for one in self._order:
            if one in self._from and self._other(self._from[one], one) in branch:
                branch.add(one)
        return branch

    def _stops(self, branch: set[int], *, rises: bool) -> list[int]:
        """List the spans that stop a branch which rises or sinks."""
        return [
            number
            for number, (tail, head, _) in enumerate(self._spans)
            if (head in branch and tail not in branch if rises else tail in branch and head not in branch)
        ]
