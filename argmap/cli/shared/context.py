"""What every command needs first: its map, its console, its way out."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from argmap.cli.shared.naming import find_named_maps, how_to_name, path_hint
from argmap.cli.shared.saying import note, print_document, say
from argmap.corpus.layout import is_store

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.diagnostics import Diagnostic
    from argmap.files.assembling import Loaded
    from argmap.files.find import FoundMap
    from argmap.queries.select import Selection
    from argmap.report.console import PaintingConsole

FINDINGS = 1
UNUSABLE = 2
_SAMPLE = "no map in this folder or above it, so this is the sample map; name another with --map"
_MOST_NAMED = 10


def maps_meant(*, judges: bool = False, writes: bool = False) -> "tuple[FoundMap, ...]":
    """Find the maps that the command line, the environment or the folder names.

    Args:
        judges: whether the command passes judgement; then the sample map never stands in for another, and
            where there is none it leaves with 2.
        writes: whether the command changes the map, for which the same holds.
    """
    maps = find_named_maps(click.get_current_context())
    if any(found.is_sample for found in maps):
        if judges or writes:
            _refuse_sample("judges" if judges else "changes")
        say(_SAMPLE)
    return maps


def _refuse_sample(does: str) -> NoReturn:
    from argmap.files.disk.listing import shown_name
    from argmap.files.nearby import maps_below

    context = click.get_current_context()
    near = [shown_name(path) for path in maps_below(Path.cwd(), _MOST_NAMED)]
    lines = [f"no map in this folder or above it, and `{context.command_path}` {does} none that nobody named"]
    if near:
        lines += [
            f"maps nearby: {', '.join(near)}",
            f"hint: name one, as in `{how_to_name(context, near[0])}`",
        ]
    else:
        how = how_to_name(context, "FOLDER")
        lines.append(
            f"hint: name one, as in `{how}`; a map is a folder of .yaml files with a `claims:` section"
        )
    say(lines[0])
    for line in lines[1:]:
        note(line)
    raise SystemExit(UNUSABLE)


def read_map(*, judges: bool = False) -> "Loaded":
    """Read the map that is meant, faults and all.

    Args:
        judges: as in `maps_meant`.
    """
    return read_found(maps_meant(judges=judges)[0])


def read_found(found: "FoundMap") -> "Loaded":
    """Read a map, faults and all, those of the settings among them that do not tell where it is."""
    if is_store(found.path):
        command = click.get_current_context().command_path
        usage(
            f"{found.shown} is a store, and `{command}` reads maps of YAML files; "
            "`argmap index --help` says what a store answers."
        )
    from argmap.files.load import read_found as read

    return read(found)


def load_map(*, judges: bool = False, around: Sequence[str] | None = None) -> "ArgumentMap":
    """Read the map; where it has errors, print them all and leave with 2, unless ``--keep-going`` is given.

    Args:
        judges: as in `maps_meant`.
        around: of a store, the names around which to read; None where the command needs the whole map.
    """
    return load(judges=judges, around=around).map


def load(*, judges: bool = False, around: Sequence[str] | None = None) -> "Loaded":
    """Read the map as `load_map` does, and what is known of its files.

    Args:
        judges: as in `maps_meant`.
        around: of a store, the names around which to read; None where the command needs the whole map.
    """
    found = maps_meant(judges=judges)[0]
    if is_store(found.path):
        from argmap.cli.shared.stores import load_around

        return read_found(found) if around is None else load_around(found.path, around)
    return usable(read_found(found)) or leave_unusable()


def load_found(found: "FoundMap") -> "ArgumentMap":
    """Read a map that was found, as `load_map` does."""
    return (usable(read_found(found)) or leave_unusable()).map


def usable(loaded: "Loaded") -> "Loaded | None":
    """Give a map that queries can be asked about; where it has errors, print them all.

    Returns:
        The map; where it has errors, what can be read of it if ``--keep-going`` is given and that is
        anything, else None.
    """
    if not loaded.errors:
        return loaded
    print_findings(loaded.errors, loaded)
    from argmap.cli.shared.keeping_going import readable_part

    return readable_part(loaded)


def refuse(findings: "Sequence[Diagnostic]", loaded: "Loaded") -> NoReturn:
    """Print what makes a map or its settings unusable, and leave with 2."""
    print_findings(findings, loaded)
    leave_unusable()


def leave_unusable() -> NoReturn:
    """Leave with 2, after what is wrong was printed."""
    raise SystemExit(UNUSABLE)


def print_findings(findings: "Sequence[Diagnostic]", loaded: "Loaded") -> None:
    """Print findings on standard error, as `check` prints them."""
    from argmap.report.diagnostics import print_diagnostics

    print_diagnostics(findings, loaded.places, console(stderr=True))


def console(*, stderr: bool = False) -> "PaintingConsole":
    """Make the console that results, or with ``stderr`` everything else, go to."""
    from argmap.report.console import make_console

    return make_console(_options().get("color"), stderr=stderr)


def print_json(document: "Mapping[str, object]", *, fractions: bool = False) -> None:
    """Print a document as indented JSON, in UTF-8.

    Args:
        document: what to print.
        fractions: whether it may hold numbers that are not whole.
    """
    from argmap.report.indented_json import indented_with_fractions, pieces

    print_document([indented_with_fractions(document)] if fractions else pieces(document))


def no_match(name: str, suggestions: Sequence[str], hint: str = "") -> NoReturn:
    """Leave with 1 over a name that means nothing, naming what may have been meant."""
    from argmap.queries.select import NoMatchError

    told = (f" {hint}." if hint else "") + path_hint(click.get_current_context(), name)
    say(f"{NoMatchError(name, suggestions)}{told}")
    raise SystemExit(FINDINGS)


@contextmanager
def looking_up_names() -> Iterator[None]:
    """Leave with 1 where a name that is looked up inside means nothing."""
    from argmap.queries.select import NoMatchError

    try:
        yield
    except NoMatchError as error:
        no_match(error.name, error.suggestions)


def selected(argument_map: "ArgumentMap", selection: "Selection") -> tuple[str, ...]:
    """Choose statements; leave with 1 where a name means nothing."""
    from argmap.queries.select import select

    with looking_up_names():
        return select(argument_map, selection)


def usage(message: str) -> NoReturn:
    """Leave with 2 over a command line that cannot be followed.

    Raises:
        UsageError: always.
    """
    raise click.UsageError(message)


def _options() -> dict[str, object]:
    context = click.get_current_context()
    options: dict[str, object] = context.ensure_object(dict)
    return options
