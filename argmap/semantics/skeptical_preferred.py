"""Whether an argument is in every preferred extension, without computing preferred extensions.

After Thimm, Cerutti & Vallati (2021): an argument is in every preferred extension iff some admissible
set holds it and no admissible set stands against all of those. A set that stands against them is found by
guessing, and each guess that turns out to be compatible with the argument rules out its like.
"""

from enum import Enum, auto
from typing import Literal

from argmap.semantics import encoding
from argmap.semantics.framework import Framework
from argmap.semantics.labels import Extension
from argmap.semantics.parts import cone
from argmap.semantics.sat import Sat


class Challenge(Enum):
    """How an argument fares when no challenger has to be named."""

    FAILS = auto()
    NEEDLESS = auto()


def challenge(
    framework: Framework, argument: int
) -> Extension | Literal[Challenge.FAILS, Challenge.NEEDLESS]:
    """Return an admissible set that no admissible set holding the argument includes.

    FAILS means that there is none: the argument is in every preferred extension. NEEDLESS means that
    no admissible set holds the argument, so that any preferred extension will do.
    """
    part = cone(framework, argument)
    found = _search(part.framework, part.find(argument))
    return found if isinstance(found, Challenge) else part.lift(found)


def _search(framework: Framework, argument: int) -> list[int] | Literal[Challenge.FAILS, Challenge.NEEDLESS]:
    size = framework.size
    solver = Sat(framework)
    encoding.admissible(solver, framework)
    if solver.solve([size + argument + 1]):
        return encoding.accepted(solver, framework)
    if not solver.solve([argument + 1]):
        return Challenge.NEEDLESS
    switch = 2 * size + 1
    while True:
        defence = _defence(framework, argument, encoding.accepted(solver, framework))
        solver.add([-switch, *[size + member + 1 for member in defence]])
        if not solver.solve([switch]):
            return Challenge.FAILS
        challenger = encoding.accepted(solver, framework)
        if not solver.solve([argument + 1, *[member + 1 for member in challenger]]):
            return challenger


def _defence(framework: Framework, argument: int, admissible: list[int]) -> list[int]:
    """Return a small admissible part of an admissible set that still holds the argument."""
    available = frozenset(admissible)
    chosen = [argument]
    attacked = set(framework.targets[argument])
    known = {argument}
    for member in chosen:
        for attacker in framework.attackers[member]:
            if attacker not in attacked:
                defender = next(other for other in framework.attackers[attacker] if other in available)
                attacked.update(framework.targets[defender])
                if defender not in known:
                    known.add(defender)
                    chosen.append(defender)
    return chosen
