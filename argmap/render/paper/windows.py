"""Where windows begin along one side of a drawing that is larger than they."""

from collections.abc import Sequence
from typing import Final

# Each sheet must bring at least this part of a sheet that is new.
_PROGRESS: Final = 0.4


def starts(
    length: float,
    window: float,
    spans: Sequence[tuple[float, float]],
    overlap: float,
    *,
    later: float | None = None,
) -> tuple[float, ...]:
    """Choose where windows begin along one side of a drawing.

    Args:
        length: of the side.
        window: how much of it one sheet shows.
        spans: beginnings and ends of what should not be cut.
        overlap: how much two neighbours have in common at least.
        later: how much each sheet but the first shows, where that is less.

    Returns:
        The beginnings, ascending, the first of them 0; the windows together cover the side, and each span
        that is shorter than about half a window lies inside one of them.
    """
    found = [0.0]
    while found[-1] + window < length:
        start, end = found[-1], found[-1] + window
        earliest = start + window * _PROGRESS
        cut = [low for low, high in spans if earliest < low < end < high]
        found.append(min([end - overlap, *cut]))
        window = later or window
    return tuple(found)
