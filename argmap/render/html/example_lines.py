"""One line of each kind that a diagram has, drawn for its legend where nothing else of it is laid out."""

from dataclasses import replace
from typing import NamedTuple

from argmap.argument_map import ArgumentMap
from argmap.render.diagram import Diagram, Line
from argmap.render.dot import DotStyle, to_dot
from argmap.render.draw import Drawing, draw
from argmap.render.html.embedding import embed
from argmap.render.html.legend import Strokes, examples, strokes_of
from argmap.render.html.repaint import Paints
from argmap.render.maps import caption_of


class ExampleLines(NamedTuple):
    """What a legend needs.

    Args:
        strokes: how lines look.
        paints: their colours.
    """

    strokes: Strokes
    paints: Paints


def example_lines(
    argument_map: ArgumentMap, diagram: Diagram, drawing: Drawing | None = None
) -> ExampleLines:
    """Draw the lines by which the legend of a diagram shows what lines mean.

    Args:
        argument_map: the map.
        diagram: what is shown of it.
        drawing: how to draw.

    Raises:
        EngineError: Graphviz is missing, too slow, or cannot draw.
    """
    lines = examples(diagram)
    if not lines:
        return ExampleLines({}, Paints())
    part = _with_only(diagram, lines)
    picture = draw(to_dot(part, DotStyle(legend=False)), "svg", caption_of(argument_map, part), drawing)
    root = embed(picture.data.decode(), part).root
    return ExampleLines(strokes_of(part, root), Paints.of(root))


def _with_only(diagram: Diagram, lines: tuple[Line, ...]) -> Diagram:
    """Give the part of a diagram that some lines need."""
    ends = {end for line in lines for end in (line.tail, line.head)}
    joints = tuple(joint for joint in diagram.joints if joint.id in ends)
    ends |= {joint.statement for joint in joints}
    return replace(
        diagram,
        title="",
        description="",
        boxes=tuple(box for box in diagram.boxes if box.id in ends),
        joints=joints,
        lines=lines,
    )
