"""Shrinking a conflict-free set to what defends itself."""

from collections.abc import Collection, Iterable

from argmap.semantics.framework import Framework


class Defence:
    """The largest admissible part of a conflict-free set, kept so while arguments leave it.

    Whatever the rest no longer defends leaves too. Over the whole life of the object each attack is
    looked at a bounded number of times.

    Args:
        framework: the framework.
        conflict_free: the set to begin with.
    """

    def __init__(self, framework: Framework, conflict_free: Iterable[int]) -> None:
        self.kept = set(conflict_free)
        self._framework = framework
        self._hits = [0] * framework.size
        for argument in self.kept:
            for attacked in framework.targets[argument]:
                self._hits[attacked] += 1
        self.drop([argument for argument in self.kept if not self._defended(argument)])

    def drop(self, leaving: Iterable[int]) -> list[int]:
        """Remove some members and all that is then undefended; return everything that left."""
        gone = list(leaving)
        self.kept.difference_update(gone)
        for argument in gone:
            for attacked in self._framework.targets[argument]:
                self._hits[attacked] -= 1
                if not self._hits[attacked]:
                    exposed = self.kept.intersection(self._framework.targets[attacked])
                    self.kept -= exposed
                    gone.extend(exposed)
        return gone

    def released(self, gone: Collection[int]) -> list[int]:
        """Return what the arguments that left attack and the rest does not."""
        targets = {attacked for argument in gone for attacked in self._framework.targets[argument]}
        return sorted(attacked for attacked in targets if not self._hits[attacked])

    def _defended(self, argument: int) -> bool:
        return all(self._hits[attacker] for attacker in self._framework.attackers[argument])
