"""The grounded extension, in time linear in the attacks."""

from collections.abc import Iterable

from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension, members

_IN, _OUT = 1, 2


def closure(framework: Framework, accepted: Iterable[int] = ()) -> bytearray:
    """Label the least complete labelling that accepts ``accepted``, which must be admissible.

    With nothing accepted it is the grounded labelling: the least fixed point of the characteristic
    function (Dung 1995, definition 20). Each attack is looked at no more than twice, as in the
    labelling algorithm of Modgil & Caminada (2009, section 6.2). Returns one `Label` value for each
    argument.
    """
    labels = bytearray(framework.size)
    queue = list(accepted)
    if not queue and len({*framework.destinations}) == framework.size:
        return labels
    waiting = framework.in_degrees.copy()
    queue += [argument for argument, count in enumerate(waiting) if not count]
    starts, items = framework.targets.starts, framework.targets.items
    for argument in queue:
        if labels[argument]:
            continue
        labels[argument] = _IN
        for attacked in items[starts[argument] : starts[argument + 1]]:
            if labels[attacked]:
                continue
            labels[attacked] = _OUT
            for defended in items[starts[attacked] : starts[attacked + 1]]:
                waiting[defended] -= 1
                if not waiting[defended]:
                    queue.append(defended)
    return labels


def grounded(framework: Framework) -> Extension:
    """Return the grounded extension (Dung 1995)."""
    return members(closure(framework))


def completed(framework: Framework, admissible: Iterable[int]) -> Extension:
    """Return the least complete extension that includes an admissible set (Dung 1995, lemma 10)."""
    return members(closure(framework, admissible))
