"""``argmap dropped``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_people
from argmap.cli.shared.context import FINDINGS, console, load_map, looking_up_names, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import (
    json_option,
    map_argument,
    map_options,
    selection_options_without_by,
)
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.queries.select import Selection


@click.command("dropped")
@click.option(
    "--by",
    "--owed-by",
    multiple=True,
    metavar="PERSON",
    shell_complete=complete_people,
    help="Only what PERSON passed over.",
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["dropped", "unplaced"]),
    help="Exit with 1 if something was dropped, or could not be placed, for CI.",
)
@map_argument
@selection_options_without_by
@json_option
@keep_going_option
@map_options
def command(
    by: tuple[str, ...],
    fail_on: tuple[str, ...],
    selection: "Selection",
    *,
    as_json: bool,
) -> None:
    r"""List the challenges and replies that were passed over, by who owes the answer.

    Something is dropped if it attacks what a person said, nobody answered it, no marker ends it, and the
    person spoke again later. The order is that of the map's `sequence`, else of the dates of the works; the
    later works are named. A person speaks in the works that own statements are traced to, and in those that
    name the person as an author, even if nothing was said to the point. Of a joint voice, the works of its
    members count as well, and of a member those of the joint voice.

    What the order of works does not tell is counted in the last line.

    \b
    Examples:
      argmap dropped
      argmap dropped --by bordachev --json
      argmap dropped class/ada --fail-on dropped
    """
    from argmap.queries.select import people_named, select
    from argmap.queries.unanswered import find_standing, narrow_drops
    from argmap.report.dropped import dropped_document, print_dropped

    argument_map = load_map(judges=bool(fail_on))
    inferred = selection.include_inferred
    standing = find_standing(argument_map, include_inferred=inferred)
    with looking_up_names():
        chosen = select(argument_map, selection)
        people = people_named(argument_map, by)
    standing = narrow_drops(argument_map, standing, chosen, by=people, include_inferred=inferred)
    drops = standing.drops
    if as_json:
        print_json(dropped_document(argument_map, standing))
    else:
        print_dropped(argument_map, standing, console())
    found = {"dropped": len(drops.passed_over), "unplaced": len(drops.unplaced)}
    if failed := [kind for kind in dict.fromkeys(fail_on) if found[kind]]:
        say(f"--fail-on: {', '.join(f'{found[kind]:,} {kind}' for kind in failed)}")
        raise SystemExit(FINDINGS)
