"""What a diagram of a map leaves out."""

from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.base import Loss
from argmap.formats.left_out import Kept, left_out

_KEPT: Final = Kept(
    info=("title", "description"),
    people=("name",),
    statements=("by", "title", "text", "basis", "kind"),
    inferences=("basis",),
    attacks=("kind",),
)


def diagram_losses(argument_map: ArgumentMap, title: str) -> tuple[Loss, ...]:
    """Name what a diagram has no room for."""
    return tuple(left_out(argument_map, _KEPT, f"the {title} diagram has no room for it"))
