"""``argmap review``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_rebuttals
from argmap.cli.shared.context import FINDINGS, UNUSABLE, read_map, refuse
from argmap.cli.shared.naming import path_hint
from argmap.cli.shared.options import map_options
from argmap.cli.shared.saying import print_line, say

if TYPE_CHECKING:
    from argmap.files.assembling import Loaded


@click.command("review")
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=complete_rebuttals)
@click.option("--all", "everything", is_flag=True, help="Accept every rebuttal, also those never reviewed.")
@map_options
def command(*, ids: tuple[str, ...], everything: bool) -> None:
    """Accept what rebuttals attack, in its present wording.

    For each ID it writes under `seen` a fingerprint of every statement that the rebuttal attacks. When one
    of these is reworded, `check` reports the challenge as suspect until it is reviewed again. Without ID it
    lists the rebuttals that await a review.

    \b
    Examples:
      argmap review
      argmap review toft-allies-lead-too
      argmap review --all
    """
    loaded = read_map(judges=True)
    if loaded.errors:
        refuse(loaded.errors, loaded)
    unknown = [name for name in ids if name not in loaded.map.rebuttals]
    if unknown:
        _refuse_name(unknown[0], loaded)
    if everything or ids:
        _accept(loaded, tuple(loaded.map.rebuttals) if everything else ids)
    else:
        _list(loaded)


def _refuse_name(name: str, loaded: "Loaded") -> None:
    from argmap.text.nearest import nearest, quoted

    hint = quoted(nearest(name, loaded.map.rebuttals), " Did you mean")
    hint += path_hint(click.get_current_context(), name)
    say(f"there is no rebuttal `{name}`.{hint}")
    raise SystemExit(FINDINGS)


def _accept(loaded: "Loaded", ids: tuple[str, ...]) -> None:
    from argmap.cli.shared.output import refuse_write
    from argmap.editing.refusal import EditRefusedError
    from argmap.rules.engine.reviewing import review

    try:
        changed = review(loaded, frozenset(ids))
    except EditRefusedError as error:
        say(str(error))
        raise SystemExit(UNUSABLE) from error
    except OSError as error:
        refuse_write(error.filename or "a file", error)
    for name in changed:
        print_line(name)
    say(f"{len(changed)} of {len(ids)} had to be written")


def _list(loaded: "Loaded") -> None:
    """List the rebuttals whose targets were reworded, or changed, since the last review."""
    from argmap.rules.engine.reviewing import wording_now

    suspect = [
        one.id
        for one in loaded.map.rebuttals.values()
        if one.seen and dict(one.seen) != dict(wording_now(loaded.map, one))
    ]
    for name in suspect:
        print_line(name)
    unseen = sum(1 for one in loaded.map.rebuttals.values() if not one.seen)
    say(f"{len(suspect)} to review again, {unseen} never reviewed")
    raise SystemExit(FINDINGS if suspect else 0)
