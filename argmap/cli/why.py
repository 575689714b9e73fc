"""``argmap why``."""

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import FINDINGS, console, load_map, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import say
from argmap.cli.shared.weighing import (
    Weighing,
    inferred_option,
    semantics_options,
    taking_part,
    weigh,
    weighing_progress,
    what_if_options,
)


@click.command("why")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=complete_names)
@semantics_options
@what_if_options
@inferred_option
@json_option
@keep_going_option
@map_options
def command(
    names: tuple[str, ...],
    semantics: str,
    accept: str,
    without: tuple[str, ...],
    assume: tuple[str, ...],
    *,
    include_inferred: bool,
    as_json: bool,
) -> None:
    r"""Explain why a statement is in, out or undecided, as a dialogue.

    Who attacks, who defends, where it ends: every line bears on the line above it that stands further
    left. Where several extensions are possible, one that holds the statement and one that does not are shown.

    \b
    Examples:
      argmap why istomin-ideational-alliances
      argmap why baykov-mobilization-effect --include-inferred
      argmap why istomin-binary-order --without toft
    """
    from argmap.report.notes import extensions_not_shown
    from argmap.report.why import MOST_EXPLAINED, print_why
    from argmap.semantics.explain import Explainer
    from argmap.semantics.solver_missing import SolverMissingError

    argument_map = load_map(around=names)
    weighing = Weighing(semantics, accept, without, assume)
    evaluation = weigh(argument_map, weighing, include_inferred=include_inferred)
    known = taking_part(argument_map, evaluation.statuses, names)
    explainer = Explainer(evaluation)
    with weighing_progress(evaluation.reading, semantics):
        explained = (
            [explainer.explain(key) for key in known] if as_json or len(known) <= MOST_EXPLAINED else []
        )
    if any(one.is_cut for one in explained):
        say(extensions_not_shown(SolverMissingError()))
    if as_json:
        from argmap.report.why import why_document

        print_json(why_document(evaluation, explained))
    else:
        print_why(explainer, known, explained, console())
    if not known:
        raise SystemExit(FINDINGS)
