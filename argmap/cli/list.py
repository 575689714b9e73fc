"""``argmap list``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import FINDINGS, console, load_map, looking_up_names, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_argument, map_options, selection_options
from argmap.cli.shared.saying import say
from argmap.cli.shared.stores import store_meant

if TYPE_CHECKING:
    from argmap.queries.select import Selection


@click.command("list")
@click.option(
    "--type", "kind", type=click.Choice(["claim", "rebuttal"]), help="Only claims, or only rebuttals."
)
@click.option("--main", is_flag=True, help="Only the main theses of their authors.")
@map_argument
@selection_options
@json_option
@keep_going_option
@map_options
def command(kind: str | None, selection: "Selection", *, main: bool, as_json: bool) -> None:
    r"""List the statements of the map.

    In a pipe each line is id, author and title, separated by tabs. What the editor infers is listed
    as inferred; --include-inferred lets it count for what is open. Exit code 1 where nothing fits.

    \b
    Examples:
      argmap list --by toft
      argmap list --main --by bordachev
      argmap list --type rebuttal | cut -f1
    """
    if store := store_meant():
        from argmap.cli.stores.list import answer

        answer(store, kind, selection, main=main, as_json=as_json)
        return
    from argmap.queries.listing import list_statements
    from argmap.queries.unanswered import find_standing

    argument_map = load_map()
    with looking_up_names():
        keys = list_statements(argument_map, selection, kind, main=main)
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    if as_json:
        from argmap.report.answer_documents import list_document

        print_json(list_document(argument_map, standing, keys))
    else:
        from argmap.report.listing import print_list

        print_list(argument_map, standing, keys, console())
    if not keys:
        from argmap.report.notes import NOTHING_FITS

        say(NOTHING_FITS)
        raise SystemExit(FINDINGS)
