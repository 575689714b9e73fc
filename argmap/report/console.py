"""The console: where colour, links and width are decided."""

import os
import sys
from collections.abc import Iterable
from typing import Final

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.theme import Theme

from argmap.report.guard import styled
from argmap.text.clean import harmless

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


class _Console(Console):
    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """Make segments whose texts cannot steer a terminal; only the console itself does."""
        for segment in super().render(renderable, options):
            if segment.control or segment.text.isprintable():
                yield segment
            else:
                yield Segment(harmless(segment.text), segment.style)


def make_console(color: object = None, *, stderr: bool = False) -> Console:
    """Make a console that follows the conventions for colour.

    ``--color`` comes first, then a non-empty ``NO_COLOR``, then ``FORCE_COLOR`` or ``CLICOLOR_FORCE``, then
    ``TERM=dumb``, then whether the output is a terminal (clig.dev, no-color.org).

    Args:
        color: ``always``, ``never``, or anything else to decide by the environment.
        stderr: whether to write to standard error.
    """
    coloured = _wants_color(color)
    stream = sys.stderr if stderr else sys.stdout
    if coloured is None:
        coloured = stream.isatty()
    return _Console(
        file=styled(stream) if coloured else None,
        stderr=stderr,
        theme=_THEME,
        # Decided here: rich would take FORCE_COLOR=0 for a yes, and TERM=dumb for a no to --color always.
        force_terminal=coloured,
        color_system="standard" if coloured else None,
        no_color=not coloured,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )


def _wants_color(color: object) -> bool | None:
    if color in {"always", "never"}:
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if _is_set("FORCE_COLOR") or _is_set("CLICOLOR_FORCE"):
        return True
    return False if os.environ.get("TERM") == "dumb" else None


def _is_set(name: str) -> bool:
    return os.environ.get(name, "") not in {"", "0"}
