"""Counting extensions one strongly connected component after the other, without listing them all.

Complete, preferred and stable semantics are SCC-recursive (Baroni, Giacomin & Guida 2005): what is chosen in
one strongly connected component bears on the later ones only through the arguments it attacks. So the choices
with the same bearing are counted together.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from argmap.semantics.componentwise import Componentwise
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension, Label, labelling
from argmap.semantics.parts import Part, restrict
from argmap.semantics.strongly_connected import strong_components

Marks = frozenset[int]
Bearing = tuple[Marks, Marks]
"""Arguments attacked by an accepted argument, and those only attacked by an undecided one."""


def count_by_components(framework: Framework, judge: Componentwise) -> int:
    """Return how many extensions a connected framework has under an SCC-recursive semantics.

    Args:
        framework: the framework.
        judge: the semantics.
    """
    components = strong_components(framework.targets)
    if len(components) == 1:
        return sum(1 for _ in judge.every_in(framework))
    states = Counter({(Marks(), Marks()): 1})
    for members in reversed(components):
        states = _after(states, _Component(framework, members, judge))
    return states.total()


def _after(states: Counter[Bearing], component: "_Component") -> Counter[Bearing]:
    following: Counter[Bearing] = Counter()
    for (beaten, doubted), number in states.items():
        choices = component.bearings(beaten & component.members, doubted & component.members)
        for (newly_beaten, newly_doubted), times in choices.items():
            all_beaten = (beaten - component.members) | newly_beaten
            all_doubted = ((doubted - component.members) | newly_doubted) - all_beaten
            following[all_beaten, all_doubted] += number * times
    return following


class _Component:
    """One strongly connected component and what its extensions do to the arguments after it."""

    def __init__(self, framework: Framework, members: Sequence[int], judge: Componentwise) -> None:
        self.members = frozenset(members)
        self.bearings = cache(self._bearings)
        self._framework = framework
        self._judge = judge

    def _bearings(self, beaten: Marks, doubted: Marks) -> Counter[Bearing]:
        """Count the extensions by their bearing on what follows, given the marks of the members."""
        part = self._conditioned(beaten, doubted)
        return Counter(self._bearing(part, found) for found in self._judge.every(part.framework, None))

    def _conditioned(self, beaten: Marks, doubted: Marks) -> Part:
        part = restrict(self._framework, sorted(self.members - beaten))
        # To be attacked by an undecided argument is to be never accepted: just as a self-attack is.
        loops = [number for number, argument in enumerate(part.members) if argument in doubted]
        within = part.framework
        sources, destinations = [*within.sources, *loops], [*within.destinations, *loops]
        return Part(Framework(within.size, sources, destinations), part.members)

    def _bearing(self, part: Part, extension: Extension) -> Bearing:
        labels = labelling(part.framework, extension)
        beaten = self._outside(part.lift(extension))
        doubtful = (part.members[number] for number, label in enumerate(labels) if label == Label.UNDECIDED)
        return beaten, self._outside(doubtful) - beaten

    def _outside(self, arguments: Iterable[int]) -> Marks:
        rows = map(self._framework.targets.__getitem__, arguments)
        return Marks(chain.from_iterable(rows)) - self.members
