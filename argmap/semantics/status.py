"""What is in, out and undecided in a map, under a semantics."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argmap.argument_map import ArgumentMap
from argmap.semantics.acceptance import Acceptance, decide
from argmap.semantics.kinds import Semantics
from argmap.semantics.labels import Label
from argmap.semantics.participants import Terms
from argmap.semantics.reading import Reading, read
from argmap.semantics.reasoning import TooManyExtensionsError, reasoner


class Status(StrEnum):
    """What a semantics says of a statement or an inference; never that it is true or false."""

    IN = "in"
    OUT = "out"
    UNDECIDED = "undecided"


SEMANTICS: Mapping[str, Semantics] = {
    semantics.words: semantics
    for semantics in (
        Semantics.GROUNDED,
        Semantics.COMPLETE,
        Semantics.PREFERRED,
        Semantics.STABLE,
        Semantics.SEMI_STABLE,
        Semantics.STAGE,
        Semantics.IDEAL,
        Semantics.EAGER,
    )
}
"""Every semantics by the name that people type, the default first."""

STATUSES: Mapping[Label, Status] = {
    Label.IN: Status.IN,
    Label.OUT: Status.OUT,
    Label.UNDECIDED: Status.UNDECIDED,
}
"""What each label means to people."""


@dataclass(frozen=True, eq=False)
class Evaluation:
    """A reading of a map, weighed under a semantics.

    Args:
        reading: the map as it was read.
        semantics: under which it was weighed.
        acceptance: how several extensions were taken together.
        labels: one `Label` value for each argument of the framework.
        exists: whether there is any extension; without one everything is undecided.
    """

    reading: Reading
    semantics: Semantics
    acceptance: Acceptance
    labels: bytearray
    exists: bool = True

    def status(self, key: str) -> Status:
        """Give the status of a statement or inference that takes part; what has fallen is out."""
        if key in self.reading.fallen:
            return Status.OUT
        return STATUSES[Label(self.labels[self.reading.index[key]])]

    @cached_property
    def statuses(self) -> dict[str, Status]:
        """The status of every statement that takes part, in the map's order."""
        return {key: self.status(key) for key in self.reading.participants.statements}

    @cached_property
    def steps(self) -> dict[str, Status]:
        """The status of every inference that takes part."""
        return {key: self.status(key) for key in self.reading.participants.steps}


def evaluate(
    reading: Reading,
    semantics: Semantics = Semantics.GROUNDED,
    acceptance: Acceptance = Acceptance.SKEPTICAL,
) -> Evaluation:
    """Weigh a reading of a map.

    Args:
        reading: the map as a framework.
        semantics: which extensions count.
        acceptance: how several extensions are taken together.

    Raises:
        TooManyExtensionsError: see `argmap.semantics.acceptance.decide`.
    """
    labels = decide(reading.framework, semantics, acceptance)
    found = bytearray(reading.framework.size) if labels is None else labels
    return Evaluation(reading, semantics, acceptance, found, labels is not None)


def statuses(
    argument_map: ArgumentMap, semantics: str = "grounded", *, include_inferred: bool = False
) -> Mapping[str, Status]:
    """Say for each statement of a map whether it is in, out or undecided.

    Args:
        argument_map: the map.
        semantics: a name in `SEMANTICS`; several extensions are taken together skeptically.
        include_inferred: whether what only the editor supplied takes part.

    Returns:
        Statement id to status, in the map's order, without what does not take part.

    Raises:
        KeyError: there is no such semantics.
        TooManyExtensionsError: see `argmap.semantics.acceptance.decide`.
    """
    reading = read(argument_map, Terms(include_inferred=include_inferred))
    return evaluate(reading, SEMANTICS[semantics]).statuses


def compare(reading: Reading, acceptance: Acceptance) -> dict[Semantics, Evaluation | None]:
    """Weigh a reading under every semantics.

    Returns:
        An evaluation each; None for a semantics with too many extensions to look through.
    """
    found: dict[Semantics, Evaluation | None] = {}
    for semantics in SEMANTICS.values():
        try:
            found[semantics] = evaluate(reading, semantics, acceptance)
        except TooManyExtensionsError:
            found[semantics] = None
    return found


def extensions(reading: Reading, semantics: Semantics, limit: int) -> list[tuple[str, ...]]:
    """List the sets of statements that a semantics accepts together.

    Args:
        reading: the map as a framework.
        semantics: which extensions.
        limit: the most that are wanted.

    Returns:
        The statements of each extension, in the map's order; sets that differ in helpers alone once.

    Raises:
        TooManyExtensionsError: there are more than the limit.
    """
    found = reasoner(semantics).every(reading.framework, limit + 1)
    if len(found) > limit:
        raise TooManyExtensionsError(limit)
    order = {key: number for number, key in enumerate(reading.participants.statements)}
    distinct = {reading.members(extension) for extension in found}
    return sorted(distinct, key=lambda members: [order[key] for key in members])
