"""One solver, one task, one framework: prints the answer and the CPU time of the call as JSON.

Run by bench_solve.py with the Python that has the solver; imports nothing else but the standard library.
The time runs from a list of names and a list of attacks in memory to the answer, with all modules loaded.

    python benchmarks/solve_worker.py SOLVER TASK FRAMEWORK.json QUERY SECONDS
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

Names = list[str]
Attacks = list[list[str]]
Answer = Any
Task = Callable[[Names, Attacks, str], Answer]

_TINY = (["a", "b"], [["a", "b"], ["b", "a"]], "a")
_ENOUGH_SECONDS = 0.1


def argmap(task: str) -> Task:
    """Return argmap's answer to a task."""
    framework = import_module("argmap.semantics.framework").Framework
    reasoning = import_module("argmap.semantics.reasoning")
    semantics = import_module("argmap.semantics.kinds").Semantics(task[3:])

    def solve(names: Names, attacks: Attacks, query: str) -> Answer:
        built = framework.from_names(names, attacks)
        match task[:2]:
            case "SE":
                return _named(names, reasoning.some_extension(built, semantics))
            case "EE":
                return len(reasoning.every_extension(built, semantics, 1_000_000))
            case "DC":
                return reasoning.credulous(built, semantics, built.find(query)).accepted
            case _:
                return reasoning.skeptical(built, semantics, built.find(query)).accepted

    return solve


def pygarg(task: str) -> Task | None:
    """Return pygarg's answer to a task; it has neither stage nor eager semantics."""
    solver = import_module("pygarg.dung.solver")
    code = task[3:]
    if code in {"STG", "EA"}:
        return None
    return {
        "SE": lambda names, attacks, _: _absent(solver.compute_some_extension(names, attacks, code)),
        "EE": lambda names, attacks, _: len(solver.extension_enumeration(names, attacks, code)),
        "DC": lambda names, attacks, query: solver.credulous_acceptability(names, attacks, query, code)[0],
        "DS": lambda names, attacks, query: solver.skeptical_acceptability(names, attacks, query, code)[0],
    }[task[:2]]


def formal(task: str) -> Task | None:
    """Return formal-argumentation's answer: by z3 for one extension, by its own search for all."""
    dung = import_module("argumentation.core.dung")
    sat = import_module("argumentation.solving.af_sat")

    def build(names: Names, attacks: Attacks) -> Any:  # noqa: ANN401 - a foreign class
        return dung.ArgumentationFramework(frozenset(names), frozenset(map(tuple, attacks)))

    functions: dict[str, Task] = {
        "SE-GR": lambda names, attacks, _: sorted(dung.grounded_extension(build(names, attacks))),
        "SE-PR": lambda names, attacks, _: _sorted(sat.find_preferred_extension(build(names, attacks))),
        "SE-ST": lambda names, attacks, _: _sorted(sat.find_stable_extension(build(names, attacks))),
        "SE-SST": lambda names, attacks, _: _sorted(sat.find_semi_stable_extension(build(names, attacks))),
        "SE-STG": lambda names, attacks, _: _sorted(sat.find_stage_extension(build(names, attacks))),
        "SE-ID": lambda names, attacks, _: _sorted(sat.find_ideal_extension(build(names, attacks))),
        "SE-EA": lambda names, attacks, _: _sorted(dung.eager_extension(build(names, attacks))),
        "EE-CO": lambda names, attacks, _: len(dung.complete_extensions(build(names, attacks))),
        "EE-PR": lambda names, attacks, _: len(dung.preferred_extensions(build(names, attacks))),
        "EE-ST": lambda names, attacks, _: len(dung.stable_extensions(build(names, attacks))),
        "EE-SST": lambda names, attacks, _: len(dung.semi_stable_extensions(build(names, attacks))),
        "DC-CO": lambda names, attacks, query: (
            sat.find_complete_extension(build(names, attacks), require_in=query) is not None
        ),
        "DC-ST": lambda names, attacks, query: (
            sat.find_stable_extension(build(names, attacks), require_in=query) is not None
        ),
        "DS-ST": lambda names, attacks, query: (
            sat.find_stable_extension(build(names, attacks), require_out=query) is None
        ),
        "DS-PR": lambda names, attacks, query: sat.is_preferred_skeptically_accepted(
            build(names, attacks), query
        ),
    }
    return functions.get(task)


