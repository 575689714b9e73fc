"""``argmap add rebuttal``."""

from typing import Any

import click

from argmap.cli.adding.statements import look_up_quote, statement_options
from argmap.cli.adding.words import words_given
from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    given_or_asked,
    leaving_where_refused,
    load_to_edit,
    names_of,
)

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
    from argmap.authoring.adding import Addition, add_rebuttal

    loaded = load_to_edit()
    targets = attacks or (given_or_asked(None, "--attacks NAME", "What it attacks"),)
    addition = Addition.to(loaded, names_of(loaded))
    words = {**given, "text": words_given(text, given["title"]), "attacks": targets, "kind": kind}
    with leaving_where_refused():
        rebuttal = add_rebuttal(addition, words, create=create)
        change = addition.change()
    carry_out(change, dry_run=dry_run, as_json=as_json)
    look_up_quote(loaded, rebuttal)
