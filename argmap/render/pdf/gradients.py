"""SVG gradients as PDF shadings."""

from xml.etree.ElementTree import Element

from fpdf.drawing import GradientPaint
from fpdf.drawing_primitives import Transform
from fpdf.html import parse_css_style
from fpdf.pattern import LinearGradient, RadialGradient

from argmap.render.pdf.colours import Colour, colour

Extent = tuple[float, float, float, float]
"""Left, top, right and bottom edge."""


def gradients_of(root: Element) -> dict[str, Element]:
    """Return the gradients that a drawing defines, by id."""
    kinds = ("linearGradient", "radialGradient")
    return {gradient.get("id", ""): gradient for kind in kinds for gradient in root.iter(kind)}


def gradient_paint(gradient: Element, extent: Extent, matrix: Transform) -> GradientPaint:
    """Return the paint of a gradient for one shape.

    Args:
        gradient: a linear gradient in the drawing's coordinates, or a radial one in hundredths of the shape,
            which is how Graphviz writes them.
        extent: of the shape.
        matrix: from the drawing's coordinates to the page; PDF shadings do not follow it by themselves.
    """
    if gradient.tag == "linearGradient":
        return GradientPaint(_linear(gradient), gradient_transform=matrix)
    left, top, right, bottom = extent
    to_drawing = Transform.scaling(right - left, bottom - top).translate(left, top)
    return GradientPaint(_radial(gradient), gradient_transform=to_drawing @ matrix)


def _linear(gradient: Element) -> LinearGradient:
    x1, y1, x2, y2 = (float(gradient.get(key, "0")) for key in ("x1", "y1", "x2", "y2"))
    colours, bounds = _stops(gradient)
    return LinearGradient(x1, y1, x2, y2, colours, extend_before=True, extend_after=True, bounds=bounds)


def _radial(gradient: Element) -> RadialGradient:
    keys = ("fx", "fy", "cx", "cy", "r")
    fx, fy, x, y, radius = (float(gradient.get(key, "50%").removesuffix("%")) / 100 for key in keys)
    colours, bounds = _stops(gradient)
    return RadialGradient(fx, fy, 0, x, y, radius, colours, extend_after=True, bounds=bounds)


def _stops(gradient: Element) -> tuple[list[Colour], list[float]]:
    """Return the colours, and where all but the first and the last of them stand."""
    stops = gradient.findall("stop")
    styles = [parse_css_style(stop.get("style", "")) for stop in stops]
    colours = [colour(style["stop-color"], float(style.get("stop-opacity", "1"))) for style in styles]
    return [found for found in colours if found], [float(stop.get("offset", "0")) for stop in stops[1:-1]]
