"""Labels of all arguments at once agree with looking through every extension."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics import acceptance
from argmap.semantics.acceptance import Acceptance, decide
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.kinds import Semantics
from argmap.semantics.labels import Label, labelling
from argmap.semantics.ranks import ranks
from argmap.semantics.reasoning import TooManyExtensionsError, every_extension
from argmap.semantics.undecided_cycles import UndecidedCycles
from tests.semantics.frameworks import drawn, frameworks


def labels(framework: Framework, semantics: Semantics) -> list[bytearray]:
    found = every_extension(framework, semantics, limit=100_000)
    return [labelling(framework, extension) for extension in found]


@given(frameworks(8), st.sampled_from(Semantics))
def test_skeptical_is_what_all_extensions_agree_on(framework: Framework, semantics: Semantics) -> None:
    every = labels(framework, semantics)
    found = decide(framework, semantics, Acceptance.SKEPTICAL)
    if not every:
        assert found is None
        return
    expected = [set(column) for column in zip(*every, strict=True)]
    assert found == bytearray(one.pop() if len(one) == 1 else Label.UNDECIDED for one in expected)


@given(frameworks(8), st.sampled_from(Semantics))
def test_credulous_is_the_best_that_some_extension_gives(framework: Framework, semantics: Semantics) -> None:
    every = labels(framework, semantics)
    found = decide(framework, semantics, Acceptance.CREDULOUS)
    if not every:
        assert found is None
        return
    order = (Label.IN, Label.OUT, Label.UNDECIDED)
    columns = [set(column) for column in zip(*every, strict=True)]
    assert found == bytearray(next(label for label in order if label in one) for one in columns)


def test_too_many_stage_extensions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acceptance, "MOST_EXTENSIONS", 1)
    with pytest.raises(TooManyExtensionsError):
        decide(drawn("a->b b->a"), Semantics.STAGE, Acceptance.SKEPTICAL)


@given(frameworks(12))
def test_ranks_are_min_max_numbers(framework: Framework) -> None:
    """Caminada (2014): one more than the greatest (in) or the least (out) that decides it."""
    numbers, grounded = ranks(framework), closure(framework)
    for argument, label in enumerate(grounded):
        before = [numbers[other] for other in framework.attackers[argument]]
        if label == Label.IN:
            assert numbers[argument] == max(before, default=0) + 1
        elif label == Label.OUT:
            assert numbers[argument] == min(number for number in before if number % 2) + 1
        else:
            assert numbers[argument] == 0


@given(frameworks(12))
def test_what_is_undecided_hangs_on_a_circle(framework: Framework) -> None:
    grounded = closure(framework)
    circles = UndecidedCycles(framework, grounded)
    for argument, label in enumerate(grounded):
        if label == Label.UNDECIDED:
            circle = circles.circle(argument)
            for member, before in zip(circle, (*circle[1:], circle[0]), strict=True):
                assert grounded[member] == Label.UNDECIDED
                assert before in framework.attackers[member]


def test_a_pair_is_preferred_to_a_longer_circle() -> None:
    framework = drawn("a->b b->c c->a d->a d->e e->d")
    circle = UndecidedCycles(framework, closure(framework)).circle(0)
    assert sorted(map(framework.name, circle)) == ["d", "e"]
