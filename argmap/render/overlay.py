"""Computed statuses on a diagram: a word and a kind of frame for each box."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from argmap.render.diagram import Diagram

SOLID: Final = "solid"
"""How the frame of a box is drawn that has no status."""

FRAMES: Final[Mapping[str, str]] = {"in": SOLID, "out": "dotted", "undecided": "dashed"}
"""The frame of a box by its status, so that colour is not needed to tell them apart."""


def with_statuses(diagram: Diagram, statuses: Mapping[str, str], semantics: str) -> Diagram:
    """Mark each box of a diagram with its status.

    Args:
        diagram: what is drawn.
        statuses: statement id -> in, out or undecided; boxes without stay as they are.
        semantics: the name of the semantics, for the tooltips.
    """
    boxes = tuple(
        replace(box, standing=found, tooltip=f"{box.tooltip}\n{found} under {semantics} semantics")
        if (found := str(statuses.get(box.id, "")))
        else box
        for box in diagram.boxes
    )
    return replace(diagram, boxes=boxes)
