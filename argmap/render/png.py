"""Finished SVG to PNG, with bundled fonts, so that every computer draws the same pixels."""

import struct
import zlib
from xml.etree.ElementTree import Element

from argmap.render.fonts.bundled import FAMILY, font_files
from argmap.render.fonts.coverage import cover
from argmap.render.numbers import POINTS_IN_AN_INCH
from argmap.render.picture import Picture, PictureError
from argmap.render.svg.frame import frame_of, take_background
from argmap.render.svg.markup import root_of, serialise
from argmap.render.svg.right_to_left import isolate

SCALE = 2.0
"""Fine enough for a slide and a modern screen; very large drawings get less unless the caller insists."""

_DPI = 96.0
_INCHES_IN_A_METRE = 1 / 0.0254
# The signature and the header chunk.
_HEADER = 8 + 25
_ENOUGH_PIXELS = 24_000_000
_MOST_PIXELS = 250_000_000


def is_possible() -> bool:
    """Tell whether what draws images is installed."""
    from importlib.util import find_spec

    return find_spec("resvg_py") is not None


def png(svg: str | Element, scale: float | None = None, *, has_density: bool = False) -> Picture:
    """Draw a finished SVG as a PNG image.

    Args:
        svg: a document from `argmap.render.svg.finish.finish`, or its root, which is changed.
        scale: 1 gives 96 pixels an inch, as browsers have it; by default 2, less for a very large drawing.
        has_density: whether the image says how many of its pixels are an inch.

    Returns:
        The image, and warnings about characters that another computer may draw differently.

    Raises:
        PictureError: the image would be too large, or cannot be drawn.
        ImportError: resvg-py is not installed.
    """
    from resvg_py import svg_to_bytes

    root = root_of(svg)
    zoom = _zoom(root, scale)
    background = take_background(root)
    for text in root.iter("text"):
        isolate(text)
    coverage = cover("".join(text.text or "" for text in root.iter("text")))
    try:
        data = svg_to_bytes(
            svg_string=serialise(root),
            background=background,
            zoom=zoom,
            dpi=_DPI,
            skip_system_fonts=True,
            font_files=[str(path) for path in (*font_files(), *coverage.files)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    except ValueError as error:
        raise PictureError(f"the image cannot be drawn: {error}") from error
    return Picture(_with_density(data, zoom) if has_density else data, coverage.warnings)


def _with_density(data: bytes, zoom: float) -> bytes:
    """Put the number of pixels to a metre after the header (PNG, third edition, 11.3.4.3)."""
    dots = round(zoom * _DPI * _INCHES_IN_A_METRE)
    chunk = b"pHYs" + struct.pack(">IIB", dots, dots, 1)
    density = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return data[:_HEADER] + density + data[_HEADER:]


def _zoom(root: Element, scale: float | None) -> float:
    """Choose a scale, and refuse what would exhaust the memory: resvg would end the process."""
    width, height, _ = frame_of(root)
    pixels = width * height * (_DPI / POINTS_IN_AN_INCH) ** 2
    zoom = max(1.0, min(SCALE, (_ENOUGH_PIXELS / pixels) ** 0.5)) if scale is None else scale
    drawn = pixels * zoom**2
    if not (zoom > 0 and 1 <= drawn <= _MOST_PIXELS):
        raise PictureError(
            f"scale {zoom:g} gives {drawn:,.0f} pixels, which is not between 1 and {_MOST_PIXELS:,}: "
            "choose another scale, draw a part of the graph, or make an SVG or PDF"
        )
    return zoom
