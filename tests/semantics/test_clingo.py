"""An independent answer: the semantics as logic programs, solved by clingo."""

from collections.abc import Iterator

import pytest

from argmap.semantics.framework import Framework
from argmap.semantics.kinds import Semantics
from tests.semantics.agreement import agree
from tests.semantics.frameworks import random_framework

clingo = pytest.importorskip("clingo")

CONFLICT_FREE = """
{ in(A) : argument(A) }.
:- in(A), in(B), attack(A, B).
beaten(B) :- in(A), attack(A, B).
reached(A) :- in(A).
reached(A) :- beaten(A).
"""
ADMISSIBLE = CONFLICT_FREE + ":- in(A), attack(B, A), not beaten(B)."
COMPLETE = ADMISSIBLE + "safe(A) :- argument(A), beaten(B) : attack(B, A). :- safe(A), not in(A)."
STABLE = CONFLICT_FREE + ":- argument(A), not reached(A)."

SPARSE = [random_framework(size, 1.4 / size, seed) for size in (12, 20, 50) for seed in range(4)]
DENSE = [random_framework(14, probability, seed) for probability in (0.2, 0.4) for seed in range(4)]


def facts(framework: Framework) -> str:
    arguments = "".join(f"argument({argument})." for argument in range(framework.size))
    return arguments + "".join(f"attack({a}, {b})." for a, b in framework.attacks())


def models(program: str, *options: str) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield the accepted arguments and the range of each answer set."""
    control = clingo.Control(["0", "--warn=none", *options])
    control.add("base", [], program)
    control.ground([("base", [])])
    with control.solve(yield_=True) as handle:
        for model in handle:
            atoms = model.symbols(atoms=True)
            yield (
                frozenset(atom.arguments[0].number for atom in atoms if atom.name == "in"),
                frozenset(atom.arguments[0].number for atom in atoms if atom.name == "reached"),
            )


def maximal(program: str, predicate: str) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
    """Yield one answer set for each inclusion-maximal set of atoms of the predicate."""
    heuristic = f"#heuristic {predicate}(A) : argument(A). [1, true]"
    return models(program + heuristic, "--heuristic=Domain", "--enum-mode=domRec")


def of_largest_range(program: str) -> set[frozenset[int]]:
    found: set[frozenset[int]] = set()
    for _, reached in maximal(program, "reached"):
        fixed = "".join(f":- not reached({argument})." for argument in reached)
        found.update(accepted for accepted, _ in models(program + fixed))
    return found


def within_all(framework: Framework, bounds: set[frozenset[int]]) -> set[frozenset[int]]:
    inside = frozenset.intersection(*bounds)
    fixed = "".join(f":- in({argument})." for argument in set(range(framework.size)) - inside)
    return {accepted for accepted, _ in maximal(facts(framework) + ADMISSIBLE + fixed, "in")}


def answers(framework: Framework) -> dict[Semantics, set[frozenset[int]]]:
    base = facts(framework)
    complete = {accepted for accepted, _ in models(base + COMPLETE)}
    preferred = {accepted for accepted, _ in maximal(base + ADMISSIBLE, "in")}
    semi_stable = of_largest_range(base + ADMISSIBLE)
    return {
        Semantics.COMPLETE: complete,
        Semantics.PREFERRED: preferred,
        Semantics.STABLE: {accepted for accepted, _ in models(base + STABLE)},
        Semantics.SEMI_STABLE: semi_stable,
        Semantics.STAGE: of_largest_range(base + CONFLICT_FREE),
        Semantics.GROUNDED: {frozenset.intersection(*complete)},
        Semantics.IDEAL: within_all(framework, preferred),
        Semantics.EAGER: within_all(framework, semi_stable),
    }


@pytest.mark.parametrize("framework", [*SPARSE, *DENSE])
def test_clingo_gives_the_same_answers(framework: Framework) -> None:
    for semantics, expected in answers(framework).items():
        agree(framework, semantics, expected)
