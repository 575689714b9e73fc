"""The font files that travel with the package: four faces of Liberation Sans (SIL Open Font License)."""

from functools import cache
from pathlib import Path

from argmap.render.fonts.sfnt import Face, read_face

FAMILY = "Liberation Sans"
"""The family name inside the bundled files."""

FONT_STACK = f"'{FAMILY}', Arial, Helvetica, sans-serif"
"""What an SVG asks for: three families of the same widths, then whatever the viewer has."""

_FILES = {
    (False, False): "LiberationSans-Regular.ttf",
    (True, False): "LiberationSans-Bold.ttf",
    (False, True): "LiberationSans-Italic.ttf",
    (True, True): "LiberationSans-BoldItalic.ttf",
}


def font_file(*, bold: bool = False, italic: bool = False) -> Path:
    """Return the bundled font file of one face."""
    return Path(__file__).with_name(_FILES[bold, italic])


def font_files() -> tuple[Path, ...]:
    """Return all bundled font files, the regular face first."""
    return tuple(Path(__file__).with_name(name) for name in _FILES.values())


@cache
def face(*, bold: bool = False, italic: bool = False) -> Face:
    """Return the measures of one bundled face; the file is read once for each process."""
    return read_face(font_file(bold=bold, italic=italic))
