"""The ideal and the eager extension: the largest admissible set that no rival rejects."""

from collections.abc import Iterable

from argmap.semantics import encoding
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension, members
from argmap.semantics.parts import connected_parts, grounded_split
from argmap.semantics.preferred import Preferred
from argmap.semantics.ranged import SemiStable
from argmap.semantics.sat import Sat


def ideal(framework: Framework) -> Extension:
    """Return the ideal extension: the largest admissible set within every preferred extension.

    Dung, Mancarella & Toni (2007); it is also the largest admissible set that no admissible set
    attacks, and that is how it is found: from one preferred extension, drop what admissible sets attack.
    """
    labels, rest = grounded_split(framework)
    found = [part.lift(_ideal_in(part.framework)) for part in connected_parts(rest.framework)]
    return members(labels) | rest.lift(frozenset().union(*found))


def eager(framework: Framework) -> Extension:
    """Return the eager extension: the largest admissible set within every semi-stable extension.

    Caminada (2007), "Comparing two unique extension semantics for formal argumentation".
    """
    labels, rest = grounded_split(framework)
    found = [part.lift(_eager_in(part.framework)) for part in connected_parts(rest.framework)]
    return members(labels) | rest.lift(frozenset().union(*found))


def _ideal_in(framework: Framework) -> Extension:
    size = framework.size
    kept = Preferred().some_in(framework)
    solver = Sat()
    encoding.admissible(solver, framework)
    # A rival that leaves out what is kept and attacks it widely settles most of it in one go.
    solver.prefer([sign for argument in kept for sign in (-(argument + 1), size + argument + 1)])
    while kept:
        solver.add([size + argument + 1 for argument in kept])
        if not solver.solve():
            break
        rival = encoding.accepted(solver, framework)
        attacked = {target for member in rival for target in framework.targets[member]}
        kept = largest_admissible(framework, kept - attacked)
    return kept


def _eager_in(framework: Framework) -> Extension:
    search = SemiStable().search(framework)
    kept = search.find() or frozenset()
    while kept and (rival := search.find(lacking=kept)) is not None:
        kept = largest_admissible(framework, kept & rival)
    return kept


def largest_admissible(framework: Framework, conflict_free: Iterable[int]) -> Extension:
    """Return the largest admissible part of a conflict-free set, in time linear in its attacks.

    Whatever the set does not defend is dropped until the rest defends itself.
    """
    kept = set(conflict_free)
    hits = [0] * framework.size
    for argument in kept:
        for attacked in framework.targets[argument]:
            hits[attacked] += 1
    queue = [argument for argument in kept if not all(hits[other] for other in framework.attackers[argument])]
    kept.difference_update(queue)
    for argument in queue:
        for attacked in framework.targets[argument]:
            hits[attacked] -= 1
            if not hits[attacked]:
                exposed = kept.intersection(framework.targets[attacked])
                kept -= exposed
                queue.extend(exposed)
    return frozenset(kept)
