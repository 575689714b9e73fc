"""What nobody has challenged, what nobody has answered, and who owes the next word.

The buckets say what is recorded in this map, never who is right. The burden of rejoinder lies with the
author of the attacked statement (Rescher 1977; Walton 1988).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.model import Basis, Marker, Rebuttal
from argmap.queries.buckets import NEEDS_REPLY, Bucket
from argmap.queries.dialectic import dialectic
from argmap.queries.dropped import Drops, find_drops
from argmap.queries.outcomes import Outcomes, find_outcomes
from argmap.queries.owing import is_against_hypothetical, owed_by

MARKED: Final = {
    Marker.CONCEDED: Bucket.CONCEDED,
    Marker.WITHDRAWN: Bucket.WITHDRAWN,
    Marker.ANSWERED_ELSEWHERE: Bucket.ANSWERED_ELSEWHERE,
}
"""The recorded end of a challenge, and the bucket that it brings."""


@dataclass(frozen=True)
class Standing:
    """Each claim and challenge of a map in its bucket.

    Args:
        buckets: statement id to bucket; replies on a claim's own side, and claims that are
            challenged, have none.
        replies: challenge to its replies, in the map's order.
        challenged: the statements that are attacked, or an inference to which is.
        find_drops: finds the challenges and replies that were passed over.
    """

    buckets: dict[str, Bucket]
    replies: Mapping[str, tuple[str, ...]]
    challenged: frozenset[str]
    find_drops: Callable[[], Drops] = field(repr=False, compare=False)

    @cached_property
    def drops(self) -> Drops:
        """The challenges and replies that were passed over, worked out for who asks."""
        return self.find_drops()

    def members(self, bucket: Bucket) -> list[str]:
        """List the statements in a bucket, in the map's order."""
        return [key for key, found in self.buckets.items() if found is bucket]


def find_standing(argument_map: ArgumentMap, *, include_inferred: bool = False) -> Standing:
    """Put every claim and challenge of a map into its bucket.

    Args:
        argument_map: the map.
        include_inferred: whether conflicts inferred by the editor count as challenges and replies.
    """
    debate = dialectic(argument_map, include_inferred=include_inferred)
    buckets: dict[str, Bucket] = {
        key: Bucket.UNCHALLENGED
        for key, claim in argument_map.claims.items()
        if (include_inferred or claim.basis is Basis.STATED) and key not in debate.challenged
    }
    in_question = [key for key in debate.replies if key in debate.challenges]
    outcomes = find_outcomes(argument_map, in_question, include_inferred=include_inferred)
    for key, rebuttal in argument_map.rebuttals.items():
        if key in debate.challenges:
            buckets[key] = _bucket(rebuttal, debate.replies.get(key, ()), outcomes)
    drops = partial(find_drops, argument_map, debate.replies, include_inferred=include_inferred)
    return Standing(buckets, debate.replies, debate.challenged, drops)


def choose(
    argument_map: ArgumentMap,
    standing: Standing,
    chosen: Collection[str],
    *,
    buckets: Collection[Bucket] = tuple(Bucket),
    debtors: Collection[str] = (),
) -> dict[Bucket, list[str]]:
    """List the members of each bucket, as far as they are asked for.

    Args:
        argument_map: the map.
        standing: its buckets.
        chosen: the statements that may appear.
        buckets: the buckets that may have members.
        debtors: where given, only challenges to which one of these people owes the reply.

    Returns:
        Every bucket, with its members in the map's order.
    """
    found: dict[Bucket, list[str]] = {bucket: [] for bucket in Bucket}
    for key, bucket in standing.buckets.items():
        if key not in chosen or bucket not in buckets:
            continue
        rebuttal = argument_map.rebuttals.get(key)
        if debtors and not (rebuttal and set(debtors).intersection(owed_by(argument_map, rebuttal))):
            continue
        found[bucket].append(key)
    return found


def narrow_drops(
    argument_map: ArgumentMap,
    standing: Standing,
    chosen: Iterable[str],
    *,
    by: Collection[str] = (),
    include_inferred: bool = False,
) -> Standing:
    """Leave only some of what was passed over.

    Args:
        argument_map: the map.
        standing: its buckets, which stay as they are.
        chosen: the statements that may appear.
        by: where given, only what one of these people passed over.
        include_inferred: whether conflicts inferred by the editor can be passed over.
    """
    drops = find_drops(argument_map, standing.replies, include_inferred=include_inferred, by=by)
    among = frozenset(chosen)
    narrowed = Drops(
        {key: works for key, works in drops.passed_over.items() if key in among},
        tuple(key for key in drops.unplaced if key in among),
    )
    return replace(standing, find_drops=lambda: narrowed)


def awaits_reply(argument_map: ArgumentMap, rebuttal: Rebuttal, standing: Standing) -> bool:
    """Tell whether a reply to a rebuttal is due.

    To what nobody voiced, none is, nor to what attacks only people who are imagined or unnamed.
    """
    is_open = rebuttal.basis is Basis.STATED and standing.buckets.get(rebuttal.id) in NEEDS_REPLY
    return is_open and not is_against_hypothetical(argument_map, rebuttal)


def part_by_hearers(argument_map: ArgumentMap, keys: Iterable[str]) -> tuple[list[str], list[str]]:
    """Part challenges by whether anybody is there to answer.

    Args:
        argument_map: the map.
        keys: the challenges.

    Returns:
        Those against somebody, and those against people who are only imagined or unnamed.
    """
    parts: tuple[list[str], list[str]] = ([], [])
    for key in keys:
        parts[is_against_hypothetical(argument_map, argument_map.rebuttals[key])].append(key)
    return parts


def _bucket(rebuttal: Rebuttal, replies: Sequence[str], outcomes: Outcomes) -> Bucket:
    if rebuttal.marker is not None:
        return MARKED[rebuttal.marker]
    if not replies:
        return Bucket.OPEN
    if rebuttal.id in outcomes.defeated and not outcomes.standing.isdisjoint(replies):
        return Bucket.ANSWERED
    if rebuttal.id in outcomes.standing or outcomes.defeated.issuperset(replies):
        return Bucket.REOPENED
    return Bucket.MUTUAL
