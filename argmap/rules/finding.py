"""What a rule says: symbolic places, which the engine turns into lines and columns."""

from dataclasses import dataclass


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
