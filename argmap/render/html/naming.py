"""Ids inside the page. A colon can stand in no id of a map, so that these never clash with its own."""

from argmap.queries.unanswered import Bucket

BUCKET_NAMES = {
    Bucket.UNCHALLENGED: "unchallenged",
    Bucket.OPEN: "open",
    Bucket.REOPENED: "re-opened",
    Bucket.MUTUAL: "mutual",
    Bucket.ANSWERED: "answered",
    Bucket.CONCEDED: "conceded",
    Bucket.WITHDRAWN: "withdrawn",
    Bucket.ANSWERED_ELSEWHERE: "answered elsewhere",
}
"""Bucket -> how the page calls it."""


def outline_id(key: str) -> str:
    """Name the place of a statement in the outline."""
    return f"o:{key}"
