"""The buckets of a debate: what they are called, and what each says of a claim or challenge."""

from typing import Final

from argmap.queries.worded import Worded


class Bucket(Worded):
    """Where a claim or a challenge stands in the debate; the buckets exclude one another."""

    UNCHALLENGED = "unchallenged"
    OPEN = "open"
    REOPENED = "reopened"
    MUTUAL = "mutual"
    ANSWERED = "answered"
    CONCEDED = "conceded"
    WITHDRAWN = "withdrawn"
    ANSWERED_ELSEWHERE = "answered_elsewhere"

    @property
    def picture_class(self) -> str:
        """What it is called as a class of a picture."""
        return self.replace("_", "-")


MEANINGS: Final = {
    Bucket.UNCHALLENGED: "no attack on the claim, nor on an inference to it, is recorded",
    Bucket.OPEN: "no reply is recorded",
    Bucket.REOPENED: "each reply is defeated, or leaves one of its grounds standing",
    Bucket.MUTUAL: "nothing decides: challenge and reply attack each other, or hang on what is undecided",
    Bucket.ANSWERED: "at least one reply stands",
    Bucket.CONCEDED: "recorded as conceded",
    Bucket.WITHDRAWN: "recorded as withdrawn",
    Bucket.ANSWERED_ELSEWHERE: "recorded as answered outside this map",
}
"""What each bucket says of a claim or challenge."""

NEEDS_REPLY: Final = (Bucket.OPEN, Bucket.REOPENED)
"""The buckets in which somebody owes a reply."""

_SPELLINGS: Final = {
    spelling: bucket for bucket in Bucket for spelling in (bucket.value, bucket.option, bucket.words)
}


def heading(bucket: Bucket) -> str:
    """Give the heading of the members of a bucket."""
    match bucket:
        case Bucket.UNCHALLENGED:
            return "Unchallenged claims"
        case Bucket.ANSWERED_ELSEWHERE:
            return "Challenges answered elsewhere"
        case _:
            return f"{bucket.words.capitalize()} challenges"


def as_bucket(word: str) -> Bucket | None:
    """Find a bucket by any of its spellings; None where no bucket is called so."""
    return _SPELLINGS.get(word.lower())
