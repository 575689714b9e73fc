"""Strongly connected components of a graph, in the order in which they matter."""

from collections.abc import Mapping, Sequence

from argmap.semantics.csr import Csr


def strong_components(rows: Csr) -> list[list[int]]:
    """Return the strongly connected components, each before all that reach it along ``rows``.

    Tarjan (1972) without recursion, in time linear in the edges; each component is ascending.
    """
    return _Search(rows).found


def cyclic_components(successors: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the strongly connected components that hold a cycle.

    Args:
        successors: from each node to the next ones; a node without an entry has none.

    Returns:
        The components of more than one node, or of one that leads to itself; members in the order of the
        mapping, components in the order of their first members.
    """
    names = list(successors)
    numbers = {name: number for number, name in enumerate(names)}
    edges = [
        (number, numbers[after])
        for number, name in enumerate(names)
        for after in successors[name]
        if after in numbers
    ]
    found = strong_components(Csr(len(names), [start for start, _ in edges], [end for _, end in edges]))
    cyclic = (part for part in found if len(part) > 1 or names[part[0]] in successors[names[part[0]]])
    return [[names[number] for number in part] for part in sorted(cyclic)]


class _Search:
    def __init__(self, rows: Csr) -> None:
        size = len(rows)
        self.starts, self.items = rows.starts, rows.items
        self.number = [0] * size
        self.lowest = [0] * size
        self.count = 0
        self.stack: list[int] = []
        self.found: list[list[int]] = []
        for vertex in range(size):
            if not self.number[vertex]:
                self._visit(vertex)

    def _visit(self, root: int) -> None:
        path = [self._enter(root)]
        while path:
            vertex, edge, end = path.pop()
            if edge > self.starts[vertex]:
                last = self.items[edge - 1]
                self.lowest[vertex] = min(self.lowest[vertex], self.lowest[last])
            while edge < end and self.number[self.items[edge]]:
                self.lowest[vertex] = min(self.lowest[vertex], self.lowest[self.items[edge]])
                edge += 1
            if edge < end:
                path += [(vertex, edge + 1, end), self._enter(self.items[edge])]
            elif self.lowest[vertex] == self.number[vertex]:
                self._emit(vertex)

    def _enter(self, vertex: int) -> tuple[int, int, int]:
        self.count += 1
        self.number[vertex] = self.lowest[vertex] = self.count
        self.stack.append(vertex)
        return vertex, self.starts[vertex], self.starts[vertex + 1]

    def _emit(self, vertex: int) -> None:
        place = len(self.stack) - 1
        while self.stack[place] != vertex:
            place -= 1
        component = self.stack[place:]
        del self.stack[place:]
        for member in component:
            # Whoever reaches a finished component learns nothing from it.
            self.lowest[member] = len(self.number) + 1
        self.found.append(sorted(component))
