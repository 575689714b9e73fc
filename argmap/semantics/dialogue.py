"""A labelling told as a dialogue: who attacks, who defends, where it ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Attack
from argmap.semantics.labelled import Labelled
from argmap.semantics.labels import Label
from argmap.semantics.participants import Fall
from argmap.semantics.reading import HELPERS, Kind
from argmap.semantics.status import Status


class Role(StrEnum):
    """What a move does for the one it answers to."""

    THESIS = "thesis"
    ATTACK = "attack"
    REASON = "reason"
    PREMISE = "premise"
    PARTNER = "partner"
    BESIDES = "besides"


@dataclass(frozen=True, slots=True)
class Move:
    """One statement or inference in a dialogue.

    Args:
        id: the statement or inference.
        parent: the place in the dialogue of the move that this one answers to; None for the thesis.
        depth: how many moves lie above it.
        role: what it does there; what would fell its target as well, and is not told further, is besides.
        status: its own status.
        attack: the attack that it makes, for an attack and what is besides.
        repeated: whether it was told before, so that nothing follows here.
    """

    id: str
    parent: int | None
    depth: int
    role: Role
    status: Status
    attack: Attack | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class _Next:
    number: int | None
    key: str
    role: Role
    attack: Attack | None = None


def tell(labelled: Labelled, key: str) -> tuple[Move, ...]:
    """Tell why a statement has its status.

    What is in meets every attack, with one answer each; what is out falls by one attack, or for each of
    its reasons by one fault. Of several the one with the lowest rank is told and the others are named as
    besides: under grounded labels the rest is a shortest winning strategy of the grounded discussion game
    (Caminada 2015). What is undecided is told along one circle. Nothing is told twice.

    Args:
        labelled: the map as a framework, with labels.
        key: the statement.

    Returns:
        The moves; each comes after the one that it answers to.
    """
    teller = _Teller(labelled)
    moves: list[Move] = []
    waiting: list[tuple[_Next, int | None, int]] = [(teller.begin(key), None, 0)]
    seen: set[int | str] = set()
    while waiting:
        step, parent, depth = waiting.pop()
        told = step.key if step.number is None else step.number
        repeated = told in seen and step.role is not Role.BESIDES
        moves.append(
            Move(step.key, parent, depth, step.role, labelled.status(step.key), step.attack, repeated)
        )
        if not repeated and step.role is not Role.BESIDES:
            seen.add(told)
            here = len(moves) - 1
            waiting.extend((child, here, depth + 1) for child in reversed(list(teller.answers(step))))
    return tuple(moves)


class _Teller:
    def __init__(self, labelled: Labelled) -> None:
        self._labelled = labelled
        self._reading = labelled.reading
        self._arguments = labelled.reading.arguments

    def begin(self, key: str) -> _Next:
        return self._named(key, Role.THESIS)

    def answers(self, step: _Next) -> Iterator[_Next]:
        """Give what has to be told next about a move."""
        if step.number is None:
            return self._after_a_fall(step.key)
        match self._labelled.labels[step.number]:
            case Label.IN:
                return self._defence(step.number)
            case Label.OUT:
                return self._defeat(step.number)
            case _:
                return self._standoff(step.number)

    def _named(self, key: str, role: Role) -> _Next:
        return _Next(self._reading.index.get(key), key, role)

    def _after_a_fall(self, key: str) -> Iterator[_Next]:
        """Follow a fall to what was withdrawn, answered elsewhere or set aside."""
        fallen, participants = self._reading.fallen, self._reading.participants
        if fallen[key] is Fall.REASONS:
            yield from (self._named(step.id, Role.REASON) for step in participants.reasons[key])
        elif fallen[key] is Fall.PREMISE:
            lost = next(premise for premise in participants.steps[key].premises if premise in fallen)
            yield self._named(lost, Role.PREMISE)

    def _defence(self, number: int) -> Iterator[_Next]:
        """Every attacker of what is in, each to be met: first what it needs, then who speaks against it."""
        attackers = self._labelled.sorted(self._reading.framework.attackers[number])
        for attacker in sorted(attackers, key=lambda other: self._arguments[other].kind not in HELPERS):
            argument = self._arguments[attacker]
            if argument.kind is Kind.GROUNDLESS:
                reasons = self._labelled.attackers(attacker, Label.IN)
                yield from (self._named(self._arguments[best].id, Role.REASON) for best in reasons[:1])
            elif argument.kind is Kind.LACK:
                yield from self._needed(number, argument.id)
            else:
                yield self._attack(attacker, number)

    def _defeat(self, number: int) -> Iterator[_Next]:
        """The attacker that fells what is out; where it has no reason left, each reason."""
        standing = self._labelled.challengers(number, Label.IN)
        attacker, *_ = standing or self._labelled.attackers(number, Label.IN)
        argument = self._arguments[attacker]
        if argument.kind is Kind.GROUNDLESS:
            steps = self._reading.participants.reasons[argument.id]
            yield from (self._named(step.id, Role.REASON) for step in steps)
        elif argument.kind is Kind.LACK:
            yield from self._needed(number, argument.id)
        else:
            yield self._attack(attacker, number)
            yield from (self._attack(other, number, Role.BESIDES) for other in standing[1:])

    def _standoff(self, number: int) -> Iterator[_Next]:
        """The next member of the circle that leaves something undecided."""
        if not self._labelled.is_complete:
            return
        attacker = self._labelled.circles.following[number]
        argument = self._arguments[attacker]
        if argument.kind is Kind.GROUNDLESS:
            step = self._labelled.circles.following[attacker]
            yield self._named(self._arguments[step].id, Role.REASON)
        elif argument.kind is Kind.LACK:
            yield from self._needed(number, argument.id)
        else:
            yield self._attack(attacker, number)

    def _needed(self, number: int, key: str) -> Iterator[_Next]:
        """What an inference or an attack needs; of its own rebuttal, what follows is told in its place."""
        argument = self._arguments[number]
        if argument.kind is not Kind.BEARING:
            yield self._named(key, Role.PREMISE)
        elif key != argument.id:
            yield self._named(key, Role.PARTNER)
        else:
            yield from self.answers(self._named(key, Role.ATTACK))

    def _attack(self, attacker: int, target: int, role: Role = Role.ATTACK) -> _Next:
        attack = self._labelled.attack(attacker, target)
        return _Next(attacker, self._arguments[attacker].id, role, attack)
