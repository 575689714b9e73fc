"""What claims and rebuttals have in common when they are added: options, and a look at the quote."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from argmap.cli.shared.completing import complete_names, complete_people, complete_sources, complete_tags
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded
    from argmap.model import Claim, Rebuttal

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS: Final = (
    click.option("--id", metavar="ID", help="Its id; by default made of the author and the first words."),
    click.option("--by", metavar="PERSON", shell_complete=complete_people, help="Who says it."),
    click.option("--title", metavar="WORDS", help="A few words for lists and diagrams."),
    click.option(
        "--source",
        metavar="'WORK, PLACE'",
        shell_complete=complete_sources,
        help="Where it was said, such as 'minutes, p. 3'.",
    ),
    click.option("--quote", metavar="WORDS", help="A short phrase, word for word from the source."),
    click.option(
        "--tag",
        "tags",
        multiple=True,
        metavar="TAG",
        shell_complete=complete_tags,
        help="A topic.",
    ),
    click.option(
        "--because",
        multiple=True,
        metavar="NAME[,NAME]",
        shell_complete=complete_names,
        help="A reason: a premise, or several with commas between that support only jointly; repeatable.",
    ),
    click.option(
        "--restates", multiple=True, metavar="NAME", shell_complete=complete_names, help="What it says again."
    ),
    click.option("--weight", type=click.FloatRange(0, 1), help="How credible it is on its own."),
    click.option("--note", metavar="WORDS", help="A remark of the editor's."),
    click.option("--inferred", is_flag=True, help="Nobody voiced it: the editor supplies it."),
    click.option("--create", is_flag=True, help="Add a person or source that the map does not have."),
    click.option("--file", metavar="FILE", help="The file of the map to put it in."),
)


def statement_options(command: _Command) -> _Command:
    """Add the fields that claims and rebuttals share."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def look_up_quote(loaded: "Loaded", statement: "Claim | Rebuttal") -> None:
    """Look a quote up in the copy of its source at once, and say on standard error what is wrong with it."""
    from argmap.authoring.adding import doubts_of_quote

    for message in doubts_of_quote(loaded, statement):
        say(message)
