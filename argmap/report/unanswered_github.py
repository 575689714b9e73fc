"""What ``argmap unanswered --format github`` prints: a note beside each statement that waits."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.diagnostics import Severity
from argmap.model import Rebuttal
from argmap.queries.buckets import MEANINGS, NEEDS_REPLY, Bucket
from argmap.queries.owing import is_against_hypothetical, owed_by
from argmap.report.one_line_each import annotation
from argmap.report.unanswered import Members
from argmap.text.clean import one_line
from argmap.text.lists import and_list

_ENDS: Final = (".", "?", "!", "…")


def unanswered_github(
    argument_map: ArgumentMap, members: Members, *, shown: Sequence[Bucket], failing: Collection[Bucket]
) -> Iterator[str]:
    """Write the members of buckets as GitHub's workflow commands.

    What fails is an error and comes first, since GitHub drops all but ten of a kind in one step; what waits
    for a reply is a warning, and anything else a notice.

    Args:
        argument_map: the map.
        members: the members of each bucket.
        shown: the buckets that are written.
        failing: the buckets that fail.
    """
    keys = [
        (_severity(argument_map, bucket, key, failing), bucket, key)
        for bucket in shown
        for key in members[bucket]
    ]
    for severity, bucket, key in sorted(keys, key=lambda one: one[0].rank):
        if place := argument_map.locations.get(key):
            yield annotation(severity, place, f"{bucket.words}: {key}", _told(argument_map, bucket, key))


def _severity(argument_map: ArgumentMap, bucket: Bucket, key: str, failing: Collection[Bucket]) -> Severity:
    rebuttal = argument_map.rebuttals.get(key)
    if bucket in NEEDS_REPLY and rebuttal and is_against_hypothetical(argument_map, rebuttal):
        return Severity.INFO
    if bucket in failing:
        return Severity.ERROR
    return Severity.WARNING if bucket in NEEDS_REPLY else Severity.INFO


def _told(argument_map: ArgumentMap, bucket: Bucket, key: str) -> str:
    statement = argument_map.statements[key]
    author = f"{one_line(argument_map.person_name(statement.by))}: " if statement.by else ""
    sentences = [author + one_line(statement.label), _begun(MEANINGS[bucket])]
    if isinstance(statement, Rebuttal) and bucket in NEEDS_REPLY:
        debtors = [one_line(argument_map.person_name(one)) for one in owed_by(argument_map, statement)]
        sentences += [f"Reply owed by {and_list(debtors)}"] if debtors else []
    return " ".join(one if one.endswith(_ENDS) else f"{one}." for one in sentences)


def _begun(words: str) -> str:
    return words[0].upper() + words[1:]
