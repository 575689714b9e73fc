import pytest

from argmap.queries.paths import find_chain
from tests.sketch import sketch

DEBATE = sketch(
    "ada: a < i=p+q\nada: p\nada: q\nbob: b -> p\nada: c -> b\nbob: u -| i\neve: alone\nbob: b2 -> q"
)


@pytest.mark.parametrize(
    ("start", "end", "nodes", "bears", "reverse"),
    [
        ("p", "a", ("p", "i", "a"), "for", False),
        ("b", "a", ("b", "p", "i", "a"), "against", False),
        ("c", "a", ("c", "b", "p", "i", "a"), "for", False),
        ("u", "a", ("u", "i", "a"), "against", False),
        ("a", "c", ("c", "b", "p", "i", "a"), "for", True),
        ("b", "b2", ("b", "p", "i", "q", "b2"), None, False),
        ("a", "a", ("a",), "for", False),
    ],
)
def test_chain(start: str, end: str, nodes: tuple[str, ...], bears: str | None, *, reverse: bool) -> None:
    chain = find_chain(DEBATE, [start], [end])
    assert chain
    assert (chain.nodes, chain.bears, chain.reverse) == (nodes, bears, reverse)


def test_steps() -> None:
    chain = find_chain(DEBATE, ["b"], ["q"])
    assert chain
    assert [(step.kind, step.forward) for step in chain.steps] == [
        ("rebut", True),
        ("premise", True),
        ("premise", False),
    ]


def test_nothing_connects() -> None:
    assert find_chain(DEBATE, ["alone"], ["a"]) is None


def test_the_nearest_of_several() -> None:
    chain = find_chain(DEBATE, ["c", "u"], ["a"])
    assert chain
    assert chain.nodes == ("u", "i", "a")
