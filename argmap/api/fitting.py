"""Pictures as wide as the column of a notebook."""

import re
from typing import Final

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
"""Stands before an SVG in a file, and means nothing inside a page."""

_SIZE: Final = re.compile(r'<svg (?P<before>[^>]*?)width="(?P<width>[\d.]+)pt" height="(?P<height>[\d.]+)pt"')
_WIDEST: Final = 880
_PIXELS: Final = 4 / 3


def fitting(picture: bytes) -> str:
    """Make an SVG no wider than the column of a notebook, which may cut what is wider or take it as it is.

    Args:
        picture: as it is written to a file.
    """
    return _SIZE.sub(_fitted, picture.decode().removeprefix(_DECLARATION), count=1)


def _fitted(root: re.Match[str]) -> str:
    width, height = (float(root[name]) * _PIXELS for name in ("width", "height"))
    scale = min(1, _WIDEST / width)
    # A narrow window still makes it smaller.
    style = "max-width:100%;height:auto"
    return f'<svg {root["before"]}style="{style}" width="{width * scale:.0f}" height="{height * scale:.0f}"'
