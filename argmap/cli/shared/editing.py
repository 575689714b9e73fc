"""What every command that changes a map needs: the map, ``--dry-run`` and ``--json``, and the way out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from argmap.cli.shared.context import UNUSABLE, maps_meant, no_match, print_json, read_found, refuse, usage
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import ask, note, print_line, print_text, say

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.authoring.change import Change
    from argmap.authoring.names import Names
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap

_Command = TypeVar("_Command", bound=Callable[..., Any])


def editing_options(command: _Command) -> _Command:
    """Add ``--dry-run``, ``--json``, ``--map`` and ``--color``."""
    command = click.option(
        "--dry-run", is_flag=True, help="Write nothing; print what would change as a diff."
    )(command)
    return map_options(json_option(command))


def map_to_edit() -> "FoundMap":
    """Find the map that is to be changed; leave with 2 where nobody named one."""
    return maps_meant(writes=True)[0]


def load_to_edit() -> "Loaded":
    """Read the map that is to be changed; leave with 2 where nobody named one, or where it has errors."""
    loaded = read_found(map_to_edit())
    if loaded.errors:
        refuse(loaded.errors, loaded)
    return loaded


@contextmanager
def leaving_where_refused() -> Iterator[None]:
    """Leave with 1 where a name means nothing, with 2 where a change cannot be made; say why."""
    from argmap.authoring.refusals import NotDeclaredError, RefusedRequestError, UnfitRequestError
    from argmap.editing.refusal import EditRefusedError
    from argmap.queries.select import NoMatchError

    try:
        yield
    except NotDeclaredError as error:
        no_match(error.name, error.suggestions, hint=f"--create adds `{error.name}`")
    except NoMatchError as error:
        no_match(error.name, error.suggestions)
    except UnfitRequestError as error:
        usage(str(error))
    except RefusedRequestError as error:
        for line in error.details:
            note(line)
        stop(str(error))
    except EditRefusedError as error:
        stop(str(error))


def names_of(loaded: "Loaded") -> "Names":
    """Give what tells names of a map apart, and asks on a terminal."""
    from argmap.cli.shared.asking import AskingNames

    return AskingNames(loaded.map)


def record_named(argument_map: "ArgumentMap", name: str) -> tuple[str, str]:
    """Find the section and the key of the one record that a name means; else leave."""
    from argmap.cli.shared.asking import AskingNames

    with leaving_where_refused():
        return AskingNames(argument_map).record(name)


def carry_out(change: "Change", *, dry_run: bool, as_json: bool) -> None:
    """Write a change, or show it; leave with 2 where it is refused.

    Args:
        change: what is to change, and what is told of it.
        dry_run: whether only to show the diff.
        as_json: whether to print a document.
    """
    from argmap.authoring import change as changing
    from argmap.cli.shared.output import refuse_write

    for line in change.notes:
        say(line)
    try:
        with leaving_where_refused():
            carried = changing.carry_out(change, dry_run=dry_run, with_diff=dry_run or as_json)
    except OSError as error:
        refuse_write(error.filename or "a file", error)
    if as_json:
        print_json(changing.change_document(change, carried, dry_run=dry_run))
    elif dry_run:
        print_text(carried.diff)
    else:
        for line in change.told:
            print_line(line)


def stop(message: str) -> NoReturn:
    """Leave with 2 over an edit that cannot be made."""
    say(message)
    raise SystemExit(UNUSABLE)


def is_interactive() -> bool:
    """Tell whether somebody is there to answer questions."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def given_or_asked(value: str | None, what: str, question: str) -> str:
    """Give a value, ask for it on a terminal, or leave with 2 naming what is missing.

    Args:
        value: what the command line says, if anything.
        what: how to give it there.
        question: what to ask.
    """
    if value is not None and value.strip():
        return value
    if not is_interactive():
        usage(f"{what} is missing.")
    answer: str = ask(question)
    return answer
