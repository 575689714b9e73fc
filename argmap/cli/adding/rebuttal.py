"""``argmap add rebuttal``."""

from typing import Any

import click

from argmap.cli.adding.statements import Addition, checked, fields_of, look_up_quote, statement_options
from argmap.cli.adding.words import words_given
from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.editing import editing_options, given_or_asked, load_to_edit, target_named

_KINDS = ("rebut", "undermine", "undercut")


@click.command("rebuttal")
@click.argument("text", required=False)
@click.option(
    "--attacks",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_names,
    help="What it attacks: a claim, an inference, a rebuttal or a named attack; repeatable.",
)
@click.option("--kind", type=click.Choice(_KINDS), help="How it attacks; rebut by default.")
@statement_options
@editing_options
def command(
    text: str | None,
    *,
    attacks: tuple[str, ...],
    kind: str | None,
    dry_run: bool,
    as_json: bool,
    create: bool,
    **given: Any,  # noqa: ANN401 — what statement_options declares
) -> None:
    r"""Add a rebuttal; TEXT is a full sentence, - reads it from standard input.

    rebut: the target is false. undermine: a premise or presupposition of it is false or doubtful. undercut:
    granted, but it does not follow. An undercut of a claim with one reason means that reason.

    \b
    Examples:
      argmap add rebuttal "Lorries must get in." --by boris --attacks close
      argmap add rebuttal "It does not follow." --attacks close --kind undercut
    """
    from argmap.editing.adding import taken_names
    from argmap.editing.naming import new_id
    from argmap.model import Rebuttal

    loaded = load_to_edit()
    names = attacks or (given_or_asked(None, "--attacks NAME", "What it attacks"),)
    targets = [target_named(loaded.map, name) for name in names]
    addition = Addition.to(loaded)
    fields = fields_of(addition, {**given, "text": words_given(text, given["title"])}, create=create)
    said = fields.get("title") or fields["text"]
    fields["id"] = given["id"] or new_id(fields.get("by"), said, taken_names(loaded))
    rebuttal = checked(Rebuttal, {**fields, "attacks": targets, **({"kind": kind} if kind else {})})
    addition.add_statement(rebuttal, given["file"])
    addition.carry_out(dry_run=dry_run, as_json=as_json)
    look_up_quote(loaded, rebuttal)
