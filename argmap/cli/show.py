"""``argmap show``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.completing import complete_names
from argmap.cli.context import console, load_map, no_match, print_json
from argmap.cli.options import json_option, map_options

if TYPE_CHECKING:
    from argmap.queries.find import Match


@click.command("show")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=complete_names)
@json_option
@map_options
def command(names: tuple[str, ...], *, as_json: bool) -> None:
    r"""Show a person, claim, rebuttal, source or tag.

    A NAME may be an id, a name or a part of one, in any script and case. Several words make one name;
    separate names with a comma.

    \b
    Examples:
      argmap show istomin
      argmap show Истомин
      argmap show istomin-binary-order --json
    """
    from argmap.queries.find import find, suggest

    argument_map = load_map()
    wanted = [name.strip() for name in " ".join(names).split(",") if name.strip()]
    matches: list[Match] = []
    for name in wanted:
        found = find(argument_map, name)
        if not found:
            no_match(name, suggest(argument_map, name))
        matches.extend(match for match in found if match not in matches)
    if as_json:
        from argmap.report.show_json import show_document

        print_json(show_document(argument_map, matches))
        return
    from argmap.report.show import print_matches

    print_matches(argument_map, matches, console())
