"""Strongly connected parts of a relation: where one can come back to where one started."""

from collections.abc import Iterator, Mapping, Sequence


def find_knots(successors: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Find the strongly connected components that hold a circle.

    Tarjan (1972), without recursion, so that long chains do no harm.

    Args:
        successors: from each node to the next ones; a node without an entry has none.

    Returns:
        The components of more than one node, or of one that leads to itself; members in the order of the
        mapping, components in the order of their first members.
    """
    order = {name: number for number, name in enumerate(successors)}
    found = [
        sorted(part, key=order.__getitem__)
        for part in _components(successors)
        if len(part) > 1 or part[0] in successors[part[0]]
    ]
    return sorted(found, key=lambda part: order[part[0]])


def _components(successors: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    walk = _Walk(successors)
    for root in successors:
        if root not in walk.index:
            yield from walk.components_from(root)


class _Walk:
    """One depth-first walk over all nodes; the names are those of Tarjan's paper."""

    def __init__(self, successors: Mapping[str, Sequence[str]]) -> None:
        self._successors = successors
        self.index: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._path: list[str] = []
        self._on_path: set[str] = set()

    def components_from(self, root: str) -> Iterator[list[str]]:
        work = [self._enter(root)]
        while work:
            node, rest = work[-1]
            after = next((one for one in rest if one in self._successors and self._is_new(node, one)), None)
            if after is not None:
                work.append(self._enter(after))
                continue
            work.pop()
            if work:
                parent = work[-1][0]
                self._low[parent] = min(self._low[parent], self._low[node])
            if self._low[node] == self.index[node]:
                yield self._leave(node)

    def _enter(self, node: str) -> tuple[str, Iterator[str]]:
        self.index[node] = self._low[node] = len(self.index)
        self._path.append(node)
        self._on_path.add(node)
        return node, iter(self._successors[node])

    def _is_new(self, node: str, after: str) -> bool:
        """Tell whether a node was never entered; one on the path ties the knot."""
        if after in self._on_path:
            self._low[node] = min(self._low[node], self.index[after])
        return after not in self.index

    def _leave(self, node: str) -> list[str]:
        """Take a whole component from the path."""
        part = [self._path.pop()]
        while part[-1] != node:
            part.append(self._path.pop())
        self._on_path.difference_update(part)
        return part
