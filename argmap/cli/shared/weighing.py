"""Options of the commands that weigh a map, and the reading that they ask for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import UNUSABLE, looking_up_names, usage
from argmap.cli.shared.progress import show_progress
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from contextlib import AbstractContextManager

    from argmap.argument_map import ArgumentMap
    from argmap.queries.select import Selection
    from argmap.semantics.participants import Terms
    from argmap.semantics.reading import Reading
    from argmap.semantics.status import Evaluation

_Command = TypeVar("_Command", bound=Callable[..., Any])

_MANY = 100

SEMANTICS = ("grounded", "complete", "preferred", "stable", "semi-stable", "stage", "ideal", "eager")
"""Every semantics by name, the default first; here, so that the help imports none of them."""


@dataclass(frozen=True)
class Weighing:
    """How a map is to be weighed, as the command line says it.

    Args:
        semantics: the name of a semantics.
        accept: skeptical or credulous.
        without: names of what is set aside.
        assume: names of what is granted.
    """

    semantics: str
    accept: str
    without: tuple[str, ...]
    assume: tuple[str, ...]

    @property
    def is_hypothetical(self) -> bool:
        """Whether something is set aside or assumed."""
        return bool(self.without or self.assume)


def what_if_options(command: _Command) -> _Command:
    """Add ``--without`` and ``--assume``."""
    for name, text in (("assume", "Grant NAME, whatever speaks against it."), ("without", "Set NAME aside.")):
        command = click.option(
            f"--{name}", multiple=True, metavar="NAME", shell_complete=complete_names, help=text
        )(command)
    return command


def semantics_options(command: _Command) -> _Command:
    """Add ``--semantics`` and ``--accept``."""
    command = click.option(
        "--accept",
        type=click.Choice(["skeptical", "credulous"]),
        default="skeptical",
        help="Where there are several extensions: what all accept (default), or what any accepts.",
    )(command)
    return click.option(
        "--semantics", type=click.Choice(SEMANTICS), default="grounded", help="By default grounded."
    )(command)


def inferred_option(command: _Command) -> _Command:
    """Add ``--include-inferred`` to a command that takes no selection."""
    words = "Include conflicts inferred by the editor."
    return click.option("--include-inferred", is_flag=True, help=words)(command)


def find_terms(
    argument_map: "ArgumentMap", without: Iterable[str], assume: Iterable[str], *, include_inferred: bool
) -> "Terms":
    """Resolve what is set aside and assumed; leave with 1 where a name means nothing."""
    from argmap.queries import weighing

    try:
        with looking_up_names():
            return weighing.find_terms(argument_map, without, assume, include_inferred=include_inferred)
    except weighing.ContradictoryTermsError as error:
        usage(str(error))


def weigh(argument_map: "ArgumentMap", weighing: Weighing, *, include_inferred: bool) -> "Evaluation":
    """Weigh a map as the command line says; leave with 2 where there are too many extensions."""
    from argmap.semantics.acceptance import Acceptance
    from argmap.semantics.reading import read
    from argmap.semantics.reasoning import TooManyExtensionsError
    from argmap.semantics.status import SEMANTICS, evaluate

    terms = find_terms(argument_map, weighing.without, weighing.assume, include_inferred=include_inferred)
    reading = read(argument_map, terms)
    try:
        with weighing_progress(reading, weighing.semantics):
            return evaluate(reading, SEMANTICS[weighing.semantics], Acceptance(weighing.accept))
    except TooManyExtensionsError as error:
        too_many(f"{error} of one part of the map", "--semantics grounded, ideal and eager have only one")


def weighing_progress(reading: "Reading", semantics: str) -> "AbstractContextManager[None]":
    """Show that a map is being weighed, where that may take long: only the grounded extension never does.

    Args:
        reading: what is weighed.
        semantics: under which; several in words where there are several.
    """
    size = reading.framework.size
    doing = f"weighing {size:,} arguments under {semantics} semantics"
    return show_progress(doing, long=size > _MANY and semantics != SEMANTICS[0])


def too_many(message: str, hint: str) -> NoReturn:
    """Leave with 2 where a question has more answers than anybody can read."""
    say(message, hint)
    raise SystemExit(UNUSABLE)


def taking_part(
    argument_map: "ArgumentMap",
    participants: "Collection[str]",
    names: "Sequence[str]",
    selection: "Selection | None" = None,
) -> tuple[str, ...]:
    """Find the statements that names, and a selection, ask for; say that others are only the editor's.

    Leaves with 1 where a name means nothing.
    """
    from argmap.queries.weighing import asked_for, named_in
    from argmap.report.notes import left_to_the_editor

    with looking_up_names():
        if selection is None:
            asked = named_in(argument_map, participants, names)
        else:
            asked = asked_for(argument_map, participants, selection, names)
    for line in left_to_the_editor(asked.left_out):
        say(line)
    return asked.keys
