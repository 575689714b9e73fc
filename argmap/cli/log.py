"""``argmap log``."""

from datetime import datetime
from typing import Final

import click

from argmap.cli.shared.completing import complete_names
from argmap.cli.shared.context import UNUSABLE, console, looking_up_names, maps_meant, print_json
from argmap.cli.shared.options import json_option, map_options
from argmap.cli.shared.progress import show_progress
from argmap.cli.shared.saying import say
from argmap.cli.shared.weighing import inferred_option
from argmap.text.plurals import count

_MANY: Final = 50
"""So many revisions take long enough to be told of."""


@click.command("log")
@click.argument("names", metavar="[NAME]...", nargs=-1, shell_complete=complete_names)
@click.option(
    "--since", metavar="REV|DATE", help="Only what happened after a revision of git, or since a day."
)
@inferred_option
@json_option
@map_options
def command(names: tuple[str, ...], *, since: str | None, include_inferred: bool, as_json: bool) -> None:
    r"""Tell when challenges were raised, answered and re-opened, and how long they have been open.

    Each commit that touched the map is told with what it meant: what was added, raised, answered, re-opened,
    conceded, reworded, renamed or removed. A NAME is a person, claim, rebuttal, source or tag, or an id that
    something had once; what attacks it is told as well. What was renamed is followed by what it says, and a
    map that was moved to where it was. A revision in which the map does not load is told as such. What is not
    committed does not count.

    \b
    Examples:
      argmap log
      argmap log toft-turkey-reread
      argmap log baykov --since 2026-01-31
      argmap log --since v1.0 --json
    """
    from argmap.files.git import GitError
    from argmap.files.history import MapHistory
    from argmap.queries.changes.history import follow, narrow
    from argmap.report.log import log_notes, print_log

    try:
        found = MapHistory.of(maps_meant(judges=True)[0].path)
        counts = None if since is None else found.since(since)
        revisions = len(found.commits)
        with show_progress(f"reading {count(revisions, 'revision')}", long=revisions > _MANY):
            history = follow(found.read(), include_inferred=include_inferred)
        is_shallow = found.repository.is_shallow
    except GitError as error:
        say(str(error), error.hint)
        raise SystemExit(UNUSABLE) from None
    with looking_up_names():
        history = narrow(history, names, counts)
    if as_json:
        from argmap.report.log_json import log_document

        print_json(log_document(history, is_shallow=is_shallow))
    else:
        print_log(history, console(), now=_now())
    for note in log_notes(history, is_shallow=is_shallow):
        say(note)


def _now() -> datetime:
    return datetime.now().astimezone()
