"""``argmap status``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import FINDINGS, console, load_map, print_json, usage
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_options, selection_options
from argmap.cli.shared.stores import store_meant
from argmap.cli.shared.weighing import (
    Weighing,
    semantics_options,
    taking_part,
    too_many,
    weigh,
    weighing_progress,
    what_if_options,
)
from argmap.text.plurals import count

if TYPE_CHECKING:
    from argmap.queries.select import Selection
    from argmap.semantics.status import Evaluation


@click.command("status")
@click.argument("names", metavar="[NAME...]", nargs=-1, shell_complete=complete_names)
@semantics_options
@click.option("--all-extensions", is_flag=True, help="List every extension of the semantics.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=1000,
    show_default=True,
    help="The most extensions to list.",
)
@click.option("--compare", is_flag=True, help="Show the statements on which the semantics differ.")
@what_if_options
@selection_options
@json_option
@keep_going_option
@map_options
def command(  # noqa: PLR0913 — one for each option
    names: tuple[str, ...],
    semantics: str,
    accept: str,
    limit: int,
    without: tuple[str, ...],
    assume: tuple[str, ...],
    selection: "Selection",
    *,
    all_extensions: bool,
    compare: bool,
    as_json: bool,
) -> None:
    r"""Show what is in, out or undecided once every attack and reply is weighed.

    A claim without stated reasons stands on its assertion, one with reasons needs one of them to stand;
    docs/semantics.md says how it is computed. A status is what follows in this map, not who is right.
    With --without or --assume it shows what would change.

    \b
    Examples:
      argmap status
      argmap status istomin --include-inferred
      argmap status --without toft-allies-lead-too
      argmap status --compare
    """
    from argmap.report.status import print_status, status_document
    from argmap.semantics.explain import Explainer
    from argmap.semantics.status import compare as compare_all

    if store := store_meant():
        from argmap.cli.stores.status import answer

        only_grounded = semantics == "grounded" and not (without or assume or compare or all_extensions)
        if not only_grounded:
            usage(
                "Of a store, `argmap status` answers under grounded semantics, without --compare and what-if."
            )
        answer(store, names, selection, as_json=as_json)
        return
    argument_map = load_map()
    weighing = Weighing(semantics, accept, without, assume)
    inferred = selection.include_inferred
    evaluation = weigh(argument_map, weighing, include_inferred=inferred)
    before = None
    if weighing.is_hypothetical:
        before = weigh(argument_map, Weighing(semantics, accept, (), ()), include_inferred=inferred)
    keys = taking_part(argument_map, evaluation.statuses, names, selection)
    explainer = Explainer(evaluation)
    comparison = None
    if compare:
        with weighing_progress(evaluation.reading, "all"):
            comparison = compare_all(evaluation.reading, evaluation.acceptance)
    extensions = _extensions(evaluation, limit) if all_extensions else None
    if as_json:
        print_json(
            status_document(explainer, keys, before=before, comparison=comparison, extensions=extensions)
        )
    else:
        print_status(explainer, keys, console(), before=before, comparison=comparison, extensions=extensions)
    if not keys:
        raise SystemExit(FINDINGS)


def _extensions(evaluation: "Evaluation", limit: int) -> list[tuple[str, ...]]:
    from argmap.semantics.reasoning import TooManyExtensionsError
    from argmap.semantics.status import extensions

    try:
        with weighing_progress(evaluation.reading, evaluation.semantics.words):
            return extensions(evaluation.reading, evaluation.semantics, limit)
    except TooManyExtensionsError:
        words = f"{evaluation.semantics.words} extension"
        too_many(f"there are more than {count(limit, words)}", "--limit raises the limit")
