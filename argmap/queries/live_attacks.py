"""Which attacks still hit something, when not all that was attacked is there."""

from collections.abc import Collection, Container, Hashable, Mapping
from typing import TypeVar

_Node = TypeVar("_Node", bound=Hashable)


def live_attacks(targets: Mapping[_Node, Collection[_Node]], there: Container[_Node]) -> set[_Node]:
    """Tell which attacks hit something that is there, or another attack that does.

    Attacks that only attack one another, in a circle, count as hitting.

    Args:
        targets: what each attack hits; several targets are alternatives.
        there: what is there for sure.
    """
    hitters: dict[_Node, list[_Node]] = {}
    left = dict.fromkeys(targets, 0)
    for attack, hit in targets.items():
        for target in hit:
            if target in targets:
                hitters.setdefault(target, []).append(attack)
            left[attack] += target in targets or target in there
    fallen = [attack for attack, count in left.items() if not count]
    for attack in fallen:
        for hitter in hitters.get(attack, ()):
            left[hitter] -= 1
            if not left[hitter]:
                fallen.append(hitter)
    return targets.keys() - set(fallen)
