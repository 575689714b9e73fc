"""Colours for a dark screen, worked out from those of a light picture.

Lightness is turned over in Oklab (Ottosson 2020), where colours of one lightness look equally light; hue and
most of the chroma stay. Contrast is that of WCAG 2.2.
"""

import math
from typing import Final, NamedTuple

from argmap.render.theme import luminance

PAPER: Final = "#24272b"
"""What white becomes: the ground of boxes."""

_NAMED: Final = {"white": "#ffffff", "black": "#000000"}
_LIGHT: Final = 0.66
_DARKEST, _SLOPE = 0.27, 0.55
_GREY: Final = 0.02
_STEPS: Final = 40
_SRGB_KNEE, _LINEAR_KNEE = 0.04045, 0.0031308


class _Oklab(NamedTuple):
    lightness: float
    a: float
    b: float


def as_hex(colour: str) -> str | None:
    """Return a colour as `#rrggbb`; None for no paint and for unusual names."""
    if colour.startswith("#") and len(colour) in {7, 9}:
        return colour[:7].lower()
    return _NAMED.get(colour)


def is_light(colour: str) -> bool:
    """Tell whether a ground has to turn dark on a dark screen."""
    return luminance(colour) > _LIGHT


def dark_ground(colour: str) -> str:
    """Turn a light ground dark; white becomes `PAPER`, tints become a little lighter."""
    lightness, a, b = _to_oklab(colour)
    return _to_hex(_Oklab(_DARKEST + (1 - lightness) * _SLOPE, a, b))


def light_ink(colour: str, ground: str, contrast: float) -> str:
    """Make a colour as light as it must be to stand out.

    Args:
        colour: of text or a line.
        ground: the lightest ground that it may stand on.
        contrast: that it needs at least.

    Returns:
        The colour itself where it has the contrast; grey and black turn over, and become nearly white.
    """
    lightness, a, b = _to_oklab(colour)
    if math.hypot(a, b) < _GREY:
        lightness = max(lightness, 0.95 - lightness * 0.5)
    for step in range(_STEPS + 1):
        found = _to_hex(_Oklab(lightness + (1 - lightness) * step / _STEPS, a, b))
        if _contrast(found, ground) >= contrast:
            return found
    return "#ffffff"


def _contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _to_oklab(colour: str) -> _Oklab:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return _Oklab(
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _to_hex(colour: _Oklab) -> str:
    lightness, a, b = colour
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    parts = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _gamma(min(max(part, 0.0), 1.0))):02x}" for part in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _SRGB_KNEE else ((part + 0.055) / 1.055) ** 2.4


def _gamma(part: float) -> float:
    return 12.92 * part if part <= _LINEAR_KNEE else 1.055 * part ** (1 / 2.4) - 0.055
