from collections.abc import Iterator
from itertools import permutations

import pytest

from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Semantics
from tests.semantics.agreement import agree
from tests.semantics.reference import extensions

Attacks = list[tuple[int, int]]


def attacks_of(size: int, code: int) -> Attacks:
    pairs = [(source, target) for source in range(size) for target in range(size)]
    return [pair for place, pair in enumerate(pairs) if code >> place & 1]


def all_frameworks(size: int) -> Iterator[Attacks]:
    return (attacks_of(size, code) for code in range(1 << size * size))


def frameworks_up_to_renaming(size: int) -> Iterator[Attacks]:
    """Yield one framework of each isomorphism class."""
    moves = [
        [1 << (order[source] * size + order[target]) for source in range(size) for target in range(size)]
        for order in permutations(range(size))
    ]
    seen = bytearray(1 << size * size)
    for code in range(1 << size * size):
        if not seen[code]:
            yield attacks_of(size, code)
            bits = [place for place in range(size * size) if code >> place & 1]
            for move in moves:
                seen[sum(move[place] for place in bits)] = 1


def check(size: int, attacks: Attacks) -> None:
    expected = extensions(size, attacks)
    framework = Framework.from_pairs(size, attacks)
    for semantics in Semantics:
        agree(framework, semantics, expected[semantics])


@pytest.mark.parametrize(("size", "number"), [(0, 1), (1, 2), (2, 16), (3, 512)])
def test_every_framework_up_to_three_arguments(size: int, number: int) -> None:
    frameworks = list(all_frameworks(size))
    for attacks in frameworks:
        check(size, attacks)
    assert len(frameworks) == number


@pytest.mark.slow
def test_every_framework_of_four_arguments_up_to_renaming() -> None:
    frameworks = list(frameworks_up_to_renaming(4))
    for attacks in frameworks:
        check(4, attacks)
    # Directed graphs with loops on four unlabelled nodes: OEIS A000595.
    assert len(frameworks) == 3044


@pytest.mark.slow
def test_every_framework_of_four_arguments() -> None:
    for attacks in all_frameworks(4):
        check(4, attacks)
