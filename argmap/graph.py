"""The map as a NetworkX graph.

Nodes are the ids of claims, rebuttals and inferences; the attribute ``kind`` tells which. Statements carry
``by``, ``title``, ``text``, ``source``, ``locator``, ``basis`` and ``tags``, inferences ``scheme`` and
``basis``. Edges run from premise to inference (``kind="premise"``), from inference to conclusion
(``kind="conclusion"``), and from rebuttal to target (``kind`` is ``rebut``, ``undermine`` or ``undercut``);
each has its ``basis``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from networkx import DiGraph, MultiDiGraph

from argmap.model import Attack, Claim, Inference, Rebuttal


def build_graph(statements: Iterable[Claim | Rebuttal], attacks: Iterable[Attack]) -> "MultiDiGraph[str]":
    """Build the graph of a map.

    Args:
        statements: the claims and rebuttals, with their inferences.
        attacks: the attacks, with targets resolved.

    Returns:
        A multigraph whose nodes and edges stand in the order of the records.
    """
    graph: MultiDiGraph[str] = MultiDiGraph()
    inferences: list[Inference] = []
    for statement in statements:
        graph.add_node(statement.id, **_attributes(statement))
        inferences.extend(statement.because)
    for step in inferences:
        graph.add_node(step.id, kind="inference", scheme=step.scheme, basis=step.basis.value)
    graph.add_edges_from(_inference_edges(inferences))
    graph.add_edges_from(
        (attack.rebuttal, attack.target, {"kind": attack.kind.value, "basis": attack.basis.value})
        for attack in attacks
    )
    return graph


def person_graph(graph: "MultiDiGraph[str]") -> "DiGraph[str]":
    """Derive who challenges whom: an edge from author to author, ``challenges`` counting the rebuttals.

    Args:
        graph: the graph of a map.

    Returns:
        A graph of person keys; statements without an author take no part.
    """
    people: DiGraph[str] = DiGraph()
    people.add_nodes_from(dict.fromkeys(data["by"] for _, data in graph.nodes(data=True) if data.get("by")))
    pairs = {
        (rebuttal, author): graph.nodes[rebuttal].get("by")
        for rebuttal, target, data in graph.edges(data=True)
        if data["kind"] not in {"premise", "conclusion"}
        for author in _authors(graph, target)
    }
    for (_, attacked), challenger in pairs.items():
        if challenger:
            count = people.get_edge_data(challenger, attacked, {"challenges": 0})["challenges"]
            people.add_edge(challenger, attacked, challenges=count + 1)
    return people


def _attributes(statement: Claim | Rebuttal) -> dict[str, Any]:
    source = statement.source
    return {
        "kind": "rebuttal" if isinstance(statement, Rebuttal) else "claim",
        "by": statement.by,
        "title": statement.title,
        "text": statement.text,
        "source": source.work if source else None,
        "locator": source.locator if source else None,
        "basis": statement.basis.value,
        "tags": statement.tags,
    }


def _inference_edges(inferences: Iterable[Inference]) -> Iterator[tuple[str, str, dict[str, str]]]:
    for step in inferences:
        for premise in step.premises:
            yield premise, step.id, {"kind": "premise", "basis": step.basis.value}
        yield step.id, step.conclusion, {"kind": "conclusion", "basis": step.basis.value}


def _authors(graph: "MultiDiGraph[str]", target: str) -> Iterator[str]:
    if graph.nodes[target]["kind"] == "inference":
        target = next(iter(graph.successors(target)))
    by = graph.nodes[target].get("by")
    if by:
        yield by
