"""``argmap add source``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.adding.statements import Addition, checked
from argmap.cli.shared.context import FINDINGS, UNUSABLE, usage
from argmap.cli.shared.editing import editing_options, given_or_asked, load_to_edit

if TYPE_CHECKING:
    from argmap.model import Source

_FIELDS = {
    "container": "The journal, blog, book or series that it appeared in.",
    "publisher": "Who published it.",
    "place": "Where it was published or held.",
    "date": "When: 2019-04-08, 2019-04 or 2019.",
    "url": "Where it can be read.",
    "doi": "Its digital object identifier.",
    "accessed": "The day it was read, for pages that change.",
    "copy": "A local copy of the text, as a path from the map's folder.",
    "note": "Anything a reader should know.",
}


def _field_options(command: Any) -> Any:  # noqa: ANN401 — click's decorators
    for name, text in reversed(_FIELDS.items()):
        command = click.option(f"--{name}", metavar="WORDS", help=text)(command)
    return command


@click.command("source")
@click.argument("key", required=False)
@click.option("--title", metavar="WORDS", help="The title of the work.")
@click.option("--author", "authors", multiple=True, metavar="NAME", help="Who wrote it; repeatable.")
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
    authors: tuple[str, ...],
    bibtex: Path | None,
    file: str | None,
    dry_run: bool,
    as_json: bool,
    **fields: str | None,
) -> None:
    r"""Add a source under KEY, the name by which statements refer to it.

    \b
    Examples:
      argmap add source minutes --title "Minutes of the council" --date 2024-05-02
      argmap add source --bibtex library.bib
      argmap add source toulmin1958 --bibtex library.bib
    """
    from argmap.model import Source

    loaded = load_to_edit()
    addition = Addition.to(loaded)
    is_whole = True
    if bibtex is not None:
        works, is_whole = _from_bibtex(bibtex, key)
        for name, work in works.items():
            addition.add_entry(name, work, file)
    else:
        if key is None:
            usage("KEY is missing.")
        given = {"title": given_or_asked(title, "--title", "Title"), "authors": authors, **fields}
        addition.add_entry(key, checked(Source, {k: v for k, v in given.items() if v}), file)
    addition.carry_out(dry_run=dry_run, as_json=as_json)
    if not is_whole:
        raise SystemExit(FINDINGS)


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
