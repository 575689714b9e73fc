"""The map as a plain network for other programs: nodes and edges whose attributes are all text.

Nodes are claims, rebuttals and inferences; edges run from premise to inference, from inference to
conclusion and from rebuttal to target, as in `argmap.graph`.
"""

from collections.abc import Iterator
from typing import Final

from networkx import DiGraph

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Loss
from argmap.formats.left_out import Kept, left_out
from argmap.formats.xml_writing import legal
from argmap.model import Inference, Rebuttal, Statement

KEPT: Final = Kept(
    info=("title",),
    people=("name", "affiliation"),
    statements=("by", "title", "text", "source", "quote", "tags", "basis", "note", "kind"),
    inferences=("scheme", "warrant", "basis"),
    attacks=("kind",),
)
NODE_FIELDS: Final = (
    "id",
    "label",
    "type",
    "by",
    "author",
    "affiliation",
    "text",
    "source",
    "locator",
    "quote",
    "tags",
    "basis",
    "note",
    "scheme",
    "warrant",
)
EDGE_FIELDS: Final = ("source", "target", "kind", "basis")


def nodes(argument_map: ArgumentMap) -> Iterator[dict[str, str]]:
    """Give each node with every field of `NODE_FIELDS`, empty where there is nothing to say."""
    for statement in argument_map.statements.values():
        yield _node(_of_statement(argument_map, statement))
        for step in statement.because:
            yield _node(_of_inference(step))


def edges(argument_map: ArgumentMap) -> Iterator[dict[str, str]]:
    """Give each edge with every field of `EDGE_FIELDS`."""
    for step in argument_map.inferences.values():
        for premise in dict.fromkeys(step.premises):
            yield _edge(premise, step.id, "premise", step.basis)
        yield _edge(step.id, step.conclusion, "conclusion", step.basis)
    for attack in argument_map.attacks:
        yield _edge(attack.rebuttal, attack.target, attack.kind, attack.basis)


def network(argument_map: ArgumentMap) -> "DiGraph[str]":
    """Build the network as a NetworkX graph whose texts XML can hold.

    Of two attacks with the same ends the later one counts.
    """
    graph: DiGraph[str] = DiGraph(name=legal(argument_map.info.title or ""))
    for node in nodes(argument_map):
        said = {field: legal(text) for field, text in node.items() if field != "id" and text}
        graph.add_node(node["id"], **said)
    for edge in edges(argument_map):
        graph.add_edge(edge["source"], edge["target"], kind=edge["kind"], basis=edge["basis"])
    return graph


def network_losses(argument_map: ArgumentMap, title: str, kept: Kept = KEPT) -> tuple[Loss, ...]:
    """Name what a network with these fields, or with those that are kept, leaves out of a map."""
    return tuple(left_out(argument_map, kept, f"{title} gets nodes and edges only"))


def _node(fields: dict[str, str | None]) -> dict[str, str]:
    return {field: fields.get(field) or "" for field in NODE_FIELDS}


def _edge(source: str, target: str, kind: str, basis: str) -> dict[str, str]:
    return {"source": source, "target": target, "kind": str(kind), "basis": str(basis)}


def _of_statement(argument_map: ArgumentMap, statement: Statement) -> dict[str, str | None]:
    person = argument_map.people.get(statement.by or "")
    return {
        "id": statement.id,
        "label": statement.label,
        "type": "rebuttal" if isinstance(statement, Rebuttal) else "claim",
        "by": statement.by,
        "author": argument_map.person_name(statement.by) if statement.by else None,
        "affiliation": person.affiliation if person else None,
        "text": statement.text,
        "source": statement.source.work if statement.source else None,
        "locator": statement.source.locator if statement.source else None,
        "quote": statement.quote,
        "tags": ", ".join(statement.tags),
        "basis": statement.basis.value,
        "note": statement.note,
    }


def _of_inference(step: Inference) -> dict[str, str | None]:
    return {
        "id": step.id,
        "label": step.scheme or "inference",
        "type": "inference",
        "basis": step.basis.value,
        "scheme": step.scheme,
        "warrant": step.warrant,
    }
