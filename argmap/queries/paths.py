"""How two statements bear on each other: the shortest chain of attacks and inferences between them."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TypeAlias

import networkx as nx

from argmap.argument_map import ArgumentMap

_ATTACKS = frozenset({"rebut", "undermine", "undercut"})
_Neighbours: TypeAlias = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Step:
    """One edge of a chain.

    Args:
        start: the node that the chain comes from.
        end: the node that it goes to.
        kind: ``premise``, ``conclusion``, ``rebut``, ``undermine`` or ``undercut``.
        forward: whether the edge points the way the chain goes.
        basis: ``inferred`` where the editor infers the conflict or the step.
    """

    start: str
    end: str
    kind: str
    forward: bool
    basis: str


@dataclass(frozen=True)
class Chain:
    """A chain from one statement to another.

    Args:
        nodes: ids of statements and inferences, both ends included.
        steps: the edges between them.
        bears: ``for`` or ``against`` where every edge points the same way, so that the first statement
            speaks for or against the last; nothing where the two only share something.
        reverse: whether it is the last statement that bears on the first.
    """

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]
    bears: str | None
    reverse: bool = False


def find_chain(argument_map: ArgumentMap, starts: Sequence[str], ends: Sequence[str]) -> Chain | None:
    """Find the shortest chain from any of some statements to any of others.

    A chain that runs from start to end is preferred to one that runs back, and either to one that changes
    direction.

    Args:
        argument_map: the map.
        starts: ids to start from.
        ends: ids to reach.

    Returns:
        The chain; None where nothing connects them.
    """
    graph = argument_map.graph
    if nodes := _shortest(graph.successors, starts, ends):
        return _directed(graph, nodes)
    if nodes := _shortest(graph.successors, ends, starts):
        chain = _directed(graph, nodes)
        return Chain(chain.nodes, chain.steps, chain.bears, reverse=True)
    if nodes := _shortest(partial(nx.all_neighbors, graph), starts, ends):
        return Chain(tuple(nodes), _steps(graph, nodes), None)
    return None


def _shortest(next_to: _Neighbours, starts: Iterable[str], ends: Iterable[str]) -> list[str]:
    """Search breadth first; each node remembers only whence it was first reached."""
    wanted = frozenset(ends)
    came_from: dict[str, str | None] = dict.fromkeys(starts)
    waiting = deque(came_from)
    while waiting:
        node = waiting.popleft()
        if node in wanted:
            return _traced(came_from, node)
        for other in next_to(node):
            if other not in came_from:
                came_from[other] = node
                waiting.append(other)
    return []


def _traced(came_from: Mapping[str, str | None], end: str) -> list[str]:
    nodes = [end]
    while (before := came_from[nodes[-1]]) is not None:
        nodes.append(before)
    return nodes[::-1]


def _directed(graph: "nx.MultiDiGraph[str]", nodes: Sequence[str]) -> Chain:
    steps = _steps(graph, nodes)
    attacks = sum(step.kind in _ATTACKS for step in steps)
    return Chain(tuple(nodes), steps, "against" if attacks % 2 else "for")


def _steps(graph: "nx.MultiDiGraph[str]", nodes: Sequence[str]) -> tuple[Step, ...]:
    return tuple(_step(graph, start, end) for start, end in pairwise(nodes))


def _step(graph: "nx.MultiDiGraph[str]", start: str, end: str) -> Step:
    forward = graph.has_edge(start, end)
    edges = graph.get_edge_data(start, end) if forward else graph.get_edge_data(end, start)
    kind, basis = min((str(data["kind"]), str(data["basis"])) for data in edges.values())
    return Step(start, end, kind, forward, basis)
