"""``argmap stats`` of a store."""

from pathlib import Path

from argmap.cli.shared.context import FINDINGS, console, print_json
from argmap.cli.shared.stores import asking


def answer(folder: Path, *, as_json: bool) -> None:
    """Count what a store holds; see the command. Leaves with 1 where a map of it could not be read."""
    with asking(folder) as engine:
        from argmap.corpus.counting import count
        from argmap.report.stores import print_stats, stats_document

        found = count(engine)
    if as_json:
        print_json(stats_document(found))
    else:
        print_stats(found, console())
    if found.faults:
        raise SystemExit(FINDINGS)
