"""What can happen to a claim or challenge between two versions of a map, and what each is called."""

from enum import StrEnum

from argmap.queries.buckets import in_words


class Turn(StrEnum):
    """What has happened to a claim or challenge in the debate."""

    NEWLY_OPEN = "newly_open"
    REOPENED = "reopened"
    NEWLY_MUTUAL = "newly_mutual"
    NEWLY_ANSWERED = "newly_answered"
    CONCEDED = "conceded"
    WITHDRAWN = "withdrawn"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    NEWLY_CHALLENGED = "newly_challenged"
    NO_LONGER_CHALLENGED = "no_longer_challenged"

    @property
    def words(self) -> str:
        """What people call it."""
        return in_words(self)

    @property
    def option(self) -> str:
        """What it is called on the command line."""
        return self.words.replace(" ", "-")
