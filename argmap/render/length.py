"""Lengths as people write them: a number and a unit."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

UNITS: Final[Mapping[str, float]] = {
    "mm": 72 / 25.4,
    "cm": 72 / 2.54,
    "in": 72.0,
    "pt": 1.0,
    "px": 0.75,
}
"""Unit -> points, 72 to an inch; 96 pixels are an inch, as browsers have it."""

LONGEST: Final = 14_400.0
"""Points: 200 inches, the longest side of a page that all PDF readers show (PDF 32000-1:2008, annex C)."""

_SHORTEST: Final = 28.0
_WRITTEN: Final = re.compile(r"\s*(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*([A-Za-z]+)\s*", re.ASCII)


class LengthError(ValueError):
    """A text is not a length that a picture can have; the message says what would be."""


class Length(NamedTuple):
    """A length.

    Args:
        points: 72 to an inch.
        unit: in which it was written, one of `UNITS`.
    """

    points: float
    unit: str = "pt"


LINE: Final = Length(12 * UNITS["cm"], "cm")
"""About a line of text on a sheet of A4 or letter paper, as LaTeX sets it by default."""


def read_length(text: str) -> Length:
    """Read a length.

    Args:
        text: such as `12cm`, `5.5 in` or `800px`.

    Raises:
        LengthError: it is not a number with a unit, or no picture is as wide as that.
    """
    written = _WRITTEN.fullmatch(text)
    unit = written[2].lower() if written else ""
    if not written or unit not in UNITS:
        raise LengthError(f"`{text}` is not a length such as 12cm, 120mm, 5in, 340pt or 800px")
    points = float(written[1]) * UNITS[unit]
    if not _SHORTEST <= points <= LONGEST:
        raise LengthError(f"`{text}` is not a width for a picture, which is between 1cm and 200in wide")
    return Length(points, unit)


def is_length(text: str) -> bool:
    """Tell whether a text is a length that a picture can have."""
    try:
        read_length(text)
    except LengthError:
        return False
    return True
