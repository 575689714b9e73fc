"""``argmap strength``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import FINDINGS, console, load_map, print_json
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import NumberRange, json_option, map_options, selection_options
from argmap.cli.shared.weighing import find_terms, taking_part, what_if_options

if TYPE_CHECKING:
    from argmap.queries.select import Selection


@click.command("strength")
@click.argument("names", metavar="[NAME...]", nargs=-1, shell_complete=complete_names)
@click.option(
    "--semantics",
    type=click.Choice(["quadratic-energy", "df-quad", "euler", "h-categoriser"]),
    default="quadratic-energy",
    show_default=True,
    help="By which formula.",
)
@click.option(
    "--base",
    type=NumberRange(0, 1),
    default=0.5,
    show_default=True,
    help="The base score of statements without a weight of their own.",
)
@what_if_options
@selection_options
@json_option
@keep_going_option
@map_options
def command(
    names: tuple[str, ...],
    semantics: str,
    base: float,
    without: tuple[str, ...],
    assume: tuple[str, ...],
    selection: "Selection",
    *,
    as_json: bool,
) -> None:
    r"""Compute how strong each statement is, as a number between 0 and 1.

    A statement starts from its weight in the map, else from --base; reasons raise it and challenges lower
    it, the more the stronger they are. Where numbers on a circle do not converge, none is given;
    docs/semantics.md has the formulas.

    \b
    Examples:
      argmap strength --by istomin
      argmap strength --semantics df-quad --base 0.7
      argmap strength --without toft-allies-lead-too
    """
    from argmap.report.strength import print_strengths, strength_document
    from argmap.semantics.influence import Gradual
    from argmap.semantics.strength import measure

    argument_map = load_map()
    terms = find_terms(argument_map, without, assume, include_inferred=selection.include_inferred)
    strengths = measure(argument_map, terms, Gradual(semantics), base)
    keys = taking_part(argument_map, strengths.statements, names, selection)
    if as_json:
        print_json(strength_document(strengths, keys), fractions=True)
    else:
        print_strengths(strengths, keys, console())
    if not keys:
        raise SystemExit(FINDINGS)
