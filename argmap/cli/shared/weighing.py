"""Options of the commands that weigh a map, and the reading that they ask for."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import UNUSABLE, named, usage
from argmap.cli.shared.progress import show_progress
from argmap.cli.shared.saying import say
from argmap.text.plurals import agree

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from argmap.argument_map import ArgumentMap
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
    from argmap.semantics.participants import Terms

    aside = frozenset(key for name in without for key in _meant(argument_map, name))
    granted = frozenset(key for name in assume for key in _meant(argument_map, name))
    if both := sorted(aside & granted):
        usage(f"`{both[0]}` cannot be set aside and assumed at once.")
    return Terms(include_inferred=include_inferred, without=aside, assumed=granted)


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


def taking_part(participants: Collection[str], keys: Iterable[str]) -> list[str]:
    """Keep the statements that take part; say on standard error that others are the editor's."""
    wanted = list(keys)
    known = [key for key in wanted if key in participants]
    if number := len(wanted) - len(known):
        verb = agree(number, "is", "are")
        say(f"{number:,} of these {verb} the editor's; see --include-inferred")
    return known


def _meant(argument_map: "ArgumentMap", name: str) -> list[str]:
    """Find what a name means, an inference itself included."""
    from argmap.queries.find import Thing, find

    steps = [match.id for match in find(argument_map, name) if match.thing is Thing.INFERENCE]
    return steps or named(argument_map, name)
