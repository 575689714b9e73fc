"""CSS colours as PDF colours."""

from fpdf.drawing_primitives import DeviceGray, DeviceRGB
from fpdf.html import color_as_decimal

Colour = DeviceGray | DeviceRGB

_NO_PAINT = frozenset({"none", "transparent"})


def colour(name: str, opacity: float = 1.0) -> Colour | None:
    """Return a colour.

    Args:
        name: a CSS colour name or `#rrggbb`.
        opacity: from 0 to 1.

    Returns:
        The colour, None where the name stands for no paint.
    """
    found = None if name in _NO_PAINT else color_as_decimal(name)
    if isinstance(found, DeviceRGB):
        return DeviceRGB(found.r, found.g, found.b, opacity)
    return found and DeviceGray(found.g, opacity)


def as_hex(paint: Colour) -> str:
    """Write a colour as `#rrggbb`."""
    parts = (paint.r, paint.g, paint.b) if isinstance(paint, DeviceRGB) else (paint.g,) * 3
    return "#" + "".join(f"{round(255 * float(part)):02x}" for part in parts)
