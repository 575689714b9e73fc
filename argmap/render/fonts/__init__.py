"""Bundled fonts, how wide a text is in them, and how it breaks into lines."""

from argmap.render.fonts.bundled import FAMILY, FONT_STACK, font_file, font_files
from argmap.render.fonts.measure import FALLBACK_STRETCH, box_width, is_known, room_for, text_width
from argmap.render.fonts.wrapping import ELLIPSIS, wrap

__all__ = [
    "ELLIPSIS",
    "FALLBACK_STRETCH",
    "FAMILY",
    "FONT_STACK",
    "box_width",
    "font_file",
    "font_files",
    "is_known",
    "room_for",
    "text_width",
    "wrap",
]
