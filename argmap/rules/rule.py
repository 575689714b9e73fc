"""What a rule is, and what it says: symbolic places, which the linter turns into lines and columns."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argmap.diagnostics import Severity

if TYPE_CHECKING:
    from argmap.rules.subject import Subject

FAMILIES: Final = {
    "Y": "Reading",
    "F": "Fields",
    "R": "References",
    "G": "Structure",
    "S": "Sources",
    "P": "People",
    "T": "Tags and style",
    "D": "Dialogue",
    "C": "Checking itself",
}
"""The first letter of a code, and what its family is about."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A symbolic place.

    Args:
        section: ``people``, ``sources``, ``claims``, ``rebuttals`` or ``map``.
        record: the key or id of the record.
        path: field names and list positions, from the record inwards; empty for its key or id.
        words: the words meant inside the field, such as one of several ids.
        key: whether the field's name is meant, not its value.
    """

    section: str
    record: str
    path: tuple[str | int, ...] = ()
    words: str = ""
    key: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Another place that a finding is about, and what stands there."""

    spot: Spot
    message: str = "also here"


@dataclass(frozen=True, slots=True)
class Replace:
    """A safe fix: other words in place of those at the finding's spot."""

    words: str


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """A safe fix: the list item at the finding's spot goes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says.

    Args:
        spot: where.
        message: what is wrong, in one line.
        hint: what would be right.
        notes: other places that belong to it.
        fix: how to mend it where that is safe.
    """

    spot: Spot
    message: str
    hint: str = ""
    notes: tuple[Note, ...] = ()
    fix: Replace | RemoveItem | None = None


Check = Callable[["Subject"], Iterable[Finding]]


def _never(_: "Subject") -> Iterable[Finding]:
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, or what the reader itself finds.

    Args:
        code: a letter for the family and a number; never changes.
        name: what is wrong, in words that read well after "ignore".
        manual: the page that explains it, which is the docstring of its module.
        severity: how much it matters unless the settings say otherwise.
        check: what finds it; nothing for faults that the reader finds while it reads.
        misses: the fields whose absence it finds; where one had a fault of its own, that is enough.
    """

    code: str
    name: str
    manual: str
    severity: Severity = Severity.ERROR
    check: Check = _never
    misses: frozenset[str] = frozenset()

    @property
    def family(self) -> str:
        """What the family of the rule is about."""
        return FAMILIES[self.code[0]]

    @property
    def summary(self) -> str:
        """The first line of the manual."""
        return self.manual.strip().splitlines()[0]
