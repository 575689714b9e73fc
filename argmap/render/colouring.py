"""Which colour each box has: that of its speaker, its tag or its source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from argmap.render.diagram import Box, Diagram
from argmap.render.grouping import trait_of
from argmap.render.theme import Theme

ColourBy = Literal["person", "tag", "source"]
"""What the boxes of a colour have in common."""


@dataclass(frozen=True, slots=True)
class Colouring:
    """The colours of boxes.

    Args:
        colours: the key of a person, tag or source -> colour; None for boxes without any.
        by: what decides.
    """

    colours: Mapping[str | None, str]
    by: ColourBy = "person"

    def of(self, box: Box) -> str:
        """Return the colour of a box."""
        return self.colours[trait_of(box, self.by)[0]]

    def labels(self, diagram: Diagram) -> Mapping[str, str]:
        """Return what the colours of a diagram mean, in words; nothing where no box has any of its own."""
        traits = [(trait_of(box, self.by), box) for box in diagram.boxes]
        if all(key is None for (key, _), _ in traits):
            return {}
        return {label: self.of(box) for (_, label), box in traits}


def speaker_colours(diagram: Diagram, theme: Theme) -> Mapping[str | None, str]:
    """Give each speaker of a map a colour.

    Args:
        diagram: what is drawn of it.
        theme: whose colours to use.

    Returns:
        Person key -> colour. The first speakers of the map have colours of their own in each of its pictures.
        Later ones have those that nobody in the picture has. Where none is left, and for None, it is that of
        others.
    """
    drawn = {box.speaker for box in diagram.boxes}
    return _assigned(diagram.speakers, [key for key in diagram.speakers if key in drawn], theme)


def colouring(diagram: Diagram, theme: Theme, by: ColourBy = "person") -> Colouring:
    """Choose the colours of a diagram.

    Args:
        diagram: what is drawn.
        theme: whose colours to use.
        by: what the boxes of a colour have in common. Tags and sources have colours in the order of the
            boxes.
    """
    if by == "person":
        return Colouring(speaker_colours(diagram, theme))
    keys = dict.fromkeys(key for box in diagram.boxes if (key := trait_of(box, by)[0]) is not None)
    return Colouring(_assigned([*keys], [*keys], theme), by)


def _assigned(keys: Sequence[str], drawn: Sequence[str], theme: Theme) -> Mapping[str | None, str]:
    colours: dict[str | None, str] = dict.fromkeys([*keys, None], theme.others)
    first = dict(zip(keys, theme.speakers, strict=False))
    colours.update(first)
    taken = {first[key] for key in drawn if key in first}
    free = [colour for colour in theme.speakers if colour not in taken]
    later = [key for key in drawn if key not in first]
    colours.update(zip(later, free, strict=False))
    return colours
