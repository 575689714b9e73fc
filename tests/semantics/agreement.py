"""One check that every answer about a framework agrees with its known extensions."""

from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Semantics
from argmap.semantics.reasoning import (
    count_extensions,
    credulous,
    every_extension,
    skeptical,
    some_extension,
)


def agree(framework: Framework, semantics: Semantics, expected: set[frozenset[int]]) -> None:
    """Assert that SE, EE, CE and, for every argument, DC and DS with their witnesses are right."""
    every = every_extension(framework, semantics, limit=100_000)
    assert set(every) == expected
    assert len(every) == len(expected)
    assert count_extensions(framework, semantics) == len(expected)
    some = some_extension(framework, semantics)
    assert some in expected if expected else some is None
    for argument in range(framework.size):
        _agree_on(framework, semantics, argument, expected)


def _agree_on(
    framework: Framework, semantics: Semantics, argument: int, expected: set[frozenset[int]]
) -> None:
    holding = {extension for extension in expected if argument in extension}
    yes = credulous(framework, semantics, argument)
    assert yes.accepted is bool(holding)
    assert yes.witness in holding if holding else yes.witness is None
    no = skeptical(framework, semantics, argument)
    assert no.accepted is (holding == expected)
    assert no.witness is None if no.accepted else no.witness in expected - holding
