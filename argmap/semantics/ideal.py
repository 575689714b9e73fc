"""The ideal and the eager extension: the largest admissible set that no rival rejects."""

from argmap.semantics import encoding
from argmap.semantics.defence import Defence
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension, Label, labelling, members
from argmap.semantics.parts import connected_parts, grounded_split
from argmap.semantics.preferred import Preferred
from argmap.semantics.sat import Sat
from argmap.semantics.semi_stable_and_stage import SemiStable


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
    defence = Defence(framework, Preferred().some_in(framework))
    solver = Sat(framework)
    encoding.admissible(solver, framework)
    solver.prefer(_without(framework, defence.kept) + _attacking(framework, defence.kept))
    while defence.kept:
        solver.add([size + argument + 1 for argument in defence.kept])
        if not solver.solve():
            break
        model = solver.model()
        gone = defence.drop([argument for argument in defence.kept if model[size + argument] > 0])
        solver.prefer([argument + 1 for argument in gone])
        solver.prefer([size + target + 1 for target in defence.released(gone)])
    return frozenset(defence.kept)


def _eager_in(framework: Framework) -> Extension:
    search = SemiStable().search(framework)
    defence = Defence(framework, search.find() or ())
    search.prefer(_without(framework, defence.kept))
    while defence.kept and (rival := search.find(lacking=defence.kept)) is not None:
        gone = defence.drop(defence.kept - rival)
        search.prefer([argument + 1 for argument in gone])
    return frozenset(defence.kept)


# A rival sought along the following lines drops much at once instead of one argument after the other.


def _without(framework: Framework, kept: set[int]) -> list[int]:
    """Return literals that leave out a set and accept all else."""
    return [-(argument + 1) if argument in kept else argument + 1 for argument in range(framework.size)]


def _attacking(framework: Framework, kept: set[int]) -> list[int]:
    """Return literals that attack a set, and all else but what the set attacks."""
    labels = enumerate(labelling(framework, kept), start=framework.size + 1)
    return [-number if label == Label.OUT else number for number, label in labels]
