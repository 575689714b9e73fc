import networkx as nx
from hypothesis import given

from argmap.semantics.framework import Framework
from argmap.semantics.parts import components, cone, connected_parts, restrict
from argmap.semantics.strongly_connected import strong_components
from tests.semantics.frameworks import Pairs, drawn, frameworks, pairs


def graph(size: int, attacks: Pairs) -> "nx.DiGraph[int]":
    made: nx.DiGraph[int] = nx.DiGraph()
    made.add_nodes_from(range(size))
    made.add_edges_from(attacks)
    return made


@given(pairs(12))
def test_components_are_those_of_networkx(drawing: tuple[int, Pairs]) -> None:
    found = components(Framework.from_pairs(*drawing))
    expected = nx.weakly_connected_components(graph(*drawing))
    assert [list(members) for members in found] == sorted(sorted(members) for members in expected)


@given(pairs(12))
def test_strong_components_are_those_of_networkx_in_order(drawing: tuple[int, Pairs]) -> None:
    found = strong_components(Framework.from_pairs(*drawing).targets)
    expected = nx.strongly_connected_components(graph(*drawing))
    assert sorted(found) == sorted(sorted(members) for members in expected)
    place = {member: number for number, members in enumerate(found) for member in members}
    assert all(place[attacked] <= place[attacker] for attacker, attacked in drawing[1])


@given(frameworks(12))
def test_a_cone_holds_all_that_reaches_its_argument(framework: Framework) -> None:
    attacks = graph(framework.size, list(framework.attacks()))
    for argument in range(framework.size):
        members = set(cone(framework, argument).members)
        assert members == nx.ancestors(attacks, argument) | {argument}


def test_a_part_keeps_the_attacks_among_its_members() -> None:
    framework = drawn("a->b b->c c->d d->b")
    part = restrict(framework, [1, 3])
    assert list(part.framework.attacks()) == [(1, 0)]
    assert part.lift([0]) == {1}
    assert part.find(3) == 1


@given(frameworks(12))
def test_connected_parts_hold_every_attack_once(framework: Framework) -> None:
    parts = connected_parts(framework)
    lifted = [
        (part.members[attacker], part.members[attacked])
        for part in parts
        for attacker, attacked in part.framework.attacks()
    ]
    assert sorted(lifted) == sorted(framework.attacks())
    assert sorted(member for part in parts for member in part.members) == list(range(framework.size))


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    length = 50_000
    chain = Framework.from_pairs(length, [(number, number + 1) for number in range(length - 1)])
    assert len(strong_components(chain.targets)) == length
    assert len(components(chain)) == 1
