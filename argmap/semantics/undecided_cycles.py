"""Why a labelling leaves arguments undecided: the circle that each of them hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.semantics.framework import Framework
from argmap.semantics.labels import Label


@dataclass(eq=False)
class UndecidedCycles:
    """The undecided arguments of a complete labelling, each with an undecided attacker to follow.

    In a complete labelling every undecided argument has an undecided attacker; whoever follows them from
    one to the next ends in a circle. Pairs that attack each other are preferred where they can be reached.

    Args:
        framework: the framework.
        labels: a complete labelling of it.
    """

    framework: Framework
    labels: bytearray
    _circles: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False)

    @cached_property
    def following(self) -> Mapping[int, int]:
        """The undecided attacker to follow, for each undecided argument."""
        labels, targets = self.labels, self.framework.targets
        pairs = [
            (attacker, argument)
            for attacker, argument in self.framework.attacks()
            if labels[attacker] == labels[argument] == Label.UNDECIDED
        ]
        there = set(pairs)
        found: dict[int, int] = {}
        for attacker, argument in pairs:
            if (argument, attacker) in there:
                found.setdefault(argument, attacker)
        queue = list(found)
        for argument in queue:
            for target in targets[argument]:
                if labels[target] == Label.UNDECIDED and target not in found:
                    found[target] = argument
                    queue.append(target)
        for attacker, argument in pairs:
            found.setdefault(argument, attacker)
        return found

    def circle(self, argument: int) -> tuple[int, ...]:
        """Give the circle that an undecided argument hangs on: each member attacks the one before it."""
        trail: dict[int, int] = {}
        while argument not in self._circles and argument not in trail:
            trail[argument] = len(trail)
            argument = self.following[argument]
        known = self._circles.get(argument)
        circle = tuple(trail)[trail[argument] :] if known is None else known
        self._circles.update(dict.fromkeys(trail, circle))
        return circle
