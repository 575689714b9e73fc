"""Packing the unconnected parts of a diagram into a picture of a sensible shape.

Parts are rectangles: so many levels long, so wide. They are placed on shelves, longest first, each into the
first free space that holds it (guillotine cutting; Jylänki 2010).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """A connected part of a diagram.

    Args:
        key: what the caller knows it by.
        breadth: points across the levels.
        length: number of levels.
    """

    key: int
    breadth: float
    length: int


class Place(NamedTuple):
    """Where a part goes.

    Args:
        key: of the part.
        across: points from the picture's edge, across the levels.
        level: the first level.
        shelf: the first level of its shelf.
    """

    key: int
    across: float
    level: int
    shelf: int


class _Space(NamedTuple):
    """Where nothing is placed yet."""

    across: float
    level: int
    breadth: float
    length: int
    shelf: int


def pack(parts: Sequence[Part], breadth: float, gap: int) -> list[Place]:
    """Place parts on shelves.

    Args:
        parts: the parts.
        breadth: how broad the picture may be; a broader part makes it broader.
        gap: levels to leave free between two parts.

    Returns:
        The places, in reading order.
    """
    limit = max([breadth, *(part.breadth for part in parts)])
    free: list[_Space] = []
    places: list[Place] = []
    end = 0
    for part in sorted(parts, key=lambda part: (-part.length, -part.breadth, part.key)):
        at = _first_fitting(free, part)
        if at == len(free):
            free.append(_Space(0, end, limit, part.length, end))
            end += part.length + gap
        space = free[at]
        free[at : at + 1] = _rest(space, part, gap)
        places.append(Place(part.key, space.across, space.level, space.shelf))
    return sorted(places, key=lambda place: (place.across, place.level))


def _first_fitting(free: Sequence[_Space], part: Part) -> int:
    """Return which space is the first that holds a part; how many there are if none does."""
    _, breadth, length = part
    fitting = (at for at, space in enumerate(free) if length <= space.length and breadth <= space.breadth)
    return next(fitting, len(free))


def _rest(space: _Space, part: Part, gap: int) -> Iterator[_Space]:
    """Cut what is left of a space: below the part, and beside it."""
    taken = part.length + gap
    if space.length > taken:
        yield space._replace(level=space.level + taken, breadth=part.breadth, length=space.length - taken)
    if space.breadth > part.breadth:
        yield space._replace(across=space.across + part.breadth, breadth=space.breadth - part.breadth)
