"""Labels of all arguments at once, when there are several extensions to weigh against each other."""

from collections.abc import Sequence
from enum import StrEnum

from argmap.semantics.componentwise import Componentwise
from argmap.semantics.framework import Framework
from argmap.semantics.grounded import closure
from argmap.semantics.kinds import Semantics
from argmap.semantics.labels import Extension, Label, labelling
from argmap.semantics.reasoning import TooManyExtensionsError, reasoner

MOST_EXTENSIONS = 10_000
"""So many extensions of one connected part are looked through where nothing faster is known."""


class Acceptance(StrEnum):
    """When an argument is accepted that not every extension treats alike."""

    SKEPTICAL = "skeptical"
    CREDULOUS = "credulous"


def decide(framework: Framework, semantics: Semantics, acceptance: Acceptance) -> bytearray | None:
    """Label every argument by what the extensions say of it.

    Skeptically an argument is in (out) when every extension's labelling has it in (out); credulously it
    is in when some has it in, and out when none has it in but some has it out. All else is undecided.
    With a single extension both are its labelling (Caminada 2006).

    Args:
        framework: the framework.
        semantics: which extensions count.
        acceptance: how they are weighed.

    Returns:
        One `Label` value for each argument; None where there is no extension.

    Raises:
        TooManyExtensionsError: the extensions of a connected part have to be looked through, and there
            are more than `MOST_EXTENSIONS`.
    """
    if semantics is Semantics.GROUNDED:
        return closure(framework)
    judge = reasoner(semantics)
    if not isinstance(judge, Componentwise):
        return labelling(framework, judge.some(framework) or ())
    labels, parts = judge.split(framework)
    for part in parts:
        look = _enumerated if semantics is Semantics.STAGE else _asked
        found = look(part.framework, judge, acceptance)
        if found is None:
            return None
        for member, label in zip(part.members, found, strict=True):
            labels[member] = label
    return labels


def _asked(framework: Framework, judge: Componentwise, acceptance: Acceptance) -> bytearray | None:
    """Ask about one argument after the other; each extension found settles many.

    Each argument gets a shadow that it alone attacks: the shadow is in wherever the argument is out. This
    leaves complete, preferred, stable and semi-stable extensions as they are.
    """
    size = framework.size
    sources = [*framework.sources, *range(size)]
    destinations = [*framework.destinations, *range(size, 2 * size)]
    shadowed = Framework(2 * size, sources, destinations)
    first = judge.some_in(shadowed)
    if first is None:
        return None
    look = _in_all if acceptance is Acceptance.SKEPTICAL else _in_some
    held = look(shadowed, judge, first)
    return bytearray(
        Label.IN if number in held else Label.OUT if number + size in held else Label.UNDECIDED
        for number in range(size)
    )


def _in_all(framework: Framework, judge: Componentwise, first: Extension) -> Extension:
    kept = first
    for argument in sorted(first):
        if argument in kept and (counter := judge.lacking_in(framework, argument)) is not None:
            kept &= counter
    return kept


def _in_some(framework: Framework, judge: Componentwise, first: Extension) -> Extension:
    found = first
    for argument in range(framework.size):
        if argument not in found and (witness := judge.having_in(framework, argument)) is not None:
            found |= witness
    return found


def _enumerated(framework: Framework, judge: Componentwise, acceptance: Acceptance) -> bytearray | None:
    """Look through every extension: stage extensions take no notice of shadows."""
    extensions: list[bytearray] = []
    for extension in judge.every_in(framework):
        if len(extensions) == MOST_EXTENSIONS:
            raise TooManyExtensionsError(MOST_EXTENSIONS)
        extensions.append(labelling(framework, extension))
    if not extensions:
        return None
    weigh = _common if acceptance is Acceptance.SKEPTICAL else _best
    return bytearray(map(weigh, zip(*extensions, strict=True)))


def _common(labels: Sequence[int]) -> int:
    return labels[0] if all(label == labels[0] for label in labels) else Label.UNDECIDED


def _best(labels: Sequence[int]) -> int:
    return next((label for label in (Label.IN, Label.OUT) if label in labels), Label.UNDECIDED)
