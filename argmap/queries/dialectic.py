"""Which challenges stand, which replies are defeated: the dialogue between the rebuttals of a map.

A rebuttal is *defeated* when something that stands attacks it, or undercuts every reason stated for it. It
*stands* when whatever attacks it is defeated and, where reasons are stated, one of them is left. Where
neither follows it is undecided. This is the grounded labelling (Dung 1995; Caminada 2006) of the rebuttals
alone. A challenge marked as withdrawn or answered elsewhere counts as defeated.
"""

from collections import deque
from dataclasses import dataclass, field

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis, Marker, Rebuttal

_SETTLED = frozenset({Marker.WITHDRAWN, Marker.ANSWERED_ELSEWHERE})


@dataclass(frozen=True)
class Dialectic:
    """The replies to each challenge, the side each rebuttal is on, and what stands.

    Args:
        replies: challenge to the rebuttals that reply to it, in the map's order.
        challenges: rebuttals that speak against a claim, or against a reply on a claim's side.
        standing: rebuttals that no standing rebuttal defeats.
        defeated: rebuttals that a standing one defeats, or that are marked as settled.
    """

    replies: dict[str, tuple[str, ...]]
    challenges: frozenset[str]
    standing: frozenset[str]
    defeated: frozenset[str]


def dialectic(argument_map: ArgumentMap, *, include_inferred: bool = False) -> Dialectic:
    """Work out the dialogue of a map.

    Args:
        argument_map: the map.
        include_inferred: whether conflicts that only the editor sees take part.
    """
    counted = _Counted(argument_map, include_inferred)
    replies = {rebuttal: counted.replies_to(rebuttal) for rebuttal in counted.rebuttals}
    labels = _Labelling(counted)
    labels.run()
    return Dialectic(
        replies={
            challenge: tuple(dict.fromkeys(a.rebuttal for a in hits)) for challenge, hits in replies.items()
        },
        challenges=frozenset(_challenges(counted)),
        standing=frozenset(labels.standing),
        defeated=frozenset(labels.defeated),
    )


@dataclass
class _Counted:
    """The part of a map that takes part."""

    map: ArgumentMap
    include_inferred: bool
    rebuttals: dict[str, Rebuttal] = field(init=False)

    def __post_init__(self) -> None:
        self.rebuttals = {
            key: rebuttal for key, rebuttal in self.map.rebuttals.items() if self.counts(rebuttal.basis)
        }

    def counts(self, basis: Basis) -> bool:
        return self.include_inferred or basis is Basis.STATED

    def replies_to(self, rebuttal: str) -> list[Attack]:
        return [attack for attack in self.map.challenges_to(rebuttal) if self.counts(attack.basis)]

    def targets_of(self, rebuttal: str) -> list[str]:
        """Give the statements that a rebuttal bears on: for an inference, its conclusion."""
        return [self.map.statement_of(attack.target).id for attack in self.map.attacks_by.get(rebuttal, ())]


def _challenges(counted: _Counted) -> set[str]:
    """Find the rebuttals against a claim's side, walking outwards from the claims."""
    against: set[str] = set()
    replying: set[str] = set()
    queue = deque(
        (rebuttal, True)
        for rebuttal in counted.rebuttals
        if any(target in counted.map.claims for target in counted.targets_of(rebuttal))
    )
    while queue:
        rebuttal, is_challenge = queue.popleft()
        side = against if is_challenge else replying
        if rebuttal in side:
            continue
        side.add(rebuttal)
        queue.extend((attack.rebuttal, not is_challenge) for attack in counted.replies_to(rebuttal))
    return against


class _Labelling:
    """Labels what stands and what is defeated, each step following from the ones before.

    A *place* is what an attack hits: a rebuttal, or an inference to one.
    """

    def __init__(self, counted: _Counted) -> None:
        self.standing: set[str] = set()
        self.defeated: set[str] = set()
        self._rebuttals = counted.rebuttals
        self._map = counted.map
        self._hit: set[str] = set()
        self._targets: dict[str, list[str]] = {key: [] for key in counted.rebuttals}
        self._pending: dict[str, int] = {}
        for key in counted.rebuttals:
            for attack in counted.replies_to(key):
                self._targets[attack.rebuttal].append(attack.target)
                self._pending[attack.target] = self._pending.get(attack.target, 0) + 1

    def run(self) -> None:
        """Label everything that follows; what is left is undecided."""
        queue: deque[str] = deque()
        for key, rebuttal in self._rebuttals.items():
            self._decide(key, queue, settled=rebuttal.marker in _SETTLED)
        while queue:
            self._pass_on(queue.popleft(), queue)

    def _pass_on(self, key: str, queue: deque[str]) -> None:
        for place in self._targets[key]:
            if key in self.standing:
                self._hit.add(place)
            else:
                self._pending[place] -= 1
            self._decide(self._map.statement_of(place).id, queue)

    def _decide(self, key: str, queue: deque[str], *, settled: bool = False) -> None:
        if key in self.standing or key in self.defeated:
            return
        reasons = [step.id for step in self._rebuttals[key].because]
        if settled or key in self._hit or (reasons and self._hit.issuperset(reasons)):
            self.defeated.add(key)
        elif not self._pending.get(key) and (
            not reasons or any(not self._pending.get(reason) for reason in reasons)
        ):
            self.standing.add(key)
        else:
            return
        queue.append(key)
