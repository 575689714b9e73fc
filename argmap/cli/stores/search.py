"""``argmap search`` of a store."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.shared.context import FINDINGS, console, looking_up_names, print_json
from argmap.cli.shared.saying import say
from argmap.cli.shared.stores import asking, refuse_nearness

if TYPE_CHECKING:
    from argmap.queries.select import Selection


def answer(folder: Path, words: Sequence[str], selection: "Selection", *, as_json: bool) -> None:
    """List the statements that hold words; see the command."""
    refuse_nearness(selection, "argmap search")
    with asking(folder, include_inferred=selection.include_inferred) as engine:
        from argmap.corpus.choosing import choose
        from argmap.corpus.searching import holding
        from argmap.report.documents import document
        from argmap.report.notes import nothing_holds
        from argmap.report.stores import documents, print_list

        with looking_up_names():
            found = holding(choose(engine, selection, inferred=True), words)
        if as_json:
            print_json(document("search", matches=documents(found)))
        else:
            print_list(found, console())
        if not found.first(1):
            say(nothing_holds(words))
            raise SystemExit(FINDINGS)
