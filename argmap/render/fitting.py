"""Of several plans for a drawing, the one that can be shown largest, which only its layout tells."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from argmap.render.dot.plan import Candidate, Plan
from argmap.render.room import Extent, Room

_SIZE: Final = re.compile(rb'<svg width="([\d.]+)pt" height="([\d.]+)pt"')


def best_fitting(candidates: Sequence[Candidate], room: Room, lay_out: Callable[[str], bytes]) -> Plan:
    """Lay out each plan, and choose.

    Args:
        candidates: at least one; of equals, the first is taken.
        room: what the drawing is to fill.
        lay_out: from DOT text to Graphviz's SVG.

    Returns:
        The plan that is shown largest, where narrow boxes count a little less.
    """
    if len(candidates) == 1:
        return candidates[0].plan

    def worth(candidate: Candidate) -> float:
        width, height = _size(lay_out(candidate.plan.dot))
        return candidate.ease * max(room.scale(width, height, extent) for extent in room.extents)

    return max(candidates, key=worth).plan


def _size(svg: bytes) -> Extent:
    found = _SIZE.search(svg)
    return Extent(float(found[1]), float(found[2])) if found else Extent(1.0, 1.0)
