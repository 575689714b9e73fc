"""Answers from a map that has errors, as far as it can be read."""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.shared.saying import say
from argmap.text.lists import first_few
from argmap.text.plurals import agree

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded
    from argmap.queries.remainder import Remainder

_Command = TypeVar("_Command", bound=Callable[..., Any])
_WANTED, _USED = "argmap.keep-going", "argmap.kept-going"
_FINDINGS = 1
_MOST_NAMED = 10


def keep_going_option(command: _Command) -> _Command:
    """Add ``--keep-going``; a command that made use of it leaves with 1."""

    @functools.wraps(command)
    def going_on(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 — click passes what was declared
        command(*args, **kwargs)
        if click.get_current_context().meta.get(_USED):
            raise SystemExit(_FINDINGS)

    def note(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
        ctx.meta[_WANTED] = wanted

    words = "Where the map has errors, answer from the rest of it, and exit with 1."
    option = click.option("--keep-going", is_flag=True, expose_value=False, callback=note, help=words)
    return option(going_on)  # type: ignore[return-value]  # it takes what the command takes


def readable_part(loaded: "Loaded") -> "Loaded | None":
    """Take what can be read of a map with errors, and say what of the answer is not certain.

    Returns:
        That; None where it is not wanted, or nothing can be read.
    """
    meta = click.get_current_context().meta
    if not meta.get(_WANTED) or not loaded.map.statements:
        return None
    from dataclasses import replace

    from argmap.queries.remainder import remainder_of

    meta[_USED] = True
    left = remainder_of(loaded)
    for line in _caution(len(loaded.errors), left):
        say(f"{line}")
    return replace(loaded, map=left.map)


def _caution(errors: int, left: "Remainder") -> tuple[str, str]:
    wrong = "the error above" if errors == 1 else f"the {errors} errors above"
    told = f"answered without what is lost to {wrong}"
    if left.left_out:
        verb = agree(len(left.left_out), "attacks", "attack")
        told += f", and without {first_few(left.left_out, _MOST_NAMED)}, which {verb} nothing that is left"
    doubt = (
        "what is left out may challenge, answer or support what is shown, "
        "so that unchallenged, open, answered, in and out may be wrong"
    )
    return told, doubt + (f", above all of {first_few(left.doubtful, _MOST_NAMED)}" if left.doubtful else "")
