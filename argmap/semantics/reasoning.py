"""Answers to the reasoning problems of the argumentation competitions, for every semantics."""

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from argmap.semantics.framework import Framework
from argmap.semantics.grounded import grounded
from argmap.semantics.kinds import Semantics
from argmap.semantics.labels import Extension


class Reasoner(Protocol):
    """What each semantics can be asked; None stands for "there is none"."""

    def some(self, framework: Framework, /) -> Extension | None:
        """Return an extension."""
        ...

    def every(self, framework: Framework, limit: int) -> list[Extension]:
        """Return up to ``limit`` extensions."""
        ...

    def count(self, framework: Framework) -> int:
        """Return how many extensions there are."""
        ...

    def having(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension with the argument."""
        ...

    def lacking(self, framework: Framework, argument: int) -> Extension | None:
        """Return an extension without the argument."""
        ...


@cache
def reasoner(semantics: Semantics) -> Reasoner:
    """Return what answers for a semantics, loading only what that one needs."""
    match semantics:
        case Semantics.GROUNDED | Semantics.IDEAL | Semantics.EAGER:
            return _unique(semantics)
        case Semantics.COMPLETE:
            from argmap.semantics.complete import Complete

            return Complete()
        case Semantics.PREFERRED:
            from argmap.semantics.preferred import Preferred

            return Preferred()
        case Semantics.STABLE:
            from argmap.semantics.stable import Stable

            return Stable()
        case Semantics.SEMI_STABLE | Semantics.STAGE:
            from argmap.semantics.semi_stable_and_stage import SemiStable, Stage

            return SemiStable() if semantics is Semantics.SEMI_STABLE else Stage()


def _unique(semantics: Semantics) -> Reasoner:
    from argmap.semantics.unique import Unique

    if semantics is Semantics.GROUNDED:
        return Unique(grounded)
    from argmap.semantics.ideal import eager, ideal

    return Unique(ideal if semantics is Semantics.IDEAL else eager)


class TooManyExtensionsError(Exception):
    """There are more extensions than the caller wants to see.

    Args:
        limit: how many were allowed.

    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"there are more than {limit} extensions")
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an argument is accepted, and the extension that shows it, where one is needed."""

    accepted: bool
    witness: Extension | None


def some_extension(framework: Framework, semantics: Semantics) -> Extension | None:
    """Return one extension (SE), or None when there is none, as may happen under stable semantics."""
    return reasoner(semantics).some(framework)


def every_extension(framework: Framework, semantics: Semantics, limit: int) -> list[Extension]:
    """Return every extension (EE), in lexicographic order of their members.

    Raises TooManyExtensionsError when there are more than ``limit``, for there may be exponentially many.
    """
    found = reasoner(semantics).every(framework, limit + 1)
    if len(found) > limit:
        raise TooManyExtensionsError(limit)
    return sorted(found, key=sorted)


def count_extensions(framework: Framework, semantics: Semantics) -> int:
    """Return how many extensions there are (CE)."""
    return reasoner(semantics).count(framework)


def credulous(framework: Framework, semantics: Semantics, argument: int) -> Verdict:
    """Decide whether some extension holds the argument (DC); if so, the witness is one that does."""
    witness = reasoner(semantics).having(framework, argument)
    return Verdict(witness is not None, witness)


def skeptical(framework: Framework, semantics: Semantics, argument: int) -> Verdict:
    """Decide whether every extension holds the argument (DS); if not, the witness is one that does not.

    Where there is no extension, every argument is accepted.
    """
    witness = reasoner(semantics).lacking(framework, argument)
    return Verdict(witness is None, witness)
