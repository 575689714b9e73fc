"""Which lines may all lead downwards: circles are cut where the fewest lines then lead upwards.

Nodes are put in a row by the greedy method of Eades, Lin and Smyth, "A fast and effective heuristic for the
feedback arc set problem" (1993): those without lines away from them come last, those without lines to them
first, and where only circles are left, whatever has the most lines away from it and the fewest to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

_MOST_LOOKED_AT = 2_000_000

Heads = Mapping[str, Sequence[str]]
"""Node -> where its lines lead."""


def make_acyclic(nodes: Sequence[str], heads: Heads, tails: Heads) -> dict[str, list[str]]:
    """Leave out lines so that no circle is left; a line that closes none stays.

    Args:
        nodes: all nodes, in the order that decides between equals.
        heads: node -> where its lines lead.
        tails: node -> where lines to it come from.

    Returns:
        Node -> where its lines lead that stay; each line left out would close a circle with these, unless
        there are so many that this cannot be told in time.
    """
    place = {node: at for at, node in enumerate(_in_a_row(nodes, heads, tails))}
    kept = {node: [head for head in heads[node] if place[head] > place[node]] for node in nodes}
    search = _Search(kept)
    for node in nodes:
        for head in heads[node]:
            if place[head] < place[node] and not search.closes(head, node):
                kept[node].append(head)
    return kept


def _in_a_row(nodes: Sequence[str], heads: Heads, tails: Heads) -> Iterable[str]:
    row = _Row(nodes, heads, tails)
    while row.left:
        row.take_ends()
        if row.left:
            row.take_best()
    return (*row.front, *reversed(row.back))


class _Row:
    """Nodes on their way from the graph into the row."""

    def __init__(self, nodes: Sequence[str], heads: Heads, tails: Heads) -> None:
        self.front: list[str] = []
        self.back: list[str] = []
        self.left = dict.fromkeys(nodes)
        self._heads, self._tails = heads, tails
        self._out = {node: len(heads[node]) for node in nodes}
        self._in = {node: len(tails[node]) for node in nodes}
        # Between equals, what had fewer lines to it from the start, then the order.
        self._order = {node: (self._rank(node), at) for at, node in enumerate(nodes)}
        self._ends = [node for node in nodes if not (self._out[node] and self._in[node])]
        self._best = [(self._rank(node), self._order[node], node) for node in nodes]
        heapify(self._best)

    def take_ends(self) -> None:
        """Take nodes for as long as some have lines on one side only."""
        for node in self._ends:
            if node in self.left:
                (self.front if self._out[node] else self.back).append(node)
                self._remove(node)
        self._ends = []

    def take_best(self) -> None:
        """Take the node that has more lines away from it, compared with those to it, than any other."""
        while True:
            rank, _, node = heappop(self._best)
            if node in self.left and rank == self._rank(node):
                self.front.append(node)
                return self._remove(node)

    def _rank(self, node: str) -> int:
        return self._in[node] - self._out[node]

    def _remove(self, node: str) -> None:
        del self.left[node]
        for counts, others in ((self._in, self._heads[node]), (self._out, self._tails[node])):
            for other in others:
                if other in self.left:
                    counts[other] -= 1
                    self._note(other)

    def _note(self, node: str) -> None:
        if self._out[node] and self._in[node]:
            heappush(self._best, (self._rank(node), self._order[node], node))
        else:
            self._ends.append(node)


class _Search:
    """Looks for ways through the lines that stay, as long as that is not too much work in all."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads
        self._left = _MOST_LOOKED_AT

    def closes(self, start: str, goal: str) -> bool:
        """Tell whether a line from the goal to the start would close a circle, as far as can be told."""
        seen, waiting = {start}, [start]
        while waiting and self._left > 0:
            heads = self._heads[waiting.pop()]
            self._left -= len(heads) + 1
            if goal in heads:
                return True
            new = [head for head in heads if head not in seen]
            seen.update(new)
            waiting += new
        return self._left <= 0
