"""``argmap add source``."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.shared.context import FINDINGS, UNUSABLE, usage
from argmap.cli.shared.editing import (
    carry_out,
    editing_options,
    given_or_asked,
    leaving_where_refused,
    load_to_edit,
    names_of,
)

if TYPE_CHECKING:
    from argmap.model import Source

_NAMES = {"authors": "--author", "editors": "--editor", "translators": "--translator"}
_ASKED = frozenset({"title", "kept", *_NAMES})


def _field_options(command: Any) -> Any:  # noqa: ANN401 — click's decorators
    """Give an option for each field of a source, with the model's own words."""
    from argmap.files.map_text.write_map import field_order
    from argmap.model import Source

    told = {(info.alias or name): info.description or "" for name, info in Source.model_fields.items()}
    for field, option in reversed(_NAMES.items()):
        text = f"{told[field].partition(':')[0].rstrip('.')}; repeatable."
        command = click.option(option, field, multiple=True, metavar="NAME", help=text)(command)
    for field in reversed([field for field in field_order(Source) if field not in _ASKED]):
        text = told[field].replace("`", "")
        command = click.option(f"--{field}", metavar="WORDS", help=text)(command)
    return command


@click.command("source")
@click.argument("key", required=False)
@click.option("--title", metavar="WORDS", help="The title of the work.")
@_field_options
@click.option(
    "--bibtex",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Add the works of a BibTeX file under its keys, or only the one with KEY.",
)
@click.option("--file", metavar="FILE", help="The file of the map to put it in.")
@editing_options
def command(
    key: str | None,
    *,
    title: str | None,
    bibtex: Path | None,
    file: str | None,
    dry_run: bool,
    as_json: bool,
    **fields: Any,  # noqa: ANN401 — one for each field of a source
) -> None:
    r"""Add a source under KEY, the name by which statements refer to it.

    \b
    Examples:
      argmap add source minutes --title "Minutes of the council" --date 2024-05-02
      argmap add source report --title "A Report" --author "{organization: Town Council}" --type report
      argmap add source --bibtex library.bib
      argmap add source toulmin1958 --bibtex library.bib
    """
    from argmap.authoring.adding import Addition

    loaded = load_to_edit()
    addition = Addition.to(loaded, names_of(loaded))
    is_whole = True
    if bibtex is not None:
        works, is_whole = _from_bibtex(bibtex, key)
    else:
        if key is None:
            usage("KEY is missing.")
        works = {key: _as_typed(given_or_asked(title, "--title", "Title"), fields)}
    with leaving_where_refused():
        for name, work in works.items():
            addition.add_entry(name, work, file)
        change = addition.change()
    carry_out(change, dry_run=dry_run, as_json=as_json)
    if not is_whole:
        raise SystemExit(FINDINGS)


def _as_typed(title: str, fields: Mapping[str, Any]) -> "Source":
    """Make a source of what was typed; leave with 2 where a field does not fit."""
    from argmap.authoring.adding import checked
    from argmap.authoring.values import one_name
    from argmap.model import Source

    with leaving_where_refused():
        named = {field: [one_name(name) for name in fields[field]] for field in _NAMES}
        given = {"title": title, **fields, **named}
        return checked(Source, {k: v for k, v in given.items() if v})


def _from_bibtex(path: Path, key: str | None) -> "tuple[dict[str, Source], bool]":
    """Read the works of a BibTeX file, or one of them, and tell whether all that were asked for are there.

    Leaves with 1 or 2 where there is nothing to add.
    """
    from argmap.cli.shared.context import no_match
    from argmap.cli.shared.importing import print_faults, print_losses, read_files
    from argmap.formats.registry import BY_NAME
    from argmap.text.nearest import nearest

    read = read_files([path], BY_NAME["bibtex"], {path})
    print_faults([*read.failed, *read.faults])
    if read.failed:
        raise SystemExit(UNUSABLE)
    print_losses(read.losses, every=False)
    works = {name: work for found in read.maps.values() for name, work in found.sources.items()}
    if key is None:
        return works, not read.faults
    if key not in works:
        no_match(key, nearest(key, works))
    return {key: works[key]}, True
