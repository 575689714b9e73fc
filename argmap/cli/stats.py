"""``argmap stats``."""

import click

from argmap.cli.shared.context import console, load_map, print_json
from argmap.cli.shared.options import json_option, map_options


@click.command("stats")
@json_option
@map_options
def command(*, as_json: bool) -> None:
    r"""Count what the map holds: by kind of attack, bucket, source, tag and person.

    For each person: claims; how many of them are challenged; challenges and replies made; replies that the
    person owes, and is owed.

    \b
    Examples:
      argmap stats
      argmap stats --json
      for map in maps/*; do argmap --map "$map" stats --json; done
    """
    from argmap.queries.stats import count

    argument_map = load_map()
    stats = count(argument_map)
    if as_json:
        from dataclasses import asdict

        from argmap.report.documents import document

        print_json(document("stats", **asdict(stats)))
    else:
        from argmap.report.stats import print_stats

        print_stats(argument_map, stats, console())
