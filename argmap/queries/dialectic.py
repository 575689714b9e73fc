"""Who challenges and who replies: the two sides of each thread of a map."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.argument_map import ArgumentMap
from argmap.model import Attack, Basis


@dataclass(frozen=True)
class Dialectic:
    """Which statements are attacked, by whom, and on which side each rebuttal speaks.

    Args:
        challenged: statements that are attacked, or one of the inferences to them.
        replies: challenge to the rebuttals that reply to it, in the map's order; none, no entry.
        challenges: rebuttals that speak against a claim, or against a reply on a claim's side.
    """

    challenged: frozenset[str]
    replies: Mapping[str, tuple[str, ...]]
    challenges: frozenset[str]


def dialectic(argument_map: ArgumentMap, *, include_inferred: bool = False) -> Dialectic:
    """Tell challenges from replies.

    Args:
        argument_map: the map.
        include_inferred: whether conflicts inferred by the editor take part.
    """
    hits = _hits(argument_map, include_inferred=include_inferred)
    return Dialectic(
        challenged=frozenset(hits),
        replies={
            key: tuple(dict.fromkeys(attack.rebuttal for attack in hits[key]))
            for key in argument_map.rebuttals
            if key in hits and _counts(argument_map.rebuttals[key].basis, include_inferred=include_inferred)
        },
        challenges=frozenset(_challenges(argument_map, hits)),
    )


def _counts(basis: Basis, *, include_inferred: bool) -> bool:
    return include_inferred or basis is Basis.STATED


def _hits(argument_map: ArgumentMap, *, include_inferred: bool) -> dict[str, list[Attack]]:
    """Group the attacks by the statement that they, or an inference to which, they hit."""
    hits: dict[str, list[Attack]] = {}
    inferences = argument_map.inferences
    for attack in argument_map.attacks:
        if _counts(attack.basis, include_inferred=include_inferred):
            step = inferences.get(attack.target)
            hits.setdefault(step.conclusion if step else attack.target, []).append(attack)
    return hits


def _challenges(argument_map: ArgumentMap, hits: Mapping[str, list[Attack]]) -> set[str]:
    """Find the rebuttals against a claim's side, walking outwards from the claims."""
    against: set[str] = set()
    replying: set[str] = set()
    queue = deque(
        (attack.rebuttal, True)
        for target, attacks in hits.items()
        if target not in argument_map.rebuttals
        for attack in attacks
    )
    while queue:
        rebuttal, is_challenge = queue.popleft()
        side = against if is_challenge else replying
        if rebuttal not in side:
            side.add(rebuttal)
            queue.extend((attack.rebuttal, not is_challenge) for attack in hits.get(rebuttal, ()))
    return against
