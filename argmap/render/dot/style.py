"""What can be chosen about a drawing."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from argmap.render.colouring import ColourBy
from argmap.render.dot.boxes import Text
from argmap.render.grouping import GroupBy
from argmap.render.theme import DEFAULT, Theme

Direction = Literal["BT", "TB", "LR", "RL"]

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
"""Where lines lead: to the top, the bottom, the right or the left."""

LYING: Final = frozenset({"LR", "RL"})
"""The directions in which levels stand side by side."""

BETWEEN: Final = 14.0
"""Points between two boxes of one level."""

APART: Final = 34.0
"""Points between two levels of boxes."""

MARGIN: Final = 16.0
"""Points between the frame of a group and what it frames."""

ON_PAPER: Final = 480.0
"""Points that a heading may be broad to stand whole on any page, however much that is enlarged."""


@dataclass(frozen=True)
class DotStyle:
    """How a diagram is to look.

    Args:
        direction: where lines lead; by default whatever suits a screen better, `BT` or `LR`.
        text: how much text boxes show; by default all of it, less in a large diagram.
        group_by: what boxes are framed together by.
        engine: the layout engine that the drawing is meant for.
        background: a colour, or `transparent`; by default the theme's paper.
        theme: the colours.
        heading: how broad the title and the legend of a flow sheet may be, in points; by default as broad as
            the sheet, of which they then are not whole on one page.
        colour_by: what the boxes of a colour have in common.
        legend: whether signs are explained.
    """

    direction: Direction | None = None
    text: Text | None = None
    group_by: GroupBy = "none"
    engine: str = "dot"
    background: str = ""
    theme: Theme = DEFAULT
    heading: float | None = None
    colour_by: ColourBy = "person"
    legend: bool = True
