"""Colours: of speakers, of relations, of what needs a reply."""

from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture, as `#rrggbb`.

    Args:
        speakers: in the order in which people receive them; they differ for colour-blind readers, too.
        others: of speakers beyond that, and of statements by nobody.
        support: of lines from premises.
        attack: of lines from rebuttals, and of the frames of rebuttals.
        attack_text: the same for small words, darker.
        support_text: of small words beside lines from premises.
        ink: of text.
        quiet: of frames and small text.
        paper: of boxes and the background.
        line_width: how much thicker than usual lines are.
    """

    speakers: tuple[str, ...]
    others: str
    support: str
    attack: str
    attack_text: str
    support_text: str
    ink: str
    quiet: str
    paper: str
    line_width: float = 1.0


DEFAULT = Theme(
    # The muted scheme of Paul Tol's "Colour Schemes" (SRON/EPS/TN/09-002), without its rose, which is too
    # near to the colour of attacks; lines have the blue and vermilion of Okabe and Ito.
    speakers=("#332288", "#88ccee", "#117733", "#ddcc77", "#882255", "#44aa99", "#aa4499", "#999933"),
    others="#bbbbbb",
    support="#0072b2",
    attack="#d55e00",
    attack_text="#a84300",
    support_text="#005a8c",
    ink="#1a1a1a",
    quiet="#666666",
    paper="#ffffff",
)


@cache
def tint(colour: str, strength: float = 0.16, paper: str = "#ffffff") -> str:
    """Mix a colour with the paper: 1 is the colour itself, 0 is the paper."""
    pairs = zip(_parts(paper), _parts(colour), strict=True)
    return "#" + "".join(f"{round(ground - (ground - part) * strength):02x}" for ground, part in pairs)


@cache
def text_on(colour: str) -> str:
    """Choose black or white text, whichever has the greater contrast (WCAG 2.2, relative luminance)."""
    light = luminance(colour)
    return "#ffffff" if 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 else "#000000"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


_DARK = 0.04045
"""Up to here the sRGB curve is a straight line (IEC 61966-2-1)."""


@lru_cache(maxsize=1024)  # a picture has few colours, and asks for them again and again
def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