def pyarg(task: str) -> Task | None:
    """Return the answer of PyArg (python-argumentation)."""
    classes = "py_arg.abstract_argumentation_classes"
    framework = import_module(f"{classes}.abstract_argumentation_framework").AbstractArgumentationFramework
    argument = import_module(f"{classes}.argument").Argument
    defeat = import_module(f"{classes}.defeat").Defeat
    names_of = {"CO": "complete_extensions", "PR": "preferred_extensions", "ST": "stable_extensions"}
    names_of |= {"SST": "semistable_extensions", "GR": "grounded_extension"}
    names_of |= {"ID": "ideal_extension", "EA": "eager_extension"}
    if task[3:] not in names_of:
        return None
    name = f"get_{names_of[task[3:]]}"
    function = getattr(import_module(f"py_arg.algorithms.semantics.{name}"), name)

    def extensions(names: Names, attacks: Attacks) -> list[Names]:
        made = {name: argument(name) for name in names}
        built = framework("", list(made.values()), [defeat(made[a], made[b]) for a, b in attacks])
        found = function(built)
        found = [found] if task[3:] == "GR" else found
        return [sorted(member.name for member in extension) for extension in found]

    return _from_all(task, extensions)


def afsolver(task: str) -> Task | None:
    """Return afsolver's answer; it enumerates under four semantics and computes the grounded extension."""
    framework = import_module("afsolver").ArgumentationFramework
    methods = {"CO": "complete", "PR": "preferred", "ST": "stable", "GR": "grounded"}
    if task[3:] not in methods:
        return None

    def extensions(names: Names, attacks: Attacks) -> list[Names]:
        found = getattr(framework(names, attacks), methods[task[3:]])()
        return [sorted(extension) for extension in ([found] if task[3:] == "GR" else found)]

    return _from_all(task, extensions)


def _from_all(task: str, extensions: Callable[[Names, Attacks], list[Names]]) -> Task:
    """Return the answer of a library that can only list all extensions."""
    return {
        "SE": lambda names, attacks, _: next(iter(extensions(names, attacks)), None),
        "EE": lambda names, attacks, _: len(extensions(names, attacks)),
        "DC": lambda names, attacks, query: any(query in found for found in extensions(names, attacks)),
        "DS": lambda names, attacks, query: all(query in found for found in extensions(names, attacks)),
    }[task[:2]]


def _named(names: Names, extension: Sequence[int] | None) -> Names | None:
    return None if extension is None else sorted(names[argument] for argument in extension)


def _sorted(extension: Sequence[str] | None) -> Names | None:
    return None if extension is None else sorted(extension)


def _absent(extension: Names | str) -> Names | None:
    return None if isinstance(extension, str) else sorted(extension)


SOLVERS = {
    "argmap": argmap,
    "pygarg": pygarg,
    "formal-argumentation": formal,
    "PyArg": pyarg,
    "afsolver": afsolver,
}


def main() -> None:
    """Measure what the command line says."""
    solver, task, file, query, seconds = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    content = json.loads(Path(file).read_text("utf-8"))
    solve = SOLVERS[solver](task)
    if solve is None:
        print(json.dumps({"state": "lacks it"}))
        return
    solve(*_TINY)
    answer, seconds_a_call = _measure(lambda: solve(content["names"], content["attacks"], query))
    print(json.dumps({"state": "solved", "seconds": seconds_a_call, "answer": answer}))


def _measure(call: Callable[[], Answer]) -> tuple[Answer, float]:
    """Return the answer and the CPU seconds of a call, averaged over enough calls to be told apart."""
    calls = 1
    while True:
        start = time.process_time()
        answer = call()
        for _ in range(calls - 1):
            call()
        spent = time.process_time() - start
        if spent > _ENOUGH_SECONDS:
            return answer, spent / calls
        calls *= 4


if __name__ == "__main__":
    main()
