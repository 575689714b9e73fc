"""What is reasoned about in place of a framework with many arguments that take part in no attack."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.entangled import entangled
from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Semantics
from argmap.semantics.reasoning import credulous, every_extension, skeptical
from tests.semantics.frameworks import pairs


@pytest.mark.parametrize("semantics", Semantics)
@given(drawn=pairs(4), free=st.integers(0, 9), data=st.data())
def test_answers_are_those_of_the_whole(
    semantics: Semantics, drawn: tuple[int, list[tuple[int, int]]], free: int, data: st.DataObject
) -> None:
    size, attacks = drawn
    places = data.draw(st.permutations(range(size + free)))
    whole = Framework.from_pairs(size + free, [(places[one], places[other]) for one, other in attacks])
    found = entangled(whole)
    every = every_extension(whole, semantics, 1000)
    assert [list(found.members(one)) for one in every_extension(found.part, semantics, 1000)] == [
        sorted(one) for one in every
    ]
    for argument in range(whole.size):
        for decide in (credulous, skeptical):
            accepted = decide(found.part, semantics, found.find(argument)).accepted
            assert accepted is decide(whole, semantics, argument).accepted


def test_a_framework_whose_arguments_mostly_attack_stays_as_it_is() -> None:
    framework = Framework.from_pairs(4, [(0, 1)])
    assert entangled(framework).part is framework


def test_the_rest_is_no_larger_than_the_attacks() -> None:
    assert entangled(Framework.from_pairs(10**7, [(5, 7), (7, 7)])).part.size == 3
