"""``argmap status`` of a store."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.shared.context import FINDINGS, console, looking_up_names, print_json
from argmap.cli.shared.stores import asking, refuse_nearness

if TYPE_CHECKING:
    from argmap.queries.select import Selection


def answer(folder: Path, names: Sequence[str], selection: "Selection", *, as_json: bool) -> None:
    """Count what is in, out and undecided under grounded semantics; see the command."""
    refuse_nearness(selection, "argmap status")
    with asking(folder, include_inferred=selection.include_inferred) as engine:
        from argmap.corpus.choosing import among, choose
        from argmap.corpus.naming import statements_meant
        from argmap.report.stores import print_status, status_document

        with looking_up_names():
            chosen = choose(engine, selection)
            if names:
                nodes = [node for name in names for node in statements_meant(engine, name)]
                chosen = among(chosen, nodes)
        if as_json:
            print_json(status_document(chosen))
        else:
            print_status(chosen, console())
        if not chosen.first(1):
            raise SystemExit(FINDINGS)
