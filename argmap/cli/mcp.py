"""``argmap mcp``."""

from pathlib import Path

import click

from argmap.cli.shared.context import maps_meant, usage
from argmap.cli.shared.extras import needing
from argmap.cli.shared.options import map_argument, map_options
from argmap.cli.streams import give_streams


@click.command("mcp")
@click.option("--write", is_flag=True, help="Let tools change the map; else they show what would change.")
@map_argument
@map_options
def command(*, write: bool) -> None:
    r"""Serve a map to an assistant: tools to query, check and change it.

    The server speaks the Model Context Protocol on standard input and output, and is started by the
    assistant's program; docs/mcp.md says how. It needs `pip install "argmap[mcp]"`. Texts of the map are
    marked as data in every answer. It never takes the sample map for another.

    \b
    Examples:
      argmap mcp debate
      argmap mcp debate --write
    """
    found = maps_meant(judges=True)[0]
    if found.path == Path("-"):
        usage("Standard input carries the messages of the assistant, and cannot be the map as well.")
    with needing("the server for assistants is not installed", 'python -m pip install "argmap[mcp]"'):
        from argmap.mcp.server import serve
    from argmap.files.find import find_map

    start = Path.cwd()
    serve(*give_streams(), lambda: find_map(found.name, start), write=write)
