"""``argmap unanswered``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from argmap.cli.shared.completing import complete_people
from argmap.cli.shared.context import (
    FINDINGS,
    console,
    load_found,
    looking_up_names,
    maps_meant,
    print_json,
    usage,
)
from argmap.cli.shared.keeping_going import keep_going_option
from argmap.cli.shared.options import (
    csv_option,
    json_option,
    map_options,
    maps_argument,
    selection_options,
)
from argmap.cli.shared.saying import print_commands, say
from argmap.cli.shared.several_maps import MapAnswer, leave, refuse_two_forms, tell_each
from argmap.cli.shared.stores import store_meant
from argmap.queries.buckets import NEEDS_REPLY, Bucket, as_bucket

if TYPE_CHECKING:
    from argmap.argument_map import ArgumentMap
    from argmap.files.find import FoundMap
    from argmap.queries.select import Selection
    from argmap.queries.unanswered import Standing
    from argmap.report.documents import Document


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
@maps_argument
@selection_options
@json_option
@csv_option
@keep_going_option
@map_options
def command(  # noqa: PLR0913 — one for each option
    owed_by: tuple[str, ...],
    buckets: tuple[Bucket, ...],
    fail_on: tuple[Bucket, ...],
    selection: "Selection",
    *,
    since: str | None,
    form: str,
    as_json: bool,
    as_csv: bool,
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

    Several maps have a row each, one with errors as well; numbers from a map with errors (--keep-going) have
    a question mark. "imagined" counts those of the challenges that nobody is there to answer.

    \b
    Examples:
      argmap unanswered
      argmap unanswered --since origin/main --format github --fail-on open
      argmap unanswered --owed-by baykov
      argmap unanswered class/ada --bucket unchallenged --fail-on open
      argmap unanswered class/* --csv > class.csv
    """
    if owed_by and Bucket.UNCHALLENGED in fail_on:
        usage("--fail-on unchallenged never fails with --owed-by, since nobody owes such a claim a reply.")
    refuse_two_forms(as_json=as_json, as_csv=as_csv)
    if (store := store_meant()) and not as_csv:
        from argmap.cli.stores.unanswered import answer

        if since is not None or form == "github":
            usage("--since and --format github are not answered from a store.")
        answer(store, owed_by, buckets, fail_on, selection, as_json=as_json or form == "json")
        return
    question = _Question(owed_by, buckets, selection, since)
    maps = maps_meant(judges=bool(fail_on) or since is not None)
    failed = dict.fromkeys(fail_on, 0)
    if len(maps) > 1 or as_csv:
        if since is not None or form == "github":
            usage("--since and --format github are answered of one map.")
        code = _tell_each(maps, question, failed, as_json=as_json or form == "json", as_csv=as_csv)
    else:
        code = _tell(load_found(maps[0]), question, failed, "json" if as_json else form)
    if any(failed.values()):
        counted = ", ".join(f"{number:,} {bucket.words}" for bucket, number in failed.items() if number)
        say(f"--fail-on: {counted}")
        code = max(code, FINDINGS)
    leave(code)


@dataclass(frozen=True)
class _Question:
    """What is asked of a map."""

    owed_by: tuple[str, ...]
    buckets: tuple[Bucket, ...]
    selection: "Selection"
    since: str | None

    def ask(self, argument_map: "ArgumentMap") -> "_Found":
        """Ask a map.

        Raises:
            NoMatchError: a name means nothing in it.
        """
        from argmap.queries.select import people_named, select
        from argmap.queries.unanswered import choose, find_standing
        from argmap.report.notes import owes_nobody

        standing = find_standing(argument_map, include_inferred=self.selection.include_inferred)
        debtors = people_named(argument_map, self.owed_by)
        chosen = frozenset(select(argument_map, self.selection))
        if self.since is not None:
            inferred = self.selection.include_inferred
            chosen &= _brought(self.since, argument_map, standing, include_inferred=inferred)
        judged = choose(argument_map, standing, chosen, debtors=debtors)
        for line in owes_nobody(argument_map, debtors):
            say(line)
        wanted = self.buckets or tuple(Bucket)
        members = {bucket: keys if bucket in wanted else [] for bucket, keys in judged.items()}
        return _Found(argument_map, standing, judged, members, self.since)


@dataclass(frozen=True)
class _Found:
    """What was found in a map: all that `--fail-on` judges, and what is shown of it."""

    map: "ArgumentMap"
    standing: "Standing"
    judged: Mapping[Bucket, Sequence[str]]
    members: Mapping[Bucket, Sequence[str]]
    since: str | None

    def document(self) -> "Document":
        from argmap.report.unanswered import unanswered_document

        return unanswered_document(self.map, self.standing, self.members, since=self.since)

    def count_failed(self, failed: dict[Bucket, int]) -> None:
        """Add what `--fail-on` counts: nothing of what nobody is there to answer."""
        from argmap.queries.unanswered import part_by_hearers

        for bucket in failed:
            keys = self.judged[bucket]
            heard = part_by_hearers(self.map, keys)[0] if bucket in NEEDS_REPLY else keys
            failed[bucket] += len(heard)


def _tell(argument_map: "ArgumentMap", question: _Question, failed: dict[Bucket, int], form: str) -> int:
    """Print what one map answers."""
    from argmap.report.unanswered import WAITING, print_unanswered

    with looking_up_names():
        found = question.ask(argument_map)
    shown = question.buckets or WAITING
    if form == "json":
        print_json(found.document())
    elif form == "github":
        from argmap.report.unanswered_github import unanswered_github

        print_commands(unanswered_github(argument_map, found.members, shown=shown, failing=tuple(failed)))
    else:
        page = console()
        print_unanswered(argument_map, found.standing, found.members, page, shown=shown, since=found.since)
    found.count_failed(failed)
    return 0


def _tell_each(
    maps: "Sequence[FoundMap]", question: _Question, failed: dict[Bucket, int], *, as_json: bool, as_csv: bool
) -> int:
    """Print a row for each of several maps."""
    from argmap.report.unanswered import row_columns, unanswered_row

    def ask(argument_map: "ArgumentMap") -> MapAnswer:
        found = question.ask(argument_map)
        found.count_failed(failed)
        return MapAnswer(unanswered_row(argument_map, found.members), found.document)

    return tell_each(maps, ask, row_columns(question.buckets), as_json=as_json, as_csv=as_csv)


def _brought(
    since: str, argument_map: "ArgumentMap", standing: "Standing", *, include_inferred: bool
) -> frozenset[str]:
    """Find what has come into its bucket since an older version."""
    from argmap.cli.shared.versions import read_older
    from argmap.queries.changes.brought import brought_since

    older = read_older(since).loaded.map
    return brought_since(older, argument_map, standing, include_inferred=include_inferred)
