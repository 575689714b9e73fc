"""``argmap unanswered``."""

from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_people
from argmap.cli.shared.context import (
    FINDINGS,
    console,
    load_map,
    looking_up_names,
    print_json,
    usage,
)
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import json_option, map_argument, map_options, selection_options
from argmap.cli.shared.saying import print_commands, say
from argmap.queries.buckets import NEEDS_REPLY, Bucket, as_bucket

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.queries.select import Selection
    from argmap.queries.unanswered import Standing


class _BucketChoice(click.Choice[Bucket]):
    """A bucket, also as it is printed (``re-opened``) and as JSON documents spell it."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:
        """Give the spelling by which choices are compared."""
        bucket = as_bucket(str(choice))
        return bucket.option if bucket else super().normalize_choice(choice, ctx)


_BUCKET = _BucketChoice(Bucket)


@click.command("unanswered")
@click.option(
    "--owed-by",
    multiple=True,
    metavar="PERSON",
    shell_complete=complete_people,
    help="Only challenges that PERSON has to answer.",
)
@click.option("--bucket", "buckets", multiple=True, type=_BUCKET, help="Only this bucket; may be repeated.")
@click.option(
    "--fail-on",
    multiple=True,
    type=_BUCKET,
    help="Exit with 1 if this bucket has members, shown or not, for CI.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Only what has come into its bucket since a revision of git, a folder or a file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How to write it; github puts notes beside the lines of a pull request.",
)
@map_argument
@selection_options
@json_option
@keep_going_option
@map_options
def command(
    owed_by: tuple[str, ...],
    buckets: tuple[Bucket, ...],
    fail_on: tuple[Bucket, ...],
    selection: "Selection",
    *,
    since: str | None,
    form: str,
    as_json: bool,
) -> None:
    r"""List the claims nobody challenged and the challenges nobody answered.

    First the challenges that wait for a reply, grouped by who owes it, then the claims on which no attack is
    recorded, main theses first. A challenge that attacks only people who are imagined or unnamed is listed
    apart, since nobody is there to answer. What is recorded in this map, not who is right.

    \b
    Buckets of claims:
      unchallenged        no attack on it, nor on a step to it, is recorded
    Buckets of challenges:
      open                nobody replied
      re-opened           it has replies, but each is defeated
      mutual              challenge and reply attack each other; nothing decides
      answered            a reply stands
      conceded, withdrawn, answered-elsewhere
                          marked so, with a source

    --fail-on judges what --by, --owed-by and the other options select, whichever buckets are shown; what
    nobody is there to answer is not counted. It never takes the sample map for another. With --since it
    judges only what a change brings: what was open before stays out of sight.

    \b
    Examples:
      argmap unanswered
      argmap unanswered --since origin/main --format github --fail-on open
      argmap unanswered --owed-by baykov
      argmap unanswered class/ada --bucket unchallenged --fail-on open
    """
    if owed_by and Bucket.UNCHALLENGED in fail_on:
        usage("--fail-on unchallenged never fails with --owed-by, since nobody owes such a claim a reply.")
    from argmap.queries.select import people_named, select
    from argmap.queries.unanswered import choose, find_standing, part_by_hearers
    from argmap.report.notes import owes_nobody
    from argmap.report.unanswered import WAITING, print_unanswered, unanswered_document

    argument_map = load_map(judges=bool(fail_on or since))
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    with looking_up_names():
        debtors = people_named(argument_map, owed_by)
        chosen = frozenset(select(argument_map, selection))
    if since:
        chosen &= _brought(since, argument_map, standing, include_inferred=selection.include_inferred)
    judged = choose(argument_map, standing, chosen, debtors=debtors)
    members = {bucket: keys if bucket in (buckets or Bucket) else [] for bucket, keys in judged.items()}
    for line in owes_nobody(argument_map, debtors):
        say(line)
    shown = buckets or WAITING
    if as_json or form == "json":
        print_json(unanswered_document(argument_map, standing, members, since=since))
    elif form == "github":
        from argmap.report.unanswered_github import unanswered_github

        print_commands(unanswered_github(argument_map, members, shown=shown, failing=fail_on))
    else:
        print_unanswered(argument_map, standing, members, console(), shown=shown, since=since)
    for bucket in NEEDS_REPLY:
        judged[bucket], _ = part_by_hearers(argument_map, judged[bucket])
    if failed := [bucket for bucket in dict.fromkeys(fail_on) if judged[bucket]]:
        counted = ", ".join(f"{len(judged[bucket]):,} {bucket.words}" for bucket in failed)
        say(f"--fail-on: {counted}")
        raise SystemExit(FINDINGS)


def _brought(
    since: str, argument_map: "ArgumentMap", standing: "Standing", *, include_inferred: bool
) -> frozenset[str]:
    """Find what has come into its bucket since an older version."""
    from argmap.cli.shared.versions import read_older
    from argmap.queries.changes.brought import brought_since

    older = read_older(since).loaded.map
    return brought_since(older, argument_map, standing, include_inferred=include_inferred)
