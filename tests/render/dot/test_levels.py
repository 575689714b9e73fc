"""Levels and shelves, with the optimum from NetworkX as the judge."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.dot.layers import Web, components, levels
from argmap.render.dot.network_simplex import Span, tighten
from argmap.render.dot.shelves import Part, pack


@st.composite
def webs(draw: st.DrawFn, *, circles: bool = False) -> Web:
    count = draw(st.integers(1, 14))
    nodes = [f"n{number}" for number in range(count)]
    joints = set(draw(st.lists(st.sampled_from(nodes), max_size=count // 2)))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    pairs = draw(st.lists(ends, max_size=3 * count))
    web = Web(nodes, joints)
    web.connect((nodes[a], nodes[b]) if circles else (nodes[max(a, b)], nodes[min(a, b)]) for a, b in pairs)
    return web


def lines(web: Web) -> list[tuple[str, str]]:
    return [(tail, head) for tail in web.nodes for head in web.heads[tail]]


@given(webs())
def test_lines_lead_downwards_with_room_between(web: Web) -> None:
    level = levels(web)
    assert all(level[tail] - level[head] >= web.distance(tail, head) for tail, head in lines(web))


@given(webs(circles=True))
def test_boxes_have_even_levels_and_joints_odd_ones(web: Web) -> None:
    level = levels(web)
    assert all(level[node] % 2 == (node in web.joints) for node in web.nodes)
    assert all(min(level[node] for node in part) in {0, 1} for part in components(web))


@given(webs())
def test_lines_are_as_short_as_possible(web: Web) -> None:
    level = levels(web)
    assert sum(level[tail] - level[head] for tail, head in lines(web)) == least_length(web)


def least_length(web: Web) -> int:
    """The optimum, from the dual problem: a flow of greatest length (Gansner et al. 1993, section 2.3)."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(web.nodes, demand=0)
    for tail, head in lines(web):
        graph.add_edge(tail, head, weight=-web.distance(tail, head))
        graph.nodes[tail]["demand"] -= 1
        graph.nodes[head]["demand"] += 1
    cost, _ = nx.network_simplex(graph)
    return -int(cost)


def test_nothing_to_tighten_changes_nothing() -> None:
    level = [4]
    tighten(level, [])
    assert level == [4]


def test_a_conclusion_moves_down_to_its_far_premise() -> None:
    # 3 supports 2, which tops a long chain, and 1, which supports 0: the latter two move beside it.
    level = [0, 2, 0, 2, 4, 6, 8]
    chain = [Span(3, 2, 2), Span(4, 3, 2), Span(5, 4, 2), Span(6, 5, 2), Span(6, 1, 2), Span(1, 0, 2)]
    tighten(level, chain)
    assert level[6] - level[1] == level[1] - level[0] == 2


parts = st.lists(st.tuples(st.floats(1, 500), st.integers(1, 6)), min_size=1, max_size=25)


@given(parts, st.floats(1, 3_000), st.integers(0, 2))
def test_parts_on_shelves_do_not_overlap(sizes: list[tuple[float, int]], breadth: float, gap: int) -> None:
    given_parts = [Part(key, *size) for key, size in enumerate(sizes)]
    places = pack(given_parts, breadth, gap)
    assert sorted(place.key for place in places) == [part.key for part in given_parts]
    limit = max([breadth, *(part.breadth for part in given_parts)])
    for number, one in enumerate(places):
        part = given_parts[one.key]
        assert 0 <= one.across <= one.across + part.breadth <= limit + 1e-6
        for two in places[number + 1 :]:
            other = given_parts[two.key]
            beside = (
                one.across + part.breadth <= two.across + 1e-6
                or two.across + other.breadth <= one.across + 1e-6
            )
            below = one.level + part.length + gap <= two.level or two.level + other.length + gap <= one.level
            assert beside or below
