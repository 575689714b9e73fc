"""``argmap export``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from argmap.cli.shared.citing import bibliography_of, style_option
from argmap.cli.shared.context import FINDINGS, UNUSABLE, load, selected, usage
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import map_argument, map_options, selection_options
from argmap.cli.shared.saying import note, print_data, say
from argmap.formats.base import ExportError
from argmap.formats.registry import (
    BY_NAME,
    EXPORTS,
    MeaninglessChoiceError,
    describe_formats,
    refuse_meaningless,
)
from argmap.text.lists import and_list, or_list

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.citations.bibliography import Bibliography
    from argmap.files.assembling import Loaded
    from argmap.formats.base import Exported
    from argmap.queries.select import Selection

_Command = TypeVar("_Command", bound=Callable[..., Any])
_CHOICES: Final = {choice.name: choice for format_ in EXPORTS for choice in format_.choices}


def _format_options(command: _Command) -> _Command:
    """Add an option for whatever formats leave to the user."""
    for choice in reversed(_CHOICES.values()):
        shown = f"{choice.help}  [default: {choice.values[0]}]"
        command = click.option(f"--{choice.name}", type=click.Choice(choice.values), help=shown)(command)
    return command


@click.command("export", epilog=describe_formats(EXPORTS))
@click.argument("name", metavar="FORMAT", type=click.Choice([each.name for each in EXPORTS]))
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default="-",
    metavar="FILE",
    help="Where to write; - is standard output.",
)
@click.option(
    "--strict", is_flag=True, help="Write nothing and exit with 1 if anything cannot be carried over."
)
@_format_options
@style_option
@click.option("-v", "--verbose", is_flag=True, help="Name every single thing that was not carried over.")
@map_argument
@selection_options
@keep_going_option
@map_options
def command(
    name: str,
    output: str,
    selection: "Selection",
    *,
    strict: bool,
    verbose: bool,
    style: str | None,
    **options: str | None,
) -> None:
    """Write the map, or a part of it, in the format of another program.

    What could not be carried over is listed on standard error. The whole map holds what only the editor
    sees as well, a part does so with --include-inferred, and where a stated rebuttal attacks it. A part
    has the relations among its statements, and the people and sources of them. Exit code 1 where no
    statement fits.

    \b
    Examples:
      argmap export argdown -o debate.argdown
      argmap export aif > debate.json
      argmap export canvas --focus istomin --depth 2 -o istomin.canvas
      argmap export markdown --arrange person --cite pandoc -o report.md
    """
    from argmap.cli.shared.importing import print_losses
    from argmap.cli.shared.output import write_output, write_parts

    path = _file(output)
    chosen = _chosen(name, options)
    try:
        loaded = load(around=selection.focus)
        part = _part(loaded.map, selection)
        works = _works(name, replace(loaded, map=part), style)
        exported = BY_NAME[name].write(part, stem=path.stem if path else None, works=works, **chosen)
    except ExportError as error:
        say(f"{error}")
        raise SystemExit(UNUSABLE) from None
    print_losses(exported.losses, every=verbose)
    if exported.note:
        note(exported.note)
    if strict and exported.losses:
        note("Nothing was written, because of --strict.")
        raise SystemExit(FINDINGS)
    if output == "-":
        print_data(exported.data)
    elif exported.parts:
        write_parts(exported.parts_named(Path(output)))
    elif exported.beside:
        _write_with_others(Path(output), exported)
    else:
        write_output(Path(output), exported.data)


def _part(argument_map: "ArgumentMap", selection: "Selection") -> "ArgumentMap":
    """Take what is selected, and say what goes with the rest; leave with 1 where that is nothing."""
    if selection.is_everything:
        return argument_map
    from argmap.queries.part import part_of
    from argmap.report.notes import NOTHING_FITS, selected_of

    part = part_of(argument_map, selected(argument_map, selection))
    if not part.map.statements:
        say(NOTHING_FITS)
        raise SystemExit(FINDINGS)
    note(selected_of(part, argument_map))
    return part.map


def _file(output: str) -> Path | None:
    """Give the file that is written; None for standard output, pipes and devices."""
    path = Path(output)
    return None if output == "-" or (path.exists() and not path.is_file()) else path


def _works(name: str, loaded: "Loaded", style: str | None) -> "Bibliography | None":
    """Give the works as they are cited; leave with 2 where a style says nothing of the format."""
    _refuse_meaningless(name, () if style is None else ("style",))
    return bibliography_of(loaded, style) if BY_NAME[name].cites_works else None


def _chosen(name: str, options: Mapping[str, str | None]) -> dict[str, str]:
    """Take what was chosen; leave with 2 where the format has no such choice."""
    chosen = {option: value for option, value in options.items() if value is not None}
    _refuse_meaningless(name, chosen)
    return chosen


def _refuse_meaningless(name: str, options: Iterable[str]) -> None:
    try:
        refuse_meaningless(BY_NAME[name], options)
    except MeaninglessChoiceError as error:
        usage(f"--{error.option} is for {or_list(error.goes_with)}, and says nothing of {name}.")


def _write_with_others(path: Path, exported: "Exported") -> None:
    """Write a file and those beside it, all or none; a link that the user named is followed."""
    from argmap.cli.shared.output import write_parts

    others = _beside(path, exported)
    write_parts({path.resolve(): exported.data, **others})
    say(f"{and_list(str(other) for other in others)} written")


def _beside(path: Path, exported: "Exported") -> dict[Path, bytes]:
    """Name the files beside a file; leave with 2 over one of that name that argmap did not write."""
    from argmap.cli.shared.output import refuse_write

    files = exported.beside_named(path)
    for beside, data in files.items():
        if beside == path:
            usage(f"{path} ends like the file that is to stand beside it; end it in .md.")
        try:
            begins = beside.read_bytes().partition(b"\n")[0]
        except FileNotFoundError:
            continue
        except OSError as error:
            refuse_write(beside, error)
        if begins != data.partition(b"\n")[0]:
            say(f"{beside} is there already and is not argmap's: rename it, or give -o another name")
            raise SystemExit(UNUSABLE)
    return files
