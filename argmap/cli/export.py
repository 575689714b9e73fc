"""``argmap export``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import FINDINGS, UNUSABLE, load_map, selected
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import map_argument, map_options, selection_options
from argmap.cli.shared.saying import note, print_data, say
from argmap.formats.base import ExportError
from argmap.formats.registry import BY_NAME, EXPORTS, describe_formats
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.formats.base import Exported
    from argmap.queries.select import Selection


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
@click.option("-v", "--verbose", is_flag=True, help="Name every single thing that was not carried over.")
@map_argument
@selection_options
@keep_going_option
@map_options
def command(name: str, output: str, selection: "Selection", *, strict: bool, verbose: bool) -> None:
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
    """
    from argmap.cli.shared.importing import print_losses
    from argmap.cli.shared.output import write_output, write_parts

    try:
        exported = BY_NAME[name].write(_part(load_map(), selection))
    except ExportError as error:
        say(f"{error}")
        raise SystemExit(UNUSABLE) from None
    print_losses(exported.losses, every=verbose)
    if strict and exported.losses:
        note("Nothing was written, because of --strict.")
        raise SystemExit(FINDINGS)
    data = exported.text if isinstance(exported.text, bytes) else exported.text.encode()
    if output == "-":
        print_data(data)
    elif exported.parts:
        write_parts(_parts(Path(output), exported))
    else:
        write_output(Path(output), data)


def _part(argument_map: "ArgumentMap", selection: "Selection") -> "ArgumentMap":
    """Take what is selected, and say what goes with the rest; leave with 1 where that is nothing."""
    if selection.is_everything:
        return argument_map
    from argmap.queries.part import part_of

    part = part_of(argument_map, selected(argument_map, selection))
    if not part.map.statements:
        say("no statement of this map fits")
        raise SystemExit(FINDINGS)
    told = f"Selected {len(part.map.statements):,} of {len(argument_map.statements):,} statements"
    beyond = {"inference": part.inferences, "attack": part.attacks}
    if any(beyond.values()):
        listed = ", ".join(count(n, name) for name, n in beyond.items() if n)
        told += f"; left out, since they reach beyond: {listed}"
    note(f"{told}.")
    return part.map


def _parts(path: Path, exported: "Exported") -> dict[Path, bytes]:
    """Name the files of a format of several parts, ``name.part.ending`` each."""
    return {path.with_suffix(f".{part}{path.suffix}"): text.encode() for part, text in exported.parts}
