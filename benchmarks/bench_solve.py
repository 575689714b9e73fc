"""What the solver costs beside other Python solvers, task by task and size by size, all in one run.

The peers live in virtual environments of their own, so that none of them is a dependency here. Make one (or
several, some want another Python) and name the interpreters:

    python -m venv /tmp/peers
    /tmp/peers/bin/pip install pygarg python-sat formal-argumentation z3-solver python-argumentation
    python benchmarks/bench_solve.py --peers /tmp/peers/bin/python

or set ARGMAP_PEERS to the interpreters, separated by colons. Every measurement is a process of its own; the
solvers take turns, so that a slow minute hits all of them alike. The figures are CPU time of the call, from
names and attacks in memory to the answer; "x 12" means twelve times the CPU time of argmap. Frameworks
are random with four attacks an argument. At the end a framework of 100,000 arguments and a million attacks
is read and its grounded extension computed, and a tiny task run as a whole program beside bare click.

Exits with 1 if a peer was faster anywhere, or another target was missed.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TASKS = (
    *("SE-GR", "SE-ST", "SE-PR", "SE-SST", "SE-STG", "SE-ID", "SE-EA"),
    *("EE-CO", "EE-PR", "EE-ST", "EE-SST", "DC-CO", "DC-ST", "DS-PR", "DS-ST"),
)
SIZES = {"SE": (10, 30, 100, 300), "EE": (10, 20, 40), "DC": (10, 30, 100, 300), "DS": (10, 30, 100, 300)}
GROUNDED_SIZES = (10, 30, 100, 300, 1000, 3000)
MODULES = {
    "pygarg": "pygarg",
    "formal-argumentation": "argumentation",
    "PyArg": "py_arg",
    "afsolver": "afsolver",
}
GROUNDED_RATIO = 3.0
SMALL_MILLISECONDS = 25.0
Run = dict[str, Any]
"""What the worker says of one run: its state, and where it is solved the seconds and the answer."""
_WORKER = Path(__file__).with_name("solve_worker.py")
_DENSITY = 4
_LARGE = (
    "import sys, time\n"
    "from argmap.semantics.grounded import grounded\n"
    "from argmap.semantics.notation import iccma\n"
    "start = time.process_time()\n"
    "with open(sys.argv[1], 'rb') as file:\n"
    "    framework = iccma.read(file.read(), sys.argv[1])\n"
    "middle = time.process_time()\n"
    "grounded(framework)\n"
    "print(middle - start, time.process_time() - middle)\n"
)


@dataclass(frozen=True)
class Case:
    """A task on a framework, written to a file."""

    task: str
    size: int
    query: str
    file: Path


@dataclass
class Score:
    """How many comparisons argmap won and lost, and what it lost."""

    won: int = 0
    lost: int = 0

    def count(self, ratio: float) -> str:
        """Note a peer's CPU time as a multiple of argmap's, and return it for print."""
        if ratio >= 1:
            self.won += 1
            return f"x {ratio:.3g}"
        self.lost += 1
        return f"x {ratio:.3g} FASTER"


def main() -> None:
    """Run every comparison and print the tables."""
    options = _options()
    peers = dict(_found(options.peers))
    score = Score()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for task in options.tasks:
            _compare(task, peers, folder, options, score)
        good = _large(folder, options.rounds)
        good &= _small(folder, options.rounds)
    print(f"\nargmap ahead in {score.won} comparisons, behind in {score.lost}")
    sys.exit(0 if good and not score.lost else 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", default=os.environ.get("ARGMAP_PEERS", ""), help="their Pythons, by ':'")
    parser.add_argument("--tasks", nargs="+", choices=TASKS, default=TASKS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=10, help="CPU seconds before a solver is stopped")
    return parser.parse_args()


def _found(interpreters: str) -> Iterator[tuple[str, str]]:
    """Yield each peer with an interpreter that has it, and say which ones are nowhere."""
    pythons = [python for python in interpreters.split(":") if python]
    for peer, module in MODULES.items():
        probe = f"import importlib.util, sys; sys.exit(not importlib.util.find_spec({module!r}))"
        has = [
            python for python in pythons if subprocess.run([python, "-c", probe], check=False).returncode == 0
        ]
        if has:
            yield peer, has[0]
        else:
            print(f"skipped: {peer} (not installed in any environment given by --peers)")


def _compare(
    task: str, peers: dict[str, str], folder: Path, options: argparse.Namespace, score: Score
) -> None:
    print(f"\n{task:8}{'argmap':>12}" + "".join(f"{peer:>22}" for peer in peers))
    running = dict(peers)
    for size in GROUNDED_SIZES if task == "SE-GR" else SIZES[task[:2]]:
        case = _case(task, size, folder)
        runs: dict[str, list[Run]] = {solver: [] for solver in ("argmap", *running)}
        for _ in range(options.rounds):
            for solver, results in runs.items():
                if not results or results[-1]["state"] == "solved":
                    results.append(_run(solver, peers.get(solver, sys.executable), case, options.seconds))
        own = statistics.median(run["seconds"] for run in runs["argmap"])
        answer = runs["argmap"][0]["answer"]
        cells = []
        for peer in peers:
            results = runs.get(peer, [{"state": "stopped before"}])
            cells.append(_cell(task, results, own, answer, score))
            if results[-1]["state"] not in {"solved", "stopped before"}:
                running.pop(peer)
        print(f"n = {size:<4}{1000 * own:>9.3f} ms" + "".join(f"{cell:>22}" for cell in cells), flush=True)


def _cell(task: str, results: list[Run], own: float, answer: object, score: Score) -> str:
    if results[-1]["state"] != "solved":
        return str(results[-1]["state"])
    cell = score.count(statistics.median(run["seconds"] for run in results) / own)
    unique = not task.startswith("SE") or task[3:] in {"GR", "ID", "EA"}
    theirs = results[0]["answer"]
    differs = theirs != answer if unique else (theirs is None) is not (answer is None)
    return f"{cell} WRONG" if differs else cell


def _case(task: str, size: int, folder: Path) -> Case:
    generator = random.Random(size)  # noqa: S311 - no secret hangs on it
    names = [str(number + 1) for number in range(size)]
    pairs = {(generator.choice(names), generator.choice(names)) for _ in range(_DENSITY * size)}
    file = folder / f"{size}.json"
    file.write_text(json.dumps({"names": names, "attacks": sorted(pairs)}), "utf-8")
    return Case(task, size, names[size // 2], file)


def _run(solver: str, python: str, case: Case, seconds: int) -> Run:
    command = [python, str(_WORKER), solver, case.task, str(case.file), case.query, str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        found: Run = json.loads(done.stdout.splitlines()[-1])
        return found
    if done.returncode < 0:
        return {"state": f"> {seconds} s"}
    return {"state": done.stderr.strip().splitlines()[-1].split(":")[0] or "failed"}


def _large(folder: Path, rounds: int) -> bool:
    generator = random.Random(1)  # noqa: S311 - no secret hangs on it
    size, attacks = 100_000, 1_000_000
    lines = (f"{generator.randint(1, size)} {generator.randint(1, size)}\n" for _ in range(attacks))
    file = folder / "large.af"
    file.write_text(f"p af {size}\n{''.join(lines)}", "ascii")
    runs = [
        subprocess.run([sys.executable, "-c", _LARGE, str(file)], capture_output=True, text=True, check=True)
        for _ in range(rounds)
    ]
    figures = [tuple(map(float, run.stdout.split())) for run in runs]
    reading, solving = (statistics.median(column) for column in zip(*figures, strict=True))
    ratio = solving / reading
    print(f"\n{size} arguments, {attacks} attacks: reading {reading:.2f} s, grounded {solving:.2f} s")
    print(f"grounded / reading = {ratio:.2f} (target {GROUNDED_RATIO:g})")
    return bool(ratio <= GROUNDED_RATIO)


def _small(folder: Path, rounds: int) -> bool:
    file = folder / "small.af"
    file.write_text("p af 4\n1 2\n2 1\n2 3\n3 4\n4 3\n", "ascii")
    click = [sys.executable, "-c", "import click"]
    solve = [sys.executable, "-m", "argmap", "solve", "-p", "SE-PR", "-f", str(file)]
    costs: dict[str, list[float]] = {"click": [], "solve": []}
    for _ in range(3 * rounds + 1):
        costs["click"].append(_cpu(click))
        costs["solve"].append(_cpu(solve))
    above = 1000 * (statistics.median(costs["solve"]) - statistics.median(costs["click"]))
    print(f"\nargmap solve -p SE-PR on four arguments: {above:.1f} ms of CPU above bare click")
    print(f"(target {SMALL_MILLISECONDS:g} ms)")
    return above <= SMALL_MILLISECONDS


def _cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
