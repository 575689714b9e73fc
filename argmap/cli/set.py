"""``argmap set``."""

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import usage
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    leaving_where_refused,
    load_to_edit,
    names_of,
)


@click.command("set")
@click.argument("name", shell_complete=complete_names)
@click.argument("settings", metavar="FIELD=VALUE...", nargs=-1, required=True)
@editing_options
def command(name: str, settings: tuple[str, ...], *, dry_run: bool, as_json: bool) -> None:
    r"""Set fields of a statement, person or source; FIELD= takes a field out.

    Fields are called as in the files. Lists are written with commas, names of authors with semicolons; what
    begins with `{` or `[` is read as YAML. NAME `map` means what the map says of itself.

    \b
    Examples:
      argmap set close title="Close the street" tags=traffic,air
      argmap set boris-lorries kind=undermine note=
      argmap set minutes authors="{organization: Town Council}; Lee, Ann"
    """
    from argmap.authoring.setting import set_change

    loaded = load_to_edit()
    with leaving_where_refused():
        change = set_change(loaded, names_of(loaded), name, dict(map(_parted, settings)))
    carry_out(change, dry_run=dry_run, as_json=as_json)


def _parted(setting: str) -> tuple[str, str]:
    """Read ``field=value``; leave with 2 where it is something else."""
    field, sign, value = setting.partition("=")
    if not sign:
        usage(f"`{setting}` is not FIELD=VALUE.")
    return field, value
