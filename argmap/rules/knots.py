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
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for root in successors:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        path.append(root)
        on_path.add(root)
        work = [(root, iter(successors[root]))]
        while work:
            node, rest = work[-1]
            for after in rest:
                if after not in successors:
                    continue
                if after not in index:
                    index[after] = low[after] = len(index)
                    path.append(after)
                    on_path.add(after)
                    work.append((after, iter(successors[after])))
                    break
                if after in on_path:
                    low[node] = min(low[node], index[after])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part = [path.pop()]
                    while part[-1] != node:
                        part.append(path.pop())
                    on_path.difference_update(part)
                    yield part
