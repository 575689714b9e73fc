"""Labels of arguments, and labellings as one byte an argument."""

from collections.abc import Iterable
from enum import IntEnum

from argmap.semantics.framework import Framework

Extension = frozenset[int]


class Label(IntEnum):
    """The status of one argument in a labelling (Caminada 2006)."""

    UNDECIDED = 0
    IN = 1
    OUT = 2


def labelling(framework: Framework, extension: Iterable[int]) -> bytearray:
    """Label the members of a conflict-free extension in, what they attack out, the rest undecided.

    The extension-to-labelling map of Caminada (2006). Returns one `Label` value for each argument.
    """
    labels = bytearray(framework.size)
    starts, items = framework.targets.starts, framework.targets.items
    for argument in extension:
        labels[argument] = Label.IN
        for target in items[starts[argument] : starts[argument + 1]]:
            labels[target] = Label.OUT
    return labels


def members(labels: bytearray, label: Label = Label.IN) -> Extension:
    """Return the arguments that carry ``label``."""
    if label not in labels:
        return frozenset()
    return frozenset([argument for argument, given in enumerate(labels) if given == label])
