"""``argmap search``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.context import FINDINGS, console, load_map, looking_up_names, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.naming import path_hint
from argmap.cli.shared.options import json_option, map_options, selection_options
from argmap.cli.shared.saying import say
from argmap.cli.shared.stores import store_meant

if TYPE_CHECKING:
    from argmap.queries.select import Selection


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@selection_options
@json_option
@keep_going_option
@map_options
def command(words: tuple[str, ...], selection: "Selection", *, as_json: bool) -> None:
    r"""Search titles, texts, quotes, tags and notes.

    Every word must occur, as the beginning of a word, in any case and script. Exit code 1 where nothing fits.

    \b
    Examples:
      argmap search nuclear
      argmap search turkey --by toft
    """
    if store := store_meant():
        from argmap.cli.stores.search import answer

        answer(store, words, selection, as_json=as_json)
        return
    from argmap.queries.search import search
    from argmap.queries.select import select_whatever_basis
    from argmap.queries.unanswered import find_standing

    argument_map = load_map()
    with looking_up_names():
        among = select_whatever_basis(argument_map, selection)
    hits = search(argument_map, " ".join(words), among)
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    if as_json:
        from argmap.report.answer_documents import search_document

        print_json(search_document(argument_map, standing, hits))
    elif hits:
        from argmap.report.hits import print_hits

        print_hits(argument_map, standing, hits, " ".join(words), console())
    if not hits:
        from argmap.report.notes import nothing_holds

        hint = "".join(path_hint(click.get_current_context(), word) for word in words)
        say(f"{nothing_holds(words)}{hint and '.'}{hint}")
        raise SystemExit(FINDINGS)
