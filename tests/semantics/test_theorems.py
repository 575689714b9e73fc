"""What the literature proves about the semantics, on random frameworks."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics import sat
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import completed, grounded
from argmap.semantics.ideal import eager, ideal
from argmap.semantics.kinds import Semantics
from argmap.semantics.labels import Extension, Label, labelling, members
from argmap.semantics.reasoning import count_extensions, credulous, every_extension
from tests.semantics.agreement import agree
from tests.semantics.frameworks import Pairs, frameworks, pairs
from tests.semantics.reference import extensions


def every(framework: Framework, semantics: Semantics) -> set[Extension]:
    return set(every_extension(framework, semantics, limit=100_000))


@given(pairs(7), st.sampled_from(Semantics))
def test_every_answer_agrees_with_the_definitions(drawing: tuple[int, Pairs], semantics: Semantics) -> None:
    agree(Framework.from_pairs(*drawing), semantics, extensions(*drawing)[semantics])


@given(pairs(7), st.sampled_from(Semantics))
def test_the_solver_for_large_frameworks_agrees_too(drawing: tuple[int, Pairs], semantics: Semantics) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sat, "_SMALL", 0)
        agree(Framework.from_pairs(*drawing), semantics, extensions(*drawing)[semantics])


@given(frameworks(12))
def test_the_grounded_extension_is_the_least_complete_one(framework: Framework) -> None:
    complete = every(framework, Semantics.COMPLETE)
    assert grounded(framework) in complete
    assert grounded(framework) == frozenset.intersection(*complete)


@given(frameworks(12))
def test_stable_is_semi_stable_is_preferred_is_complete(framework: Framework) -> None:
    stable = every(framework, Semantics.STABLE)
    semi_stable = every(framework, Semantics.SEMI_STABLE)
    preferred = every(framework, Semantics.PREFERRED)
    assert stable <= semi_stable <= preferred <= every(framework, Semantics.COMPLETE)
    assert stable <= every(framework, Semantics.STAGE)
    assert semi_stable


@given(frameworks(12))
def test_semi_stable_and_stage_are_stable_where_stable_extensions_exist(framework: Framework) -> None:
    if stable := every(framework, Semantics.STABLE):
        assert every(framework, Semantics.SEMI_STABLE) == stable
        assert every(framework, Semantics.STAGE) == stable


@given(frameworks(12))
def test_grounded_ideal_and_eager_grow_and_each_stays_within_its_bound(framework: Framework) -> None:
    ideal_extension, eager_extension = ideal(framework), eager(framework)
    assert grounded(framework) <= ideal_extension <= eager_extension
    assert all(ideal_extension <= extension for extension in every(framework, Semantics.PREFERRED))
    assert all(eager_extension <= extension for extension in every(framework, Semantics.SEMI_STABLE))
    assert {ideal_extension, eager_extension} <= every(framework, Semantics.COMPLETE)


@given(frameworks(12))
def test_complete_and_preferred_accept_the_same_arguments_credulously(framework: Framework) -> None:
    for argument in range(framework.size):
        complete = credulous(framework, Semantics.COMPLETE, argument)
        assert complete.accepted is credulous(framework, Semantics.PREFERRED, argument).accepted


@given(pairs(12), st.sampled_from(Semantics))
def test_without_cycles_all_semantics_give_the_grounded_extension(
    drawing: tuple[int, Pairs], semantics: Semantics
) -> None:
    size, attacks = drawing
    framework = Framework.from_pairs(size, [(a, b) for a, b in attacks if a < b])
    assert every(framework, semantics) == {grounded(framework)}


@given(pairs(10))
def test_symmetric_frameworks_are_coherent(drawing: tuple[int, Pairs]) -> None:
    """Coste-Marquis, Devred & Marquis (2005): preferred extensions are stable without self-attacks."""
    size, attacks = drawing
    both = [(a, b) for one, other in attacks for a, b in ((one, other), (other, one)) if a != b]
    framework = Framework.from_pairs(size, both)
    assert every(framework, Semantics.PREFERRED) == every(framework, Semantics.STABLE)


@given(pairs(8))
def test_without_odd_cycles_preferred_extensions_are_stable(drawing: tuple[int, Pairs]) -> None:
    """Dung (1995), theorem 33; attacks between even and odd numbers make all cycles even."""
    size, attacks = drawing
    framework = Framework.from_pairs(size, [(a, b) for a, b in attacks if (a + b) % 2])
    assert every(framework, Semantics.PREFERRED) == every(framework, Semantics.STABLE)


@given(pairs(9), st.randoms(use_true_random=False), st.sampled_from(Semantics))
def test_names_do_not_matter(drawing: tuple[int, Pairs], generator: Random, semantics: Semantics) -> None:
    size, attacks = drawing
    order = list(range(size))
    generator.shuffle(order)
    renamed = Framework.from_pairs(size, [(order[a], order[b]) for a, b in attacks])
    original = every(Framework.from_pairs(size, attacks), semantics)
    assert {frozenset(order[a] for a in found) for found in original} == every(renamed, semantics)


@given(pairs(5), pairs(5), st.sampled_from(Semantics))
def test_unconnected_frameworks_do_not_influence_each_other(
    one: tuple[int, Pairs], other: tuple[int, Pairs], semantics: Semantics
) -> None:
    shift = one[0]
    moved = [(a + shift, b + shift) for a, b in other[1]]
    both = Framework.from_pairs(shift + other[0], [*one[1], *moved])
    apart = [Framework.from_pairs(*drawing) for drawing in (one, other)]
    assert count_extensions(both, semantics) == (
        count_extensions(apart[0], semantics) * count_extensions(apart[1], semantics)
    )
    assert every(both, semantics) == {
        first | {member + shift for member in second}
        for first in every(apart[0], semantics)
        for second in every(apart[1], semantics)
    }


@given(frameworks(10))
def test_completion_is_the_least_complete_extension_around_an_admissible_set(framework: Framework) -> None:
    complete = every(framework, Semantics.COMPLETE)
    for extension in every(framework, Semantics.PREFERRED):
        assert completed(framework, extension) == extension
    for argument in range(framework.size):
        around = {found for found in complete if argument in found}
        witness = credulous(framework, Semantics.COMPLETE, argument).witness
        assert witness in around if around else witness is None


@given(frameworks(12))
def test_labellings_are_legal(framework: Framework) -> None:
    """Caminada (2006): in iff all attackers are out, out iff some attacker is in."""
    for extension in every(framework, Semantics.COMPLETE):
        labels = labelling(framework, extension)
        assert members(labels) == extension
        for argument, label in enumerate(labels):
            attackers = [labels[attacker] for attacker in framework.attackers[argument]]
            assert (label == Label.IN) is all(attacker == Label.OUT for attacker in attackers)
            assert (label == Label.OUT) is (Label.IN in attackers)


@given(pairs(7), st.sampled_from(Semantics))
def test_an_attack_listed_twice_counts_once(drawing: tuple[int, Pairs], semantics: Semantics) -> None:
    size, attacks = drawing
    sources, destinations = ([pair[place] for pair in attacks * 2] for place in (0, 1))
    doubled = Framework(size, sources, destinations)
    assert every(doubled, semantics) == every(Framework.from_pairs(size, attacks), semantics)
