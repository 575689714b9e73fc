"""How the debate stands otherwise in a newer map: what is open, answered, conceded, and who owes what."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Rebuttal
from argmap.queries.buckets import Bucket
from argmap.queries.changes.brought import is_new
from argmap.queries.changes.matching import Matches
from argmap.queries.changes.turns import Turn
from argmap.queries.owing import owed_by
from argmap.queries.unanswered import Standing, awaits_reply

_TURNS = {
    Bucket.OPEN: Turn.NEWLY_OPEN,
    Bucket.REOPENED: Turn.REOPENED,
    Bucket.MUTUAL: Turn.NEWLY_MUTUAL,
    Bucket.ANSWERED: Turn.NEWLY_ANSWERED,
    Bucket.CONCEDED: Turn.CONCEDED,
    Bucket.WITHDRAWN: Turn.WITHDRAWN,
    Bucket.ANSWERED_ELSEWHERE: Turn.ANSWERED_ELSEWHERE,
}
"""The turn that brings a challenge into a bucket."""


@dataclass(frozen=True)
class Debt:
    """A reply that somebody owes.

    Args:
        person: who owes it.
        challenge: to what.
    """

    person: str
    challenge: str


@dataclass(frozen=True)
class DebateChange:
    """How the debate stands otherwise.

    Args:
        turns: turn to the statements to which it happened, by their new ids, in the newer map's order.
        before: the bucket of each of them in the older map; None where it had none.
        owed: replies that are owed now and were not.
        settled: replies that were owed and no longer are, by the new names.
    """

    turns: Mapping[Turn, tuple[str, ...]]
    before: Mapping[str, Bucket | None]
    owed: tuple[Debt, ...]
    settled: tuple[Debt, ...]

    def __bool__(self) -> bool:
        """Whether anything stands otherwise."""
        return bool(any(self.turns.values()) or self.owed or self.settled)


def compare_debates(
    old: tuple[ArgumentMap, Standing], new: tuple[ArgumentMap, Standing], matches: Matches
) -> DebateChange:
    """Compare how the debate stands in two maps.

    A challenge that comes with its answer has not become answered; it was never open.

    Args:
        old: the older map and its buckets.
        new: the newer map and its buckets.
        matches: which record is which.
    """
    turns, before = find_turns(old, new, matches)
    owed_before = [_renamed(debt, matches) for debt in _debts(*old)]
    owed_now = _debts(*new)
    known, now = set(owed_before), set(owed_now)
    return DebateChange(
        turns,
        before,
        tuple(debt for debt in owed_now if debt not in known),
        tuple(debt for debt in owed_before if debt not in now),
    )


def find_turns(
    old: tuple[ArgumentMap, Standing], new: tuple[ArgumentMap, Standing], matches: Matches
) -> tuple[dict[Turn, tuple[str, ...]], dict[str, Bucket | None]]:
    """Find the statements that stand otherwise, and where each of them stood.

    Args:
        old: the older map and its buckets.
        new: the newer map and its buckets.
        matches: which record is which.

    Returns:
        Turn to the statements to which it happened, by their new ids; and the bucket of each of them in the
        older map, None where it had none.
    """
    names = matches.names
    was = {names.node(key): bucket for key, bucket in old[1].buckets.items()}
    there = {names.node(key) for key in old[0].statements}
    turns: dict[Turn, list[str]] = {turn: [] for turn in Turn}
    before: dict[str, Bucket | None] = {}
    for key in new[0].statements:
        turn = _turn(key, new, was, key in there)
        if turn:
            turns[turn].append(key)
            before[key] = was.get(key)
    return {turn: tuple(keys) for turn, keys in turns.items()}, before


def _turn(
    key: str,
    new: tuple[ArgumentMap, Standing],
    was: Mapping[str, Bucket],
    is_known: bool,  # noqa: FBT001
) -> Turn | None:
    now, then = new[1].buckets.get(key), was.get(key)
    if now is then:
        return None
    if not isinstance(new[0].statements[key], Rebuttal):
        if now is Bucket.UNCHALLENGED:
            return Turn.NO_LONGER_CHALLENGED if is_known else None
        return Turn.NEWLY_CHALLENGED if then is Bucket.UNCHALLENGED else None
    if now is None or not is_new(then, now):
        return None
    if now in {Bucket.ANSWERED, Bucket.MUTUAL} and then is None:
        return None
    return _TURNS.get(now)


def _debts(argument_map: ArgumentMap, standing: Standing) -> list[Debt]:
    """List the replies that are owed."""
    waiting = (
        rebuttal
        for key in standing.buckets
        if (rebuttal := argument_map.rebuttals.get(key)) and awaits_reply(argument_map, rebuttal, standing)
    )
    return [Debt(person, one.id) for one in waiting for person in owed_by(argument_map, one)]


def _renamed(debt: Debt, matches: Matches) -> Debt:
    return Debt(matches.people.get(debt.person, debt.person), matches.names.node(debt.challenge))
