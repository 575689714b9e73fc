"""Boxes in groups: by person, tag or source, or all in one."""

from dataclasses import dataclass
from typing import Literal

from argmap.render.diagram import Box, Diagram

GroupBy = Literal["person", "tag", "source", "none"]
"""What the boxes of a group have in common."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group.

    Args:
        label: what its members have in common, may be empty.
        nodes: ids of boxes and joints, in the order of the diagram.
    """

    label: str
    nodes: tuple[str, ...]


def groups(diagram: Diagram, group_by: GroupBy) -> list[Group]:
    """Split a diagram into groups, in the order of their first members.

    Args:
        diagram: what is drawn.
        group_by: what the boxes of a group have in common.

    Returns:
        The groups; a joint belongs to that of its statement. One without label for `none`.
    """
    keys = {box.id: trait_of(box, group_by) for box in diagram.boxes}
    members: dict[tuple[str | None, str], list[str]] = {key: [] for key in keys.values()}
    for box in diagram.boxes:
        members[keys[box.id]].append(box.id)
    for joint in diagram.joints:
        members[keys[joint.statement]].append(joint.id)
    return [Group(label, tuple(nodes)) for (_, label), nodes in members.items()]


def trait_of(box: Box, by: GroupBy) -> tuple[str | None, str]:
    """Return what a box has in common with others: its key, None if it has none, and its name.

    Args:
        box: whose.
        by: what counts. Of several tags it is the first that the statement lists.
    """
    if by == "person":
        return box.speaker, box.speaker_name
    if by == "source":
        return box.source, box.source_name or "no source"
    if by == "tag":
        return (box.tags[0], box.tags[0]) if box.tags else (None, "no tag")
    return None, ""
