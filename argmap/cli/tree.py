"""``argmap tree``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import FINDINGS, console, load_map, looking_up_names, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_options, selection_options
from argmap.cli.shared.saying import say

if TYPE_CHECKING:
    from argmap.queries.select import Selection


@click.command("tree")
@click.argument("names", metavar="[NAME...]", nargs=-1, shell_complete=complete_names)
@selection_options
@json_option
@keep_going_option
@map_options
def command(names: tuple[str, ...], selection: "Selection", *, as_json: bool) -> None:
    r"""Show claims with their reasons, challenges and replies as a tree.

    With a NAME the trees begin at what it means, else at the claims that are not a reason for another, main
    theses first.

    \b
    Examples:
      argmap tree
      argmap tree istomin-robust-alliances
      argmap tree --tag mobilization --include-inferred
    """
    from argmap.queries.roots import find_roots
    from argmap.queries.select import select, statements_meant
    from argmap.queries.unanswered import find_standing
    from argmap.report.notes import NOTHING_FITS
    from argmap.report.tree import print_trees

    argument_map = load_map(around=names or selection.focus)
    with looking_up_names():
        chosen = select(argument_map, selection)
        roots = statements_meant(argument_map, names) if names else find_roots(argument_map, chosen)
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    if as_json:
        from argmap.report.answer_documents import tree_document

        print_json(tree_document(argument_map, standing, roots, chosen))
    else:
        print_trees(argument_map, standing, roots, chosen, console())
    if not roots:
        say(NOTHING_FITS)
        raise SystemExit(FINDINGS)
