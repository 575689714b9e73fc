"""``argmap show`` of a store."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.shared.context import console, looking_up_names, print_json, usage
from argmap.cli.shared.stores import asking_about_names

if TYPE_CHECKING:
    from argmap.corpus.engine import Engine


def answer(folder: Path, names: Sequence[str], *, as_json: bool) -> None:
    """Show statements and people; see the command."""
    with asking_about_names(folder) as (store, engine):
        from argmap.corpus.focus import focus
        from argmap.corpus.naming import people_called, statements_called, statements_meant
        from argmap.corpus.part import load_part
        from argmap.queries.find import Match, Thing

        nodes: list[int] = []
        people: list[str] = []
        with looking_up_names():
            together = statements_called(engine, " ".join(names))
            for name in (" ".join(names),) if together else names:
                found = together if together or len(names) == 1 else statements_called(engine, name)
                if not found and people_called(engine, name):
                    people.append(name)
                else:
                    nodes += found or statements_meant(engine, name)
        if people and as_json:
            usage(
                f"--json shows statements of a store; `argmap list --by {people[0]} --json` lists a person's."
            )
        # What is named twice is shown once.
        nodes = list(dict.fromkeys(nodes))
        focus(engine, store, nodes)
        part = load_part(engine, nodes, threads=True)
        matches = [
            Match(Thing.REBUTTAL if key in part.map.rebuttals else Thing.CLAIM, key) for key in part.keys
        ]
        if as_json:
            from argmap.report.show_json import show_document

            print_json(show_document(part.map, matches, part.standing))
        elif matches:
            from argmap.report.show import print_matches

            print_matches(part.map, matches, console(), standing=part.standing)
        if people:
            store.show_to(engine)
            _print_people(engine, people)


def _print_people(engine: "Engine", names: Sequence[str]) -> None:
    from argmap.corpus.choosing import said_by
    from argmap.corpus.naming import people_called
    from argmap.corpus.tallies import find_debts, tally
    from argmap.report.stores import print_person

    find_debts(engine)
    for name in names:
        chosen = said_by(engine, people_called(engine, name))
        print_person(tally(engine, 5, people_called(engine, name)), chosen, console())
