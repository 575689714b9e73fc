"""Which statement of a map is which of a key, and how far that can be relied on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Way(StrEnum):
    """How a statement was recognised."""

    HAND = "hand"
    ID = "id"
    QUOTE = "quote"
    TEXT = "text"


class Trust(StrEnum):
    """How far a pair can be relied on."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Pair:
    """A statement of the key, and the statement of the map that is taken for it.

    Args:
        key: the statement's id in the key.
        other: its id in the map.
        way: how it was recognised.
        trust: how far that can be relied on.
        score: how alike the words are, from 0 to 1.
        why: why it is doubtful; empty where it is not.
    """

    key: str
    other: str
    way: Way
    trust: Trust
    score: float
    why: str = ""


@dataclass(frozen=True)
class Given:
    """What somebody has decided about an alignment.

    Args:
        confirmed: statement of the key to statement of the map; None where the map does not have it.
        proposed: pairs to keep although nobody has confirmed them.
    """

    confirmed: Mapping[str, str | None] = field(default_factory=dict)
    proposed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Alignment:
    """Which statement of a map is which of a key.

    Args:
        pairs: in the order of the key; no statement stands in two.
        missing: statements of the key that the map does not have.
        surplus: statements of the map that the key does not have.
    """

    pairs: tuple[Pair, ...]
    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """Statements of the map to those of the key."""
        return {pair.other: pair.key for pair in self.pairs}

    @property
    def doubtful(self) -> tuple[Pair, ...]:
        """The pairs that somebody should look at."""
        return tuple(pair for pair in self.pairs if pair.trust is Trust.DOUBTFUL)
