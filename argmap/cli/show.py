"""``argmap show``."""

import click

from argmap.cli.shared.citing import bibliography_of, style_option
from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import console, load, looking_up_names, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.stores import store_meant


@click.command("show")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=complete_names)
@style_option
@json_option
@keep_going_option
@map_options
def command(names: tuple[str, ...], *, style: str | None, as_json: bool) -> None:
    r"""Show a person, claim, rebuttal, source or tag.

    A NAME may be an id, a name or a part of one, in any script and case, or the affiliation of people. Words
    that together name one thing mean that thing; else each of them, or what commas part, is a name. Exit code
    1 where nothing has such a name, with the nearest names.

    \b
    Examples:
      argmap show istomin
      argmap show Истомин
      argmap show istomin-binary-order --json
      argmap show bordachev --style apa
    """
    if store := store_meant():
        from argmap.cli.stores.show import answer

        answer(store, names, as_json=as_json)
        return
    from argmap.queries.select import matches_meant

    loaded = load()
    with looking_up_names():
        matches = matches_meant(loaded.map, names)
    if as_json:
        from argmap.report.show_json import show_document

        print_json(show_document(loaded.map, matches))
        return
    from argmap.report.show import print_matches

    print_matches(loaded.map, matches, console(), bibliography_of(loaded, style))
