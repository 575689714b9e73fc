"""How a shape is filled and outlined."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from fpdf.drawing import GradientPaint, GraphicsStyle
from fpdf.drawing_primitives import Transform

from argmap.render.paper.extents import extent
from argmap.render.pdf.colours import Colour, colour
from argmap.render.pdf.gradients import gradient_paint

_REFERENCE = re.compile(r"url\(#(.*)\)")
_SVG_MITER_LIMIT = 4


def set_style(
    style: GraphicsStyle, shape: Element, gradients: Mapping[str, Element], matrix: Transform
) -> None:
    """Set the fill and the pen of a shape, with SVG's defaults for what it does not say.

    Args:
        style: what to change.
        shape: the SVG element.
        gradients: the gradients of the drawing, by id.
        matrix: from the drawing's coordinates to the page.
    """

    def paint(key: str, default: str) -> Colour | GradientPaint | None:
        value = shape.get(key, default)
        reference = _REFERENCE.fullmatch(value)
        return gradient_paint(gradients[reference[1]], extent(shape), matrix) if reference else colour(value)

    style.fill_color = paint("fill", "black")
    style.fill_opacity = float(shape.get("fill-opacity", "1"))
    style.stroke_color = paint("stroke", "none")
    style.stroke_opacity = float(shape.get("stroke-opacity", "1"))
    style.stroke_width = float(shape.get("stroke-width", "1"))
    style.stroke_cap_style, style.stroke_join_style = "butt", "miter"
    style.stroke_miter_limit = _SVG_MITER_LIMIT
    style.stroke_dash_pattern = tuple(map(float, filter(None, shape.get("stroke-dasharray", "").split(","))))
