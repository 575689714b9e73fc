"""Frameworks far beyond what a list of all extensions could hold."""

import pytest

from argmap.semantics.framework import Framework
from argmap.semantics.grounded import grounded
from argmap.semantics.kinds import Semantics
from argmap.semantics.labels import Label
from argmap.semantics.reasoning import (
    TooManyExtensionsError,
    count_extensions,
    credulous,
    every_extension,
    skeptical,
    some_extension,
)
from argmap.semantics.semi_stable_and_stage import Stage


def pairs_in_a_row(number: int) -> Framework:
    """Return mutually attacking pairs, the first of each attacking the first of the next."""
    mutual = [pair for n in range(number) for pair in ((2 * n, 2 * n + 1), (2 * n + 1, 2 * n))]
    links = [(2 * n, 2 * n + 2) for n in range(number - 1)]
    return Framework.from_pairs(2 * number, mutual + links)


def pairs_apart(number: int) -> Framework:
    return Framework.from_pairs(
        2 * number, [pair for n in range(number) for pair in ((2 * n, 2 * n + 1), (2 * n + 1, 2 * n))]
    )


def fibonacci(number: int) -> int:
    last, this = 0, 1
    for _ in range(number):
        last, this = this, last + this
    return last


def test_every_second_argument_of_a_chain_is_grounded() -> None:
    length = 100_000
    chain = Framework.from_pairs(length, [(number, number + 1) for number in range(length - 1)])
    assert grounded(chain) == frozenset(range(0, length, 2))
    assert count_extensions(chain, Semantics.PREFERRED) == 1


def test_choices_that_restrict_each_other_are_counted() -> None:
    """Two neighbours cannot both choose their first: such choices are counted by Fibonacci numbers."""
    for number in (1, 2, 3, 10, 300):
        framework = pairs_in_a_row(number)
        assert count_extensions(framework, Semantics.STABLE) == fibonacci(number + 2)
        assert count_extensions(framework, Semantics.PREFERRED) == fibonacci(number + 2)
    assert count_extensions(pairs_in_a_row(7), Semantics.COMPLETE) == len(
        every_extension(pairs_in_a_row(7), Semantics.COMPLETE, limit=10_000)
    )


def test_free_choices_multiply() -> None:
    assert count_extensions(pairs_apart(500), Semantics.COMPLETE) == 3**500
    for semantics in (Semantics.PREFERRED, Semantics.STABLE, Semantics.SEMI_STABLE, Semantics.STAGE):
        assert count_extensions(pairs_apart(500), semantics) == 2**500


def test_too_many_extensions_are_an_error_at_once() -> None:
    with pytest.raises(TooManyExtensionsError) as caught:
        every_extension(pairs_apart(500), Semantics.PREFERRED, limit=1000)
    assert caught.value.limit == 1000


@pytest.mark.parametrize("semantics", Semantics)
def test_a_thousand_pairs_are_decided(semantics: Semantics) -> None:
    framework = pairs_apart(1000)
    several = not semantics.unique
    extension = some_extension(framework, semantics)
    assert extension is not None
    expected = 0 if semantics in {Semantics.COMPLETE, Semantics.GROUNDED} or not several else 1000
    assert len(extension) == expected
    assert credulous(framework, semantics, 7).accepted is several
    assert not skeptical(framework, semantics, 7).accepted


def test_arguments_without_attacks_are_no_parts_of_their_own() -> None:
    labels, parts = Stage().split(Framework.from_pairs(1000, [(7, 7)]))
    assert labels.count(Label.IN) == 999
    assert [list(part.members) for part in parts] == [[7]]
