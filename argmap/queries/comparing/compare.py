"""A map compared with a key."""

from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.queries.comparing.aligning import align
from argmap.queries.comparing.alignment import Alignment, Given
from argmap.queries.comparing.faults import Fault, find_faults
from argmap.queries.comparing.relations import relations_of
from argmap.queries.comparing.scores import Score, score
from argmap.queries.comparing.split_and_merged import Divided, find_divided


@dataclass(frozen=True, eq=False)
class Comparison:
    """A map beside a key.

    Args:
        key: the key.
        other: the map.
        alignment: which statement is which.
        divided: statements that seem to be split or merged; hints, by which nothing is scored.
        scores: precision, recall and F1, by what is scored.
        faults: what is otherwise in the map.
    """

    key: ArgumentMap
    other: ArgumentMap
    alignment: Alignment
    divided: tuple[Divided, ...]
    scores: dict[str, Score]
    faults: tuple[Fault, ...]


def compare_with_key(key: ArgumentMap, other: ArgumentMap, given: Given | None = None) -> Comparison:
    """Compare a map with a key.

    Args:
        key: the key.
        other: the map.
        given: what somebody has decided about which statement is which.
    """
    alignment = align(key, other, given)
    ours, theirs = relations_of(key), relations_of(other, alignment.names)
    return Comparison(
        key,
        other,
        alignment,
        find_divided(key, other, alignment),
        score(key, other, alignment, ours, theirs),
        find_faults(alignment, ours, theirs),
    )
