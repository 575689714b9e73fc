"""Statements that seem to be one in the key and two in the map, or the other way round."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.alignment import Alignment
from argmap.queries.comparing.likeness import Likeness

_INSIDE: Final = 0.4
"""So large a share of a statement's words stands in the one of which it seems to be a part."""

_ADDS: Final = 0.15
"""By so much larger a share of a statement is found in both of its parts than in one."""


class Division(StrEnum):
    """How a statement was divided."""

    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True)
class Divided:
    """A statement that seems to be two in the other map. Nothing is scored by it.

    Args:
        division: `split`: one in the key, two in the map; `merged`: two in the key, one in the map.
        key: the ids in the key.
        other: the ids in the map.
    """

    division: Division
    key: tuple[str, ...]
    other: tuple[str, ...]


def find_divided(key: ArgumentMap, other: ArgumentMap, alignment: Alignment) -> tuple[Divided, ...]:
    """Find the statements that seem to have been split or merged.

    What was left over is a part of a statement that has a partner already, if much of it stands in that
    statement, and says of it what the partner does not.

    Args:
        key: the key.
        other: the map.
        alignment: which statement is which.
    """
    likeness = Likeness.of(key.statements, other.statements)
    partners = {pair.key: pair.other for pair in alignment.pairs}
    names = alignment.names
    split = _parts(likeness, likeness.key, likeness.other, partners, alignment.surplus)
    merged = _parts(likeness, likeness.other, likeness.key, names, alignment.missing)
    return (
        *(Divided(Division.SPLIT, (whole,), (partners[whole], part)) for whole, part in split),
        *(Divided(Division.MERGED, (names[whole], part), (whole,)) for whole, part in merged),
    )


def _parts(
    likeness: Likeness,
    wholes: Mapping[str, list[str]],
    parts: Mapping[str, list[str]],
    partners: Mapping[str, str],
    left: Iterable[str],
) -> Iterator[tuple[str, str]]:
    """Give each whole with the part that was left over."""
    for part in left:
        inside, whole = max(
            ((likeness.share(parts[part], wholes[one]), one) for one in partners), default=(0.0, "")
        )
        if inside < _INSIDE:
            continue
        words, known = wholes[whole], parts[partners[whole]]
        if likeness.share(words, [*known, *parts[part]]) - likeness.share(words, known) >= _ADDS:
            yield whole, part
