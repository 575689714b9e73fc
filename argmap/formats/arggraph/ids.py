"""The ids that the corpus gives by rule, so that only others need be remembered.

The relation of unit ``a2`` is the edge ``c2``. The edge of segment ``e3`` to its unit or joint comes after
those, as ``c`` and the number of units plus 3; that of the joint ``j1`` after the segments' ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_NUMBER = re.compile(r"(?<!\d)\d+\Z")


def number_in(name: str) -> int:
    """Give the number at the end of an id; 0 where there is none."""
    found = _NUMBER.search(name)
    return int(found[0]) if found and len(found[0]) < 10 else 0  # noqa: PLR2004 — no file has that many


def by_number(name: str) -> tuple[int, str]:
    """Give the key that sorts ids by the number at their end."""
    return number_in(name), name


def relation_id(unit: str) -> str:
    """Give the regular id of the relation that a unit is the source of."""
    return f"c{number_in(unit)}"


@dataclass(frozen=True)
class Group:
    """Segments that make up an argument unit together: a single one, or several under a joint.

    Args:
        segments: their ids.
        joint: the id of the joint; empty for a single segment.
        edges: the ids of the edges of the segments, then of the joint.
    """

    segments: tuple[str, ...]
    joint: str = ""
    edges: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return "+".join(self.segments)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the joint, if there is one, and of the edges."""
        return (self.joint, *self.edges) if self.joint else self.edges


def regular_groups(locators: Sequence[Sequence[tuple[str, ...]]], segments: int) -> list[list[Group]]:
    """Give the groups of each unit with their regular ids.

    Args:
        locators: for each unit, its groups as the ids of their segments.
        segments: how many segments there are.
    """
    units, joints = len(locators), 0
    found: list[list[Group]] = []
    for groups in locators:
        own: list[Group] = []
        for names in groups:
            edges = tuple(f"c{units + number_in(name)}" for name in names)
            if len(names) > 1:
                joints += 1
                own.append(Group(names, f"j{joints}", (*edges, f"c{units + segments + joints}")))
            else:
                own.append(Group(names, "", edges))
        found.append(own)
    return found
