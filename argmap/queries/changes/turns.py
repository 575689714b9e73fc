"""What can happen to a claim or challenge between two versions of a map, and what each is called."""

from argmap.queries.worded import Worded


class Turn(Worded):
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
