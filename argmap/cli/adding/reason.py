"""``argmap add reason``."""

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    leaving_where_refused,
    load_to_edit,
    names_of,
)


@click.command("reason")
@click.argument("conclusion", metavar="CLAIM", shell_complete=complete_names)
@click.argument("premises", metavar="PREMISE...", nargs=-1, required=True, shell_complete=complete_names)
@click.option("--id", "name", metavar="ID", help="A name for the inference, by which it can be attacked.")
@click.option("--scheme", metavar="WORDS", help="The argumentation scheme, such as example.")
@click.option("--warrant", metavar="WORDS", help="Why the premises should bear on the claim.")
@click.option("--inferred", is_flag=True, help="Nobody voiced it: the editor supplies it.")
@editing_options
def command(  # noqa: PLR0913 — one for each option
    conclusion: str,
    premises: tuple[str, ...],
    *,
    name: str | None,
    scheme: str | None,
    warrant: str | None,
    inferred: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    r"""Add a reason for a claim or rebuttal: an inference from premises, which support it only jointly.

    \b
    Examples:
      argmap add reason close air-gets-cleaner
      argmap add reason close cars-pollute street-is-narrow --scheme cause
    """
    from argmap.authoring.reasons import reason_change

    loaded = load_to_edit()
    details = {"id": name, "scheme": scheme, "warrant": warrant, "basis": "inferred" if inferred else None}
    with leaving_where_refused():
        change = reason_change(loaded, names_of(loaded), conclusion, premises, details)
    carry_out(change, dry_run=dry_run, as_json=as_json)
