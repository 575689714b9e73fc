"""Which challenges stand, which replies are defeated: the dialogue between the rebuttals of a map.

A rebuttal is *defeated* when something that stands attacks it, or undercuts every reason stated for it, or
every attack that it makes. It *stands* when whatever attacks it is defeated and one of its attacks and,
where reasons are stated, one of them is left. Where
neither follows it is undecided. This is the grounded labelling (Dung 1995; Caminada 2006) of the rebuttals
alone. A challenge marked as withdrawn or answered elsewhere counts as defeated.
"""

from collections import deque
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis, Marker, Rebuttal

_SETTLED = frozenset({Marker.WITHDRAWN, Marker.ANSWERED_ELSEWHERE})


@dataclass(frozen=True)
class Dialectic:
    """The replies to each challenge, the side each rebuttal is on, and what stands.

    Args:
        challenged: statements that are attacked, or one of the inferences to them.
        replies: challenge to the rebuttals that reply to it, in the map's order; none, no entry.
        challenges: rebuttals that speak against a claim, or against a reply on a claim's side.
        standing: rebuttals that no standing rebuttal defeats.
        defeated: rebuttals that a standing one defeats, or that are marked as settled.
    """

    challenged: frozenset[str]
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
    counted = _Counted(argument_map, include_inferred=include_inferred)
    labels = _Labelling(counted)
    labels.run()
    return Dialectic(
        challenged=frozenset(counted.hits),
        replies={
            key: tuple(dict.fromkeys(attack.rebuttal for attack in counted.hits[key]))
            for key in counted.rebuttals
            if key in counted.hits
        },
        challenges=frozenset(_challenges(counted)),
        standing=frozenset(labels.standing),
        defeated=frozenset(labels.defeated),
    )


class _Counted:
    """The part of a map that takes part.

    Args:
        argument_map: the map.
        include_inferred: whether inferred rebuttals do.
    """

    def __init__(self, argument_map: ArgumentMap, *, include_inferred: bool) -> None:
        stated = Basis.STATED
        self.map = argument_map
        self.rebuttals: dict[str, Rebuttal] = {
            key: rebuttal
            for key, rebuttal in argument_map.rebuttals.items()
            if include_inferred or rebuttal.basis is stated
        }
        self.hits: dict[str, list[Attack]] = {}
        """The attacks on a statement and on the inferences to it; no entry where there is none."""
        inferences = argument_map.inferences
        for attack in argument_map.attacks:
            if include_inferred or attack.basis is stated:
                step = inferences.get(attack.target)
                self.hits.setdefault(step.conclusion if step else attack.target, []).append(attack)


def _challenges(counted: _Counted) -> set[str]:
    """Find the rebuttals against a claim's side, walking outwards from the claims."""
    against: set[str] = set()
    replying: set[str] = set()
    queue = deque(
        (attack.rebuttal, True)
        for target, attacks in counted.hits.items()
        if target not in counted.rebuttals
        for attack in attacks
    )
    while queue:
        rebuttal, is_challenge = queue.popleft()
        side = against if is_challenge else replying
        if rebuttal not in side:
            side.add(rebuttal)
            replies = counted.hits.get(rebuttal, ())
            queue.extend((attack.rebuttal, not is_challenge) for attack in replies)
    return against


class _Labelling:
    """Labels what stands and what is defeated, each step following from the ones before.

    A *place* is what an attack hits: a rebuttal, an inference to one, or one attack that it makes.
    """

    def __init__(self, counted: _Counted) -> None:
        self.standing: set[str] = set()
        self.defeated: set[str] = set()
        self._rebuttals = counted.rebuttals
        self._hit: set[str] = set()
        self._aims: dict[str, list[tuple[str, str]]] = {}
        """For each rebuttal that attacks rebuttals: the places that it hits, and whose they are."""
        self._pending: dict[str, int] = {}
        """For each place, how many of its attackers are not defeated yet."""
        for key, attacks in counted.hits.items():
            if key in counted.rebuttals:
                for attack in attacks:
                    place = attack.denies or attack.target
                    self._aims.setdefault(attack.rebuttal, []).append((place, key))
                    self._pending[place] = self._pending.get(place, 0) + 1

    def run(self) -> None:
        """Label everything that follows; what is left is undecided."""
        queue: deque[str] = deque()
        for key, rebuttal in self._rebuttals.items():
            self._decide(key, queue, settled=rebuttal.marker in _SETTLED)
        while queue:
            self._pass_on(queue.popleft(), queue)

    def _pass_on(self, key: str, queue: deque[str]) -> None:
        for place, owner in self._aims.get(key, ()):
            if key in self.standing:
                self._hit.add(place)
            else:
                self._pending[place] -= 1
            self._decide(owner, queue)

    def _decide(self, key: str, queue: deque[str], *, settled: bool = False) -> None:
        if key in self.standing or key in self.defeated:
            return
        reasons = [step.id for step in self._rebuttals[key].because]
        attacks = [aim.id or "" for aim in self._rebuttals[key].aims]
        if settled or key in self._hit or self._all_hit(reasons) or self._all_hit(attacks):
            self.defeated.add(key)
        elif not self._pending.get(key) and self._one_left(reasons) and self._one_left(attacks):
            self.standing.add(key)
        else:
            return
        queue.append(key)

    def _all_hit(self, places: list[str]) -> bool:
        return bool(places) and self._hit.issuperset(places)

    def _one_left(self, places: list[str]) -> bool:
        return not places or any(not self._pending.get(place) for place in places)
