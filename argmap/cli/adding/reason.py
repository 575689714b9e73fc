"""``argmap add reason``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.editing import carry_out, editing_options, load_to_edit, one_named, stop

if TYPE_CHECKING:
    from argmap.model import Claim, Rebuttal


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
    from argmap.editing.map_edit import MapEdit
    from argmap.editing.reasons import add_reason
    from argmap.editing.refusal import EditRefusedError
    from argmap.queries.find import Thing

    loaded = load_to_edit()
    things = Thing.CLAIM, Thing.REBUTTAL
    key = one_named(loaded.map, conclusion, *things)
    named = [one_named(loaded.map, premise, *things) for premise in premises]
    _refuse_again(loaded.map.statements[key], named)
    details = {"id": name, "scheme": scheme, "warrant": warrant, "basis": "inferred" if inferred else None}
    edit = MapEdit(loaded)
    try:
        step = add_reason(edit, key, named, {field: said for field, said in details.items() if said})
    except EditRefusedError as error:
        stop(str(error))
    place = loaded.map.locations[key]
    record = {
        "type": "inference",
        "id": step,
        "location": {"file": place.file, "line": place.line, "column": place.column},
    }
    carry_out(edit, "add", [f"{step} {place}"], {"added": [record]}, dry_run=dry_run, as_json=as_json)


def _refuse_again(statement: "Claim | Rebuttal", premises: list[str]) -> None:
    """Leave with 2 where a statement has the very reason already."""
    for step in statement.because:
        if set(step.premises) == set(premises):
            stop(f"`{statement.id}` has this reason already: `{step.id}`")
