"""How a shape is filled and outlined."""

from xml.etree.ElementTree import Element

from fpdf.drawing import GraphicsStyle

from argmap.render.pdf.colours import colour

_SVG_MITER_LIMIT = 4


def set_style(style: GraphicsStyle, shape: Element) -> None:
    """Set the fill and the pen of a shape, with SVG's defaults for what it does not say.

    Args:
        style: what to change.
        shape: the SVG element.
    """
    style.fill_color = colour(shape.get("fill", "black"))
    style.fill_opacity = float(shape.get("fill-opacity", "1"))
    style.stroke_color = colour(shape.get("stroke", "none"))
    style.stroke_opacity = float(shape.get("stroke-opacity", "1"))
    style.stroke_width = float(shape.get("stroke-width", "1"))
    style.stroke_cap_style, style.stroke_join_style = "butt", "miter"
    style.stroke_miter_limit = _SVG_MITER_LIMIT
    style.stroke_dash_pattern = tuple(map(float, filter(None, shape.get("stroke-dasharray", "").split(","))))
