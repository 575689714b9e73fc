from networkx import DiGraph, MultiDiGraph, is_directed_acyclic_graph

from argmap.graph import person_graph
from tests.sketch import sketch

MAP = sketch("ada: a < i=p+q\nada: p\n: q\nbob: b -> a,p\neve: u -| i [inferred]\nada: c -> b")


def test_nodes() -> None:
    graph = MAP.graph
    assert isinstance(graph, MultiDiGraph)
    kinds = {node: data["kind"] for node, data in graph.nodes(data=True)}
    assert kinds == {
        "a": "claim",
        "p": "claim",
        "q": "claim",
        "b": "rebuttal",
        "u": "rebuttal",
        "c": "rebuttal",
        "i": "inference",
    }
    assert graph.nodes["u"]["basis"] == "inferred"
    assert graph.nodes["a"]["by"] == "ada"


def test_edges() -> None:
    edges = {(start, end, data["kind"], data["basis"]) for start, end, data in MAP.graph.edges(data=True)}
    assert edges == {
        ("p", "i", "premise", "stated"),
        ("q", "i", "premise", "stated"),
        ("i", "a", "conclusion", "stated"),
        ("b", "a", "rebut", "stated"),
        ("b", "p", "rebut", "stated"),
        ("u", "i", "undercut", "inferred"),
        ("c", "b", "rebut", "stated"),
    }


def test_the_graph_is_made_once() -> None:
    assert MAP.graph is MAP.graph


def test_a_graph_of_nodes_and_edges_only() -> None:
    assert is_directed_acyclic_graph(MAP.graph)
    assert len(MAP.graph) == len(MAP.statements) + len(MAP.inferences)


def test_who_challenges_whom() -> None:
    people = person_graph(MAP.graph)
    assert isinstance(people, DiGraph)
    assert set(people.edges(data="challenges")) == {("bob", "ada", 1), ("eve", "ada", 1), ("ada", "bob", 1)}


def test_statements_without_an_author_challenge_nobody() -> None:
    people = person_graph(sketch(": a\n: b -> a\nbob: c -> a").graph)
    assert list(people.nodes) == ["bob"]
    assert not people.edges
