"""``argmap diff``."""

from typing import TYPE_CHECKING, Final, cast

import click

from argmap.cli.shared.context import FINDINGS, console, print_json, usage
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.output import Destination, Known, choose_destination, deliver_sheets
from argmap.cli.shared.saying import print_line, print_text, say
from argmap.cli.shared.versions import Version, read_versions
from argmap.cli.shared.weighing import inferred_option
from argmap.queries.changes.turns import Turn

if TYPE_CHECKING:
    from argmap.queries.changes.compare import Changes
    from argmap.render.options import Format

_KNOWN: Final = Known(
    endings={".svg": "svg", ".png": "png", ".pdf": "pdf", ".html": "html", ".htm": "html"},
    default="svg",
    texts=frozenset(),
)


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
@click.option("--svg", "picture", flag_value="svg", help="Draw both versions, what came and went marked.")
@click.option("--png", "picture", flag_value="png", help="The same as a pixel image.")
@click.option("--pdf", "picture", flag_value="pdf", help="The same as a document to print.")
@click.option("--html", "picture", flag_value="html", help="The same as a page to explore.")
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    metavar="FILE",
    help="Where to write the picture; the ending also decides the format.",
)
@click.option(
    "--depth",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many steps around what is different a picture goes; by default it shows everything.",
)
@inferred_option
@json_option
@map_options
def command(  # noqa: PLR0913 — one for each option
    old: str | None,
    new: str | None,
    *,
    layout: str | None,
    links: str,
    fail_on: tuple[str, ...],
    picture: str | None,
    output: str | None,
    depth: int | None,
    include_inferred: bool,
    as_json: bool,
) -> None:
    r"""Tell what has changed in a map, and what that means for the debate.

    OLD and NEW are a revision of git, a folder or a file; by default the last commit and the map as it is on
    the disk. A..B is both in one word. Nothing is checked out. First what is newly open, answered or
    conceded, whose status is different and who owes what; then the statements that were added, removed,
    reworded, renamed or moved. Comments and style are no change in the map. A picture shows both versions as
    one, each box and line with a word where it is new or gone.

    \b
    Examples:
      argmap diff
      argmap diff main
      argmap diff main..draft --markdown
      argmap diff HEAD~3 --fail-on newly-open
      argmap diff last-year/ data/
      argmap diff main --depth 1 -o changes.png
    """
    if picture or output:
        if layout or as_json:
            usage(f"--{layout or 'json'} tells in words; ask for the picture with a command of its own.")
        destination = choose_destination([picture] if picture else [], output, _KNOWN)
    elif depth is not None:
        usage("--depth is for a picture, which --svg, --png, --pdf, --html or -o asks for.")
    else:
        destination = None
    from argmap.queries.changes.compare import compare

    older, newer = read_versions(old, new)
    changes = compare(older.loaded.map, newer.loaded.map, include_inferred=include_inferred)
    if destination:
        _draw(changes, (older, newer), destination, depth)
    elif as_json:
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


def _draw(
    changes: "Changes", versions: tuple[Version, Version], destination: Destination, depth: int | None
) -> None:
    """Draw both versions as one."""
    if not changes:
        say("no change in the map, so that nothing is drawn")
        return
    from argmap.cli.shared.drawing import draw, out_of_time
    from argmap.cli.shared.theming import choose_theme
    from argmap.cli.shared.time_limit import TimeIsUpError
    from argmap.queries.changes.both import both_versions
    from argmap.render.change_overlay import options_for
    from argmap.render.engine import TIMEOUT
    from argmap.render.options import is_meant_for

    older, newer = versions
    both = both_versions(changes, old=older.shown, new=newer.shown)
    output = cast("Format", destination.format)
    theme = choose_theme(None, newer.loaded) if is_meant_for("theme", output) else None
    try:
        sheets = draw(both.map, options_for(both, output, depth=depth, theme=theme))
    except TimeIsUpError:
        out_of_time(TIMEOUT, "map")
    deliver_sheets(sheets, destination)
