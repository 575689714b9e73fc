"""Places for the nodes of a network on a grid: conclusions above, what bears on them below."""

from collections.abc import Iterable, Mapping

import networkx as nx


def layers(names: Iterable[str], arrows: Iterable[tuple[str, str]]) -> Mapping[str, tuple[int, int]]:
    """Give each node a column and a row.

    A node stands below everything it points to (the longest way counts); nodes that point at each other in
    a circle share a row. Within a row the nodes keep the order in which their targets stand (the barycentre
    heuristic of Sugiyama, Tagawa and Toda 1981).

    Args:
        names: the nodes.
        arrows: from and to.

    Returns:
        Column and row, both from 0, by node.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(names)
    graph.add_edges_from(arrows)
    rows: dict[int, list[str]] = {}
    for node, row in _rows(graph).items():
        rows.setdefault(row, []).append(node)
    places: dict[str, tuple[int, int]] = {}
    for row in sorted(rows):
        ordered = sorted(rows[row], key=lambda node: _mean(places, graph.successors(node)))
        places |= {node: (column, row) for column, node in enumerate(ordered)}
    return places


def _rows(graph: "nx.DiGraph[str]") -> dict[str, int]:
    circles = nx.condensation(graph)
    depth: dict[int, int] = {}
    for circle in reversed(list(nx.topological_sort(circles))):
        depth[circle] = max((depth[target] + 1 for target in circles.successors(circle)), default=0)
    member = circles.graph["mapping"]
    return {node: depth[member[node]] for node in graph}


def _mean(places: Mapping[str, tuple[int, int]], targets: Iterable[str]) -> float:
    columns = [places[target][0] for target in targets if target in places]
    return sum(columns) / len(columns) if columns else 0.0
