"""How small the text of a finished SVG is."""

from typing import Final
from xml.etree.ElementTree import Element

from argmap.render.svg.frame import frame_of

LEGIBLE: Final = 5.5
"""Points: on paper, and on a screen held as near, smaller text is hard to read."""

_USUAL_SIZE: Final = "14"


def smallest_text(root: Element) -> float:
    """Return the size of the smallest text of a finished SVG in points, infinite where there is none."""
    frame = frame_of(root)
    sizes = (float(text.get("font-size", _USUAL_SIZE)) for text in root.iter("text"))
    return min(sizes, default=float("inf")) * frame.width / frame.view[2]


def warnings_of(size: float, legible: float = LEGIBLE) -> tuple[str, ...]:
    """Say that text is too small, if it is.

    Args:
        size: of the smallest, in points.
        legible: the least that can be read.
    """
    if size >= legible:
        return ()
    return (
        (
            f"the smallest text is {size:.1f} points high, and less than {legible:g} is hard to read; "
            "a part of the map, or its titles alone, would be larger"
        ),
    )
