"""``argmap list`` of a store."""

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.shared.context import FINDINGS, console, looking_up_names, print_json
from argmap.cli.shared.saying import say
from argmap.cli.shared.stores import asking, refuse_nearness

if TYPE_CHECKING:
    from argmap.queries.select import Selection


def answer(folder: Path, kind: str | None, selection: "Selection", *, main: bool, as_json: bool) -> None:
    """List statements; see the command."""
    refuse_nearness(selection, "argmap list")
    with asking(folder, include_inferred=selection.include_inferred) as engine:
        from argmap.corpus.choosing import choose
        from argmap.report.documents import document
        from argmap.report.notes import NOTHING_FITS
        from argmap.report.stores import documents, print_list

        with looking_up_names():
            chosen = choose(engine, selection, kind=kind, main=main, inferred=True)
        if as_json:
            print_json(document("list", statements=documents(chosen)))
        else:
            print_list(chosen, console())
        if not chosen.first(1):
            say(NOTHING_FITS)
            raise SystemExit(FINDINGS)
