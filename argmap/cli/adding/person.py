"""``argmap add person``."""

import click

from argmap.cli.shared.completing import complete_people
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    given_or_asked,
    leaving_where_refused,
    load_to_edit,
    names_of,
)


@click.command("person")
@click.argument("key")
@click.option("--name", metavar="NAME", help="The name as it should be printed.")
@click.option("--aka", multiple=True, metavar="NAME", help="Another spelling, in any script; repeatable.")
@click.option("--affiliation", metavar="WORDS", help="Where the person works or belongs.")
@click.option("--hypothetical", is_flag=True, help="Only imagined or unnamed; owes nobody a reply.")
@click.option(
    "--member",
    "members",
    multiple=True,
    metavar="PERSON",
    shell_complete=complete_people,
    help="Who speaks with it, for a joint voice; repeatable.",
)
@click.option("--url", metavar="ADDRESS", help="A page about the person.")
@click.option("--note", metavar="WORDS", help="Anything a reader should know.")
@click.option("--file", metavar="FILE", help="The file of the map to put it in.")
@editing_options
def command(  # noqa: PLR0913 — one for each option
    key: str,
    *,
    name: str | None,
    aka: tuple[str, ...],
    affiliation: str | None,
    hypothetical: bool,
    members: tuple[str, ...],
    url: str | None,
    note: str | None,
    file: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    r"""Add a person under KEY, the name by which statements refer to them.

    \b
    Examples:
      argmap add person ada --name "Ada Lindqvist"
      argmap add person council --name "The council" --member ada --member boris
    """
    from argmap.authoring.adding import Addition, checked
    from argmap.model import Person
    from argmap.queries.find import Thing

    loaded = load_to_edit()
    addition = Addition.to(loaded, names_of(loaded))
    said = given_or_asked(name, "--name", "Name")
    with leaving_where_refused():
        fields = {
            "name": said,
            "aka": aka,
            "affiliation": affiliation,
            "hypothetical": hypothetical,
            "members": [addition.names.one(one, Thing.PERSON) for one in members],
            "url": url,
            "note": note,
        }
        addition.add_entry(key, checked(Person, {k: v for k, v in fields.items() if v}), file)
        change = addition.change()
    carry_out(change, dry_run=dry_run, as_json=as_json)
