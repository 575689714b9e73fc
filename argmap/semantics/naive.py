"""Naive sets: conflict-free, with nothing left to add (Bondarenko, Dung, Kowalski & Toni 1997)."""

from collections.abc import Iterable

from argmap.semantics.framework import Framework
from argmap.semantics.labels import Label, labelling


def naive(framework: Framework, conflict_free: Iterable[int]) -> bytearray:
    """Return the labels of a conflict-free set after all that fits has joined it, in order."""
    labels = labelling(framework, conflict_free)
    barred = framework.self_attackers
    for argument, label in enumerate(labels):
        if (
            label
            or argument in barred
            or Label.IN in (labels[other] for other in framework.targets[argument])
        ):
            continue
        labels[argument] = Label.IN
        for attacked in framework.targets[argument]:
            labels[attacked] = Label.OUT
    return labels
