"""Frameworks as clauses.

For a framework of ``n`` arguments, variable ``a + 1`` says that argument ``a`` is accepted, variable
``n + a + 1`` that it is attacked by an accepted argument, and ``2n + a + 1`` that it is in the range:
one or the other. Further variables are free for the caller.
"""

from collections.abc import Iterable, Iterator

from argmap.semantics.framework import Framework
from argmap.semantics.sat import Sat


def conflict_free(solver: Sat, framework: Framework) -> None:
    """Demand a conflict-free set and tie the attacked variables to it.

    One clause for each argument states freedom from conflict, instead of one for each attack.
    """
    add, size = solver.add, framework.size
    for argument, row in enumerate(framework.attackers, start=1):
        add([-argument, -size - argument])
        add([-size - argument, *[attacker + 1 for attacker in row]])
    for attacker, attacked in framework.attacks():
        add([-1 - attacker, size + attacked + 1])


def admissible(solver: Sat, framework: Framework) -> None:
    """Demand an admissible set: conflict-free, and attacking all its attackers (Dung 1995)."""
    conflict_free(solver, framework)
    add, size = solver.add, framework.size
    for attacker, argument in framework.attacks():
        add([-1 - argument, size + attacker + 1])


def complete(solver: Sat, framework: Framework) -> None:
    """Demand a complete extension: admissible, and holding all that it defends (Dung 1995)."""
    admissible(solver, framework)
    size = framework.size
    for argument, row in enumerate(framework.attackers):
        solver.add([argument + 1, *[-(size + attacker + 1) for attacker in row]])


def stable(solver: Sat, framework: Framework) -> None:
    """Demand a stable extension: conflict-free, attacking every other argument (Dung 1995)."""
    add = solver.add
    for argument, row in enumerate(framework.attackers, start=1):
        add([argument, *[attacker + 1 for attacker in row]])
    for attacker, attacked in framework.attacks():
        add([-1 - attacker, -1 - attacked])


def ranged(solver: Sat, framework: Framework) -> None:
    """Tie the range variables: a true one needs its argument accepted or attacked (Verheij 1996)."""
    size = framework.size
    for argument in range(1, size + 1):
        solver.add([-(2 * size + argument), argument, size + argument])


def accepted(solver: Sat, framework: Framework) -> list[int]:
    """Return the arguments accepted in the solver's last model, ascending."""
    return [literal - 1 for literal in solver.model()[: framework.size] if literal > 0]


def wishes(having: Iterable[int], lacking: Iterable[int]) -> Iterator[list[int]]:
    """Yield a clause for "at least one of these" and one for "not all of these", where any are given."""
    wanted = [argument + 1 for argument in having]
    unwanted = [-(argument + 1) for argument in lacking]
    return (clause for clause in (wanted, unwanted) if clause)
