"""The themes that come with argmap, and whether what they colour can be seen."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from argmap.render.theme import DEFAULT, Theme, contrast, text_on, tint

_FOR_TEXT: Final = 4.5
_FOR_LINES: Final = 3.0
_STRONGEST_TINT: Final = 0.25

_HIGH_CONTRAST: Final = Theme(
    speakers=("#332288", "#005454", "#7a1f4b", "#00521f", "#5c3d00", "#22405c", "#6b006b", "#4d4d00"),
    others="#3d3d3d",
    support="#00408a",
    attack="#b00000",
    attack_text="#a00000",
    support_text="#00408a",
    ink="#000000",
    quiet="#333333",
    paper="#ffffff",
    line_width=1.6,
)

_GREYSCALE: Final = Theme(
    # Far enough apart for a copying machine; speakers beyond these are told apart by name.
    speakers=("#262626", "#c4c4c4", "#6e6e6e", "#e2e2e2", "#4a4a4a", "#a0a0a0"),
    others="#ffffff",
    support="#6e6e6e",
    attack="#000000",
    attack_text="#000000",
    support_text="#4a4a4a",
    ink="#000000",
    quiet="#595959",
    paper="#ffffff",
)

_DARK: Final = Theme(
    # The pale and the light scheme of Paul Tol, without their reds, lie well on a dark ground.
    speakers=("#77aadd", "#eedd88", "#44bb99", "#ffaabb", "#99ddff", "#bbcc33", "#cc99dd", "#aaaa00"),
    others="#8f969d",
    support="#56b4e9",
    attack="#ff8f4d",
    attack_text="#ffa066",
    support_text="#7cc7f0",
    ink="#ececec",
    quiet="#a7adb3",
    paper="#1f2226",
)

BUILT_IN: Final[Mapping[str, Theme]] = {
    "default": DEFAULT,
    "high-contrast": _HIGH_CONTRAST,
    "greyscale": _GREYSCALE,
    "dark": _DARK,
}
"""Name -> theme."""


class Pair(NamedTuple):
    """Two colours of a theme that meet in a picture.

    Args:
        what: is drawn, in words.
        colour: of it.
        ground: behind it.
        least: the contrast that it needs.
    """

    what: str
    colour: str
    ground: str
    least: float

    @property
    def contrast(self) -> float:
        """The contrast that it has."""
        return contrast(self.colour, self.ground)


def pairs(theme: Theme) -> Iterator[Pair]:
    """List which colours of a theme meet, with the contrast that WCAG 2.2 (1.4.3, 1.4.11) wants of them."""
    for what in ("ink", "quiet", "support_text", "attack_text"):
        yield Pair(what.replace("_", "-"), getattr(theme, what), theme.paper, _FOR_TEXT)
    for what in ("support", "attack", "quiet"):
        yield Pair(what, getattr(theme, what), theme.paper, _FOR_LINES)
    yield Pair("words on attack-text", text_on(theme.attack_text), theme.attack_text, _FOR_TEXT)
    for colour in (*theme.speakers, theme.others):
        yield Pair(f"words on {colour}", text_on(colour), colour, _FOR_TEXT)
        ground = tint(colour, _STRONGEST_TINT, theme.paper)
        yield Pair(f"ink on the tint of {colour}", theme.ink, ground, _FOR_TEXT)


def faint(theme: Theme) -> tuple[Pair, ...]:
    """List what is hard to see in a theme."""
    return tuple(pair for pair in pairs(theme) if pair.contrast < pair.least)
