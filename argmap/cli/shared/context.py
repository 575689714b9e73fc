"""What every command needs first: its map, its console, its way out."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from rich.console import Console

    from argmap.argument_map import ArgumentMap
    from argmap.diagnostics import Diagnostic
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.queries.select import Selection

FINDINGS = 1
UNUSABLE = 2
_SAMPLE = "argmap: no map in this folder or above it, so this is the sample map; name another with --map"


def read_map() -> "Loaded":
    """Read the map that the command line, the environment or the folder names, faults and all."""
    from argmap.files.load import read_map as read

    found = find_named_map(click.get_current_context())
    if found.is_sample:
        click.echo(_SAMPLE, err=True)
    return read(found.path)


def load_map() -> "ArgumentMap":
    """Read the map; where it has errors, print them all and leave with 2."""
    return load().map


def load() -> "Loaded":
    """Read the map and what is known of its files; where it has errors, print them all and leave with 2."""
    loaded = read_map()
    if loaded.errors:
        refuse(loaded.errors, loaded)
    return loaded


def refuse(findings: "Sequence[Diagnostic]", loaded: "Loaded") -> NoReturn:
    """Print what makes a map or its settings unusable, and leave with 2."""
    from argmap.report.diagnostics import print_diagnostics

    print_diagnostics(findings, loaded.places, console(stderr=True))
    raise SystemExit(UNUSABLE)


def console(*, stderr: bool = False) -> "Console":
    """Make the console that results, or with ``stderr`` everything else, go to."""
    from argmap.report.console import make_console

    return make_console(_options().get("color"), stderr=stderr)


def print_json(document: object, *, fractions: bool = False) -> None:
    """Print a document as indented JSON, in UTF-8.

    Args:
        document: what to print.
        fractions: whether it may hold numbers that are not whole.
    """
    from argmap.report.indented_json import indented, indented_with_fractions

    write = indented_with_fractions if fractions else indented
    sys.stdout.write(write(document))
    sys.stdout.write("\n")


def no_match(name: str, suggestions: Sequence[str], hint: str = "") -> NoReturn:
    """Leave with 1 over a name that means nothing, naming what may have been meant."""
    from argmap.text.nearest import quoted

    near = quoted(suggestions, "Did you mean")
    told = near or "`argmap list` names the statements, `argmap stats` people, sources and tags."
    click.echo(f"argmap: nothing here is called `{name}`. {told}{f' {hint}.' if hint else ''}", err=True)
    raise SystemExit(FINDINGS)


def selected(argument_map: "ArgumentMap", selection: "Selection") -> tuple[str, ...]:
    """Choose statements; leave with 1 where a name means nothing."""
    from argmap.queries.select import NoMatchError, select

    try:
        return select(argument_map, selection)
    except NoMatchError as error:
        no_match(error.name, error.suggestions)


def selected_whatever_basis(argument_map: "ArgumentMap", selection: "Selection") -> tuple[str, ...]:
    """Choose statements, those that only the editor sees among them: a list marks them."""
    from dataclasses import replace

    return selected(argument_map, replace(selection, include_inferred=True))


def selected_people(argument_map: "ArgumentMap", names: Iterable[str]) -> set[str]:
    """Find people; leave with 1 where a name means nobody."""
    from argmap.queries.select import NoMatchError, people_named

    try:
        return people_named(argument_map, names)
    except NoMatchError as error:
        no_match(error.name, error.suggestions)


def named(argument_map: "ArgumentMap", name: str) -> list[str]:
    """Find the statements that a name means; leave with 1 where it means nothing."""
    from argmap.queries.select import NoMatchError, statements_named

    try:
        return statements_named(argument_map, name)
    except NoMatchError as error:
        no_match(error.name, error.suggestions)


def statements_meant(argument_map: "ArgumentMap", words: Sequence[str]) -> list[str]:
    """Find the statements that words on the command line mean; leave with 1 where one means nothing."""
    from argmap.queries.find import names_in

    wanted = names_in(argument_map, words)
    return list(dict.fromkeys(key for name in wanted for key in named(argument_map, name)))


def usage(message: str) -> NoReturn:
    """Leave with 2 over a command line that cannot be followed.

    Raises:
        UsageError: always.
    """
    raise click.UsageError(message)


def find_named_map(context: click.Context) -> "FoundMap":
    """Find the map that the command line, the environment or the folder names."""
    from argmap.files.find import find_map

    options: dict[str, object] = context.ensure_object(dict)
    # Before the command it is a parameter of the group, which completion parses but does not run.
    before = context.find_root().params.get("map_path")
    named = options.get("map_path") or before or os.environ.get("ARGMAP_MAP")
    return find_map(Path(str(named)) if named else None, Path.cwd())


def _options() -> dict[str, object]:
    context = click.get_current_context()
    options: dict[str, object] = context.ensure_object(dict)
    return options
