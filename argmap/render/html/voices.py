"""How the page tells speakers apart: by a colour, and from the ninth on by a stripe in it, too."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Final, NamedTuple

from argmap.render.colouring import speaker_colours
from argmap.render.diagram import Diagram
from argmap.render.theme import Theme, text_on

_NOBODY: Final = "voice-none"
_STRIPES: Final = {1: ((38, 62),), 2: ((18, 38), (62, 82))}
"""Number of stripes -> where they stand in a dot, in per cent of its width."""


class Voice(NamedTuple):
    """How the words of a speaker are marked.

    Args:
        name: the class of all that has the mark.
        colour: of the speaker.
        stripes: how many stripes run through the colour.
    """

    name: str
    colour: str
    stripes: int = 0


def voices_of(diagram: Diagram, speakers: Sequence[str], theme: Theme) -> dict[str | None, Voice]:
    """Give each speaker a mark.

    Args:
        diagram: what the page shows.
        speakers: in the order of the map.
        theme: whose colours to use.

    Returns:
        Person key -> mark; None for statements by nobody. Those for whom the picture has no colour left have
        one of the first speakers', with stripes.
    """
    colours = speaker_colours(diagram, theme)
    later = _later(theme)
    found: dict[str | None, Voice] = {None: Voice(_NOBODY, colours[None])}
    for number, key in enumerate(speakers):
        own = colours.get(key, theme.others)
        colour, stripes = next(later) if own == theme.others else (own, 0)
        found[key] = Voice(f"voice-{number}", colour, stripes)
    return found


def _later(theme: Theme) -> Iterator[tuple[str, int]]:
    """Go through the colours again, with one stripe more each time; at the end begin anew."""
    for turn in count():
        for colour in theme.speakers:
            yield colour, 1 + turn % len(_STRIPES)


def rules(voices: Mapping[str | None, Voice]) -> Iterator[str]:
    """Write the style of each mark."""
    for voice in voices.values():
        stripes = f";--stripes:{_gradient(voice.stripes)}" if voice.stripes else ""
        yield f".{voice.name}{{--voice:{voice.colour};--voice-ink:{text_on(voice.colour)}{stripes}}}"


def _gradient(stripes: int) -> str:
    ink, nothing = "var(--voice-ink)", "#0000"
    stops = (f"{nothing} {start}%,{ink} {start}% {end}%,{nothing} {end}%" for start, end in _STRIPES[stripes])
    return f"linear-gradient(90deg,{','.join(stops)})"
