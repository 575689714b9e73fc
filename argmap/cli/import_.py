"""``argmap import``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from argmap.cli.shared import importing
from argmap.cli.shared.context import FINDINGS, UNUSABLE, usage
from argmap.cli.shared.saying import note
from argmap.formats.registry import BY_NAME, IMPORTS, describe_formats

if TYPE_CHECKING:
    from argmap.formats.base import Format


def _complete(ctx: click.Context, _: click.Parameter, start: str) -> list[CompletionItem]:
    """Complete the format, where the first word begins like one, else a file."""
    formats = [each.name for each in IMPORTS if each.name.startswith(start)]
    if start and formats and not ctx.params.get("words"):
        return [CompletionItem(name) for name in formats]
    return [CompletionItem(start, type="file")]


@click.command("import", epilog=describe_formats(IMPORTS))
@click.argument("words", nargs=-1, required=True, metavar="[FORMAT] FILE...", shell_complete=_complete)
@click.option(
    "-o",
    "--output",
    default="-",
    type=click.Path(allow_dash=True),
    metavar="FOLDER",
    help="The new map: a folder, a .yaml file, or - for standard output, which is the default.",
)
@click.option("--each", is_flag=True, help="Make a map of each file, in a folder of its own below FOLDER.")
@click.option(
    "--strict", is_flag=True, help="Write nothing and exit with 1 if anything cannot be carried over."
)
@click.option("--force", is_flag=True, help="Overwrite a map that is there already.")
@click.option("--keep-going", is_flag=True, help="Leave out files that cannot be read, and exit with 1.")
@click.option("-v", "--verbose", is_flag=True, help="Name every single thing that was not carried over.")
def command(
    words: tuple[str, ...],
    output: str,
    *,
    each: bool,
    strict: bool,
    force: bool,
    keep_going: bool,
    verbose: bool,
) -> None:
    """Make a map from files of another program.

    A FILE may be a folder, then all files in it are taken, or - for standard input. Without FORMAT the
    format is guessed from the name and content of each file, and files of a folder that look like none are
    left out. What could not be carried over is listed on standard error. Where only a part of a file is
    faulty, as one entry of a bibliography, the rest is imported, and the exit code is 1.

    \b
    Examples:
      argmap import debate.argdown -o debate
      argmap import aif nodeset17918.json -o qt30 --strict
      argmap import arggraph corpus/ -o microtexts --each
    """
    format_, files = _split(words)
    if each and output == "-":
        usage("--each needs -o FOLDER.")
    found = importing.find_files(files, format_)
    read = importing.read_files(found, format_, {Path(name) for name in files})
    if read.failed or read.faults:
        importing.print_faults([*read.failed, *read.faults])
    if read.failed and not (keep_going and read.maps):
        raise SystemExit(UNUSABLE)
    if not read.maps:
        usage(f"There is no file to import in {', '.join(files)}: none looks like a known format.")
    importing.print_losses(read.losses, every=verbose)
    if strict and (read.losses or read.faults):
        note("Nothing was written, because of --strict.")
        raise SystemExit(FINDINGS)
    _write(read, output, each=each, force=force)
    if read.failed or read.faults:
        raise SystemExit(FINDINGS)


def _split(words: tuple[str, ...]) -> tuple["Format | None", tuple[str, ...]]:
    """Tell the format from the files: the first word is one if a format has that name and more follows."""
    first = BY_NAME.get(words[0])
    if first is None or (len(words) == 1 and Path(words[0]).exists()):
        return None, words
    if not first.reads:
        usage(f"{first.title} can be exported, but not imported.")
    if len(words) == 1:
        usage(f"Which file? Write `argmap import {words[0]} FILE`.")
    return first, words[1:]


def _write(read: importing.Read, output: str, *, each: bool, force: bool) -> None:
    if output == "-":
        importing.print_map(read)
    elif each:
        importing.write_each(read, Path(output), force=force)
    else:
        importing.write_one(read, Path(output), force=force)
