"""Cutting circles, with NetworkX as the judge."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.dot.acyclic import make_acyclic
from argmap.render.dot.layers import Web, levels

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


def web_of(pairs: list[tuple[str, str]]) -> Web:
    web = Web(list(dict.fromkeys(node for pair in pairs for node in pair)), ())
    web.connect(pairs)
    return web


@given(PAIRS)
def test_no_circle_is_left_and_no_more_is_cut_than_needed(pairs: list[tuple[int, int]]) -> None:
    web = web_of([(str(tail), str(head)) for tail, head in pairs])
    kept = make_acyclic(web.nodes, web.heads, web.tails)
    graph = nx.DiGraph([(tail, head) for tail, heads in kept.items() for head in heads])
    assert nx.is_directed_acyclic_graph(graph)
    for tail in web.nodes:
        for head in {*web.heads[tail]} - {*kept[tail]}:
            assert nx.has_path(graph, head, tail)


def test_reasons_stay_above_what_is_in_a_circle() -> None:
    reasons = [f"reason {number}" for number in range(9)]
    web = web_of([*((reason, "thesis") for reason in reasons), ("thesis", "rival"), ("rival", "thesis")])
    level = levels(web)
    assert all(level[reason] > level["thesis"] for reason in reasons)
    assert level["rival"] > level["thesis"]


def test_a_long_chain_is_no_matter_of_depth() -> None:
    web = web_of([(str(number), str(number + 1)) for number in range(20_000)])
    assert sum(map(len, make_acyclic(web.nodes, web.heads, web.tails).values())) == 20_000
