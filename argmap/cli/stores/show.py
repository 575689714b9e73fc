"""``argmap show`` of a store."""

from collections.abc import Sequence
from pathlib import Path

from argmap.cli.shared.context import console, looking_up_names, print_json, usage
from argmap.cli.shared.stores import asking


def answer(folder: Path, names: Sequence[str], *, as_json: bool) -> None:
    """Show statements and people; see the command."""
    with asking(folder) as engine:
        from argmap.corpus.choosing import said_by
        from argmap.corpus.naming import people_called, statements_called, statements_meant
        from argmap.corpus.part import load_part
        from argmap.corpus.tallies import find_debts, tally
        from argmap.queries.find import Match, Thing
        from argmap.report.show import print_matches
        from argmap.report.show_json import show_document
        from argmap.report.stores import print_person

        nodes: list[int] = []
        people: list[str] = []
        with looking_up_names():
            for name in (" ".join(names),) if statements_called(engine, " ".join(names)) else names:
                found = statements_called(engine, name)
                if not found and people_called(engine, name):
                    people.append(name)
                else:
                    nodes += found or statements_meant(engine, name)
        if people and as_json:
            usage(
                f"--json shows statements of a store; `argmap list --by {people[0]} --json` lists a person's."
            )
        part = load_part(engine, nodes, threads=True)
        matches = [
            Match(Thing.REBUTTAL if key in part.map.rebuttals else Thing.CLAIM, key) for key in part.keys
        ]
        if as_json:
            print_json(show_document(part.map, matches, part.standing))
        elif matches:
            print_matches(part.map, matches, console(), standing=part.standing)
        if people:
            find_debts(engine)
        for name in people:
            chosen = said_by(engine, people_called(engine, name))
            print_person(tally(engine, 5, people_called(engine, name)), chosen, console())
