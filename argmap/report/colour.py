"""The console with colour, for which rich is imported."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TextIO, cast

from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text
from rich.theme import Theme

from argmap.report.guard import styled
from argmap.text.clean import harmless

if TYPE_CHECKING:
    from argmap.report import console as plain
    from argmap.report.page import Part

_THEME: Final = Theme(
    {
        "heading": "bold",
        "name": "bold",
        "id": "cyan",
        "quiet": "dim",
        "quote": "italic",
        "match": "bold yellow",
        "attack": "red",
        "support": "green",
        "open": "bold red",
        "answered": "green",
        "mutual": "yellow",
        "inferred": "magenta",
        "error": "bold red",
        "warning": "bold yellow",
        "info": "bold blue",
        "hint": "green",
    }
)


class ColourConsole(Console):
    """A console with colours and links.

    Args:
        stream: where to.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(
            file=styled(stream),
            theme=_THEME,
            # Decided before: rich would take FORCE_COLOR=0 for a yes, and TERM=dumb for a no.
            force_terminal=True,
            color_system="standard",
            no_color=False,
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=False,
            legacy_windows=False,
        )

    def painted(self, words: str, style: str) -> str:
        """Give words in a style."""
        return self.get_style(style).render(words, color_system=ColorSystem.STANDARD)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Make segments whose texts cannot steer a terminal; only the console itself does."""
        for segment in super().render(renderable, options):
            if segment.control or segment.text.isprintable():
                yield segment
            else:
                yield Segment(harmless(segment.text), segment.style)


def print_parts(console: "plain.Console", parts: "Iterable[Part]") -> None:
    """Print words in their styles on one line of a console that has colour."""
    cast("Console", console).print(*map(_text, parts), sep="", soft_wrap=True)


def _text(part: "Part") -> Text:
    if isinstance(part, Text):
        return part
    return Text(part) if isinstance(part, str) else Text(part[0], part[1])
