"""What can be chosen about a drawing."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, get_args

from argmap.render.colouring import ColourBy
from argmap.render.dot.boxes import Text
from argmap.render.grouping import GroupBy
from argmap.render.room import A_SCREEN, Room
from argmap.render.theme import DEFAULT, Theme

Direction = Literal["BT", "TB", "LR", "RL"]

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
"""Where lines lead: to the top, the bottom, the right or the left."""

LYING: Final = frozenset({"LR", "RL"})
"""The directions in which levels stand side by side."""


class Spacing(NamedTuple):
    """What is left free; all lengths are points.

    Args:
        between: two boxes of one level.
        apart: two levels of boxes.
        around: the whole.
    """

    between: float
    apart: float
    around: float


USUAL: Final = Spacing(14.0, 34.0, 21.6)
"""Where a drawing may be as broad as it comes."""

SNUG: Final = Spacing(9.0, 24.0, 4.0)
"""Where it has to fit into so many points, and its text would be shrunk for it."""

MARGIN: Final = 16.0
"""Points between the frame of a group and what it frames."""

ON_PAPER: Final = 480.0
"""Points that a heading may be broad to stand whole on any page, however much that is enlarged."""


@dataclass(frozen=True)
class DotStyle:
    """How a diagram is to look.

    Args:
        direction: where lines lead; by default whatever suits its room better, `BT` or `LR`.
        text: how much text boxes show; by default all of it, less in a large diagram.
        group_by: what boxes are framed together by.
        engine: the layout engine that the drawing is meant for.
        background: a colour, or `transparent`; by default the theme's paper.
        theme: the colours.
        heading: how broad the title and the legend of a flow sheet may be, in points; by default as broad as
            the sheet, of which they then are not whole on one page.
        colour_by: what the boxes of a colour have in common.
        legend: whether signs are explained.
        room: what it is laid out to fill; by default a screen.
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
    room: Room = A_SCREEN

    @property
    def spacing(self) -> Spacing:
        """What is left free between boxes and around them."""
        return SNUG if self.room.is_measured else USUAL
