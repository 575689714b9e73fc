"""``argmap add claim``."""

from typing import Any

import click

from argmap.cli.adding.statements import look_up_quote, statement_options
from argmap.cli.adding.words import words_given
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    leaving_where_refused,
    load_to_edit,
    names_of,
)


@click.command("claim")
@click.argument("text", required=False)
@click.option("--main", is_flag=True, help="It is a thesis of its author.")
@statement_options
@editing_options
def command(
    text: str | None,
    *,
    main: bool,
    dry_run: bool,
    as_json: bool,
    create: bool,
    **given: Any,  # noqa: ANN401 — what statement_options declares
) -> None:
    r"""Add a claim; TEXT is a full sentence, - reads it from standard input.

    Prints the id and the place. Exit code 1 where a name means nothing, 2 where something is missing.

    \b
    Examples:
      argmap add claim "Close the street." --by ada
      argmap add claim "The air gets cleaner." --by ada --source "minutes, p. 3" --quote "cleaner air"
    """
    from argmap.authoring.adding import Addition, add_claim

    loaded = load_to_edit()
    addition = Addition.to(loaded, names_of(loaded))
    words = {**given, "text": words_given(text, given["title"])}
    with leaving_where_refused():
        claim = add_claim(addition, words, create=create, main=main)
        change = addition.change()
    carry_out(change, dry_run=dry_run, as_json=as_json)
    look_up_quote(loaded, claim)
