"""``argmap path``."""

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import FINDINGS, console, load_map, looking_up_names, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import say


@click.command("path")
@click.argument("start", metavar="A", shell_complete=complete_names)
@click.argument("end", metavar="B", shell_complete=complete_names)
@json_option
@keep_going_option
@map_options
def command(start: str, end: str, *, as_json: bool) -> None:
    r"""Show how two statements bear on each other.

    Prints the shortest chain of attacks and inferences between them. A and B may be names of people, sources
    or tags; then the nearest of their statements are taken. Exit code 1 where nothing connects them.

    \b
    Examples:
      argmap path toft-allies-lead-too istomin-partnerships-of-pariahs
      argmap path bordachev baykov
    """
    from argmap.queries.paths import find_chain
    from argmap.queries.select import statements_named
    from argmap.report.notes import nothing_connects

    argument_map = load_map(around=(start, end))
    with looking_up_names():
        starts, ends = (statements_named(argument_map, name) for name in (start, end))
    chain = find_chain(argument_map, starts, ends)
    if as_json:
        from argmap.report.answer_documents import path_document

        print_json(path_document(chain))
    elif chain:
        from argmap.report.chain import print_chain

        print_chain(argument_map, chain, console())
    if chain is None:
        say(nothing_connects(start, end))
        raise SystemExit(FINDINGS)
