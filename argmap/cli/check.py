"""``argmap check``."""

import click

from argmap.cli.context import FINDINGS, UNUSABLE, console, read_map
from argmap.cli.options import map_options


@click.command("check")
@map_options
def command() -> None:
    """Report what is wrong or doubtful in a map."""
    from argmap.report.diagnostics import print_diagnostics

    loaded = read_map()
    print_diagnostics(loaded.diagnostics, loaded.places, console())
    raise SystemExit(UNUSABLE if loaded.errors else FINDINGS if loaded.diagnostics else 0)
