"""The size of a finished SVG, and the shape behind its drawing."""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from argmap.render.numbers import plain

BACKGROUND = "background"
"""The class of the shape behind everything."""


class Frame(NamedTuple):
    """How large a drawing is, and which part of its own coordinates it shows.

    Args:
        width: points, 72 to an inch.
        height: points.
        view: left, top, width and height in the drawing's coordinates.
    """

    width: float
    height: float
    view: tuple[float, float, float, float]


def frame_of(root: Element) -> Frame:
    """Read the frame of a finished SVG, whose sizes Graphviz wrote in points."""
    width, height = (float(root.get(key, "").removesuffix("pt")) for key in ("width", "height"))
    left, top, across, down = map(float, root.get("viewBox", "").split())
    return Frame(width, height, (left, top, across, down))


def set_width(root: Element, points: float) -> None:
    """Give a finished SVG another width, and its height in proportion."""
    frame = frame_of(root)
    height = frame.height * points / frame.width
    root.attrib.update(width=f"{plain(points, 3)}pt", height=f"{plain(height, 3)}pt")


def background_of(root: Element) -> str | None:
    """Return the colour of the shape behind everything in a finished SVG, None if there is none."""
    shapes = (shape for graph in root.findall("g") for shape in graph.findall("polygon"))
    return next((shape.get("fill") for shape in shapes if shape.get("class") == BACKGROUND), None)


def take_background(root: Element) -> str | None:
    """Remove the shape behind everything from a finished SVG and return its colour, None if there is none."""
    for graph in root.findall("g"):
        for shape in graph.findall("polygon"):
            if shape.get("class") == BACKGROUND:
                graph.remove(shape)
                return shape.get("fill")
    return None
