"""``argmap rm``."""

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    leaving_where_refused,
    load_to_edit,
    names_of,
)


@click.command("rm")
@click.argument("names", metavar="NAME...", nargs=-1, required=True, shell_complete=complete_names)
@click.option("--cascade", is_flag=True, help="Take along what refers to them.")
@editing_options
def command(names: tuple[str, ...], *, cascade: bool, dry_run: bool, as_json: bool) -> None:
    r"""Take statements, inferences, people, sources or tags out of the map.

    What something else refers to stays, and what refers to it is listed. With --cascade inferences and
    attacks that cannot be without it go as well, and a rebuttal with its last attack; of people, sources and
    tags only the mention goes. A comment directly above a record goes with it.

    \b
    Examples:
      argmap rm boris-lorries-must-get
      argmap rm close --cascade --dry-run
    """
    from argmap.authoring.removing import remove_change

    loaded = load_to_edit()
    with leaving_where_refused():
        change = remove_change(loaded, names_of(loaded), names, cascade=cascade)
    carry_out(change, dry_run=dry_run, as_json=as_json)
