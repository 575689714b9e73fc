"""What stands in a bucket in which it did not stand in an older version of a map."""

from argmap.argument_map import ArgumentMap
from argmap.queries.buckets import NEEDS_REPLY, Bucket
from argmap.queries.changes.matching import match_maps
from argmap.queries.unanswered import Standing, find_standing


def brought_since(
    old: ArgumentMap, new: ArgumentMap, standing: Standing, *, include_inferred: bool = False
) -> frozenset[str]:
    """Find the claims and challenges of a map that stand otherwise than in an older version of it.

    A challenge that lost a reply that was no help is no more open than before.

    Args:
        old: the older version.
        new: the map.
        standing: its buckets.
        include_inferred: whether conflicts inferred by the editor count.
    """
    names = match_maps(old, new).names
    before = find_standing(old, include_inferred=include_inferred).buckets
    was = {names.node(key): bucket for key, bucket in before.items()}
    return frozenset(key for key, now in standing.buckets.items() if is_new(was.get(key), now))


def is_new(then: Bucket | None, now: Bucket) -> bool:
    """Tell whether a statement has come into a bucket.

    Args:
        then: where it stood, if anywhere.
        now: where it stands.
    """
    return now is not then and not (now is Bucket.OPEN and then in NEEDS_REPLY)
