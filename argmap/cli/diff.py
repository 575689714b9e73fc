"""``argmap diff``."""

import click

from argmap.cli.shared.context import FINDINGS, console, print_json
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.saying import print_line, print_text, say
from argmap.cli.shared.versions import read_versions
from argmap.cli.shared.weighing import inferred_option
from argmap.queries.changes.turns import Turn


@click.command("diff")
@click.argument("old", required=False)
@click.argument("new", required=False)
@click.option("--stat", "layout", flag_value="stat", help="Only count.")
@click.option("--markdown", "layout", flag_value="markdown", help="Print Markdown, for a pull request.")
@click.option("--links", metavar="URL", default="", help="Where the files can be read, for --markdown.")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice([turn.option for turn in Turn]),
    help="Exit with 1 if there is such a change, for CI.",
)
@inferred_option
@json_option
@map_options
def command(
    old: str | None,
    new: str | None,
    *,
    layout: str | None,
    links: str,
    fail_on: tuple[str, ...],
    include_inferred: bool,
    as_json: bool,
) -> None:
    r"""Tell what has changed in a map, and what that means for the debate.

    OLD and NEW are a revision of git, a folder or a file; by default the last commit and the map as it is on
    the disk. A..B is both in one word. Nothing is checked out. First what is newly open, answered or
    conceded, whose status is different and who owes what; then the statements that were added, removed,
    reworded, renamed or moved. Comments and style are no change in the map.

    \b
    Examples:
      argmap diff
      argmap diff main
      argmap diff main..draft --markdown
      argmap diff HEAD~3 --fail-on newly-open
      argmap diff last-year/ data/
    """
    from argmap.queries.changes.compare import compare

    older, newer = read_versions(old, new)
    changes = compare(older.loaded.map, newer.loaded.map, include_inferred=include_inferred)
    if as_json:
        from argmap.report.diff_json import diff_document

        print_json(diff_document(changes, old=older.shown, new=newer.shown))
    elif layout == "markdown":
        from argmap.report.diff_markdown import diff_markdown

        print_text(diff_markdown(changes, old=older.shown, new=newer.shown, links=links))
    elif layout == "stat":
        from argmap.report.diff import NO_CHANGE
        from argmap.report.diff_sections import summary

        for line in summary(changes) or [NO_CHANGE]:
            print_line(line)
    else:
        from argmap.report.diff import print_diff

        print_diff(changes, console(), old=older.shown, new=newer.shown)
    failed = [turn for turn in Turn if turn.option in fail_on and changes.debate.turns[turn]]
    if failed:
        counted = ", ".join(f"{len(changes.debate.turns[turn]):,} {turn.words}" for turn in failed)
        say(f"--fail-on: {counted}")
        raise SystemExit(FINDINGS)
