"""``argmap rename``."""

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.editing import carry_out, editing_options, leaving_where_refused, load_to_edit

_TYPES = ("person", "source", "statement", "inference", "attack", "tag")


@click.command("rename")
@click.argument("old", shell_complete=complete_names)
@click.argument("new")
@click.option(
    "--type", "kind", type=click.Choice(_TYPES), help="What OLD is, where several things are called so."
)
@editing_options
def command(old: str, new: str, *, kind: str | None, dry_run: bool, as_json: bool) -> None:
    r"""Give a person, source, statement, inference, named attack or tag another id or key.

    OLD is the exact id, key or tag. Everything that refers to it follows, the baseline that argmap.toml
    names as well; texts that merely hold the word stay as they are.

    \b
    Examples:
      argmap rename close close-the-street
      argmap rename ada lindqvist --dry-run
    """
    from argmap.authoring.renaming import rename_change

    loaded = load_to_edit()
    with leaving_where_refused():
        change = rename_change(loaded, old, new, kind)
    carry_out(change, dry_run=dry_run, as_json=as_json)
