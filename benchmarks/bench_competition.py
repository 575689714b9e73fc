"""What `argmap solve` solves in the competition's time, beside solvers that took part, all in one run.

Every solver with the command line of ICCMA 2023 (``-p TASK -f FILE [-a ARG]``) can be run beside it; those
of past competitions are to be had from their authors' pages. Give each a name and its command, and files or
folders of frameworks in the ``p af`` format:

    python benchmarks/bench_competition.py --solver mu-toksia=./mu-toksia \
        --solver "reducto=./reducto -fo i23" ../shared/af

Tasks are SE, DC and DS over six semantics, as far as a solver's ``--problems`` has them. Arguments to ask
about are drawn by the name of the file; where the competition's ``FILE.arg`` lies beside a framework, its
argument is asked about as well. Every run is a process of its own that is stopped after some seconds of CPU
time. Witnesses are checked, answers compared with each other; a wrong one counts as not solved. PAR2 is the
CPU time with twice the limit for whatever was not solved.

Exits with 1 if another solver solved more of the tasks that it has, or argmap gave a wrong answer.
"""

import argparse
import os
import random
import resource
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PROBLEMS = ("SE", "DC", "DS")
SEMANTICS = ("CO", "PR", "ST", "SST", "STG", "ID")
TASKS = tuple(f"{problem}-{semantics}" for semantics in SEMANTICS for problem in PROBLEMS)
OWN = "argmap"
_OWN_COMMAND = (sys.executable, "-m", "argmap", "solve")
_MEMORY = 4 << 30
_SLACK = 2


@dataclass(frozen=True)
class Solver:
    """A program with the competition's command line, and the tasks that it has."""

    name: str
    command: tuple[str, ...]
    tasks: frozenset[str]


@dataclass(frozen=True)
class Case:
    """A task on a framework; the query is empty where the task has none."""

    task: str
    file: Path
    query: str

    def __str__(self) -> str:
        """Give the task, the query and the file's name."""
        return " ".join(filter(None, (self.task, self.query and f"-a {self.query}", self.file.stem)))


@dataclass(frozen=True)
class Run:
    """How a solver fared: its answer, with the witness it gave, and the CPU seconds."""

    seconds: float
    answer: str = ""
    witness: frozenset[str] | None = None


@dataclass
class Score:
    """What a solver solved, and the time it took, over the tasks that it has."""

    solved: int = 0
    own_solved: int = 0
    asked: int = 0
    par2: float = 0
    own_par2: float = 0
    wrong: list[str] = field(default_factory=list)


class Attacks:
    """The attacks of a ``p af`` file, read plainly, to check witnesses against."""

    def __init__(self, file: Path) -> None:
        rows = [words for line in file.read_text("ascii").splitlines() if (words := line.split())]
        self.size = next(int(words[2]) for words in rows if words[0] == "p")
        self.pairs = [(words[0], words[1]) for words in rows if words[0].isdigit()]

    def allows(self, semantics: str, chosen: frozenset[str]) -> bool:
        """Tell whether a set is free of conflict and meets what is fast to check of a semantics."""
        hit = {attacked for attacker, attacked in self.pairs if attacker in chosen}
        if chosen & hit:
            return False
        if semantics == "ST":
            return len(chosen) + len(hit) == self.size
        return semantics == "STG" or all(a in hit for a, attacked in self.pairs if attacked in chosen)


def main() -> None:
    """Run every solver on every case and print who solved how much."""
    options = _options()
    solvers = [_solver(OWN, shlex.join(_OWN_COMMAND)), *(_solver(*given) for given in options.solver)]
    scores = {solver.name: Score() for solver in solvers}
    for file in _files(options.instances):
        attacks = Attacks(file)
        for case in _cases(file, attacks, options):
            asked = [solver for solver in solvers if case.task in solver.tasks]
            runs = {solver.name: _run(solver, case, options.seconds) for solver in asked}
            _judge(case, attacks, runs, scores, options.seconds)
            print(
                f"{case!s:50}" + "".join(f"{name:>14} {_cell(run)}" for name, run in runs.items()), flush=True
            )
    _summary(scores)
    own = scores.pop(OWN)
    sys.exit(1 if own.wrong or any(score.solved > score.own_solved for score in scores.values()) else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("instances", nargs="+", type=Path, help="files, or folders of .af files")
    parser.add_argument("--solver", action="append", default=[], type=_named, metavar="NAME=COMMAND")
    parser.add_argument("--tasks", nargs="+", choices=TASKS, default=TASKS)
    parser.add_argument("--queries", type=int, default=2, help="arguments to draw for each framework")
    parser.add_argument("--seconds", type=int, default=10, help="CPU seconds before a solver is stopped")
    return parser.parse_args()


def _named(text: str) -> tuple[str, str]:
    name, found, command = text.partition("=")
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no NAME=COMMAND")
    return name, command


def _solver(name: str, command: str) -> Solver:
    words = tuple(shlex.split(command))
    listed = subprocess.run([words[0], *words[1:], "--problems"], capture_output=True, text=True, check=False)
    tasks = frozenset(listed.stdout.strip(" []\n").replace(" ", "").split(","))
    if not tasks & {*TASKS}:
        sys.exit(f"{name}: '{command} --problems' lists none of the tasks: {listed.stderr or listed.stdout}")
    return Solver(name, words, tasks)


def _files(given: list[Path]) -> Iterator[Path]:
    for path in given:
        yield from sorted(path.glob("*.af")) if path.is_dir() else [path]


def _cases(file: Path, attacks: Attacks, options: argparse.Namespace) -> Iterator[Case]:
    draw = random.Random(file.stem)  # noqa: S311 - no secret hangs on it
    queries = [str(draw.randint(1, attacks.size)) for _ in range(options.queries if attacks.size else 0)]
    if (given := file.with_name(f"{file.name}.arg")).exists():
        queries.insert(0, given.read_text("ascii").strip())
    for task in options.tasks:
        for query in [""] if task.startswith("SE") else dict.fromkeys(queries):
            yield Case(task, file, query)


def _run(solver: Solver, case: Case, seconds: int) -> Run:
    command = [*solver.command, "-p", case.task, "-f", str(case.file)]
    command += ["-a", case.query] if case.query else []

    def limit() -> None:
        # The limit is kept in ticks, which may run ahead of the clock that is read afterwards.
        resource.setrlimit(resource.RLIMIT_CPU, (seconds + _SLACK, seconds + _SLACK))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))

    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.DEVNULL,
            preexec_fn=limit,  # noqa: PLW1509 - there is one thread only
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        answer = output.read() if process.returncode >= 0 else ""
    spent = used.ru_utime + used.ru_stime
    return _parsed(spent, answer if spent <= seconds else "")


def _parsed(seconds: float, answer: str) -> Run:
    lines = [line.split() for line in answer.splitlines() if line.strip()]
    witness = next((frozenset(words[1:]) for words in lines if words[0] == "w"), None)
    said = next((words[0] for words in lines if words[0] in {"YES", "NO"}), "" if witness is None else "YES")
    return Run(seconds, said, witness)


def _judge(case: Case, attacks: Attacks, runs: dict[str, Run], scores: dict[str, Score], limit: int) -> None:
    """Count what was solved; where answers differ, the minority and every faulty witness is wrong."""
    sound = {name: run for name, run in runs.items() if run.answer and _sound(case, attacks, run)}
    answers = [_comparable(case, run) for run in sound.values()]
    agreed = max(answers, key=answers.count, default=None)
    solved = {name for name, run in sound.items() if _comparable(case, run) == agreed}
    times = {name: run.seconds if name in solved else 2.0 * limit for name, run in runs.items()}
    for name, run in runs.items():
        score = scores[name]
        score.asked += 1
        score.solved += name in solved
        score.own_solved += OWN in solved
        score.par2 += times[name]
        score.own_par2 += times[OWN]
        if run.answer and name not in solved:
            score.wrong.append(f"{name}: {case}")


def _sound(case: Case, attacks: Attacks, run: Run) -> bool:
    """Tell whether a witness is there and right where one is due; a needless one is passed over."""
    problem, semantics = case.task.split("-")
    if (problem, run.answer) not in {("SE", "YES"), ("DC", "YES"), ("DS", "NO")}:
        return True
    if run.witness is None:
        return False
    holds = problem == "SE" or (case.query in run.witness) is (problem == "DC")
    return holds and attacks.allows(semantics, run.witness)


def _comparable(case: Case, run: Run) -> tuple[str, frozenset[str] | None]:
    return run.answer, run.witness if case.task == "SE-ID" else None


def _cell(run: Run) -> str:
    return f"{run.answer or '-':>4} {run.seconds:7.3f} s"


def _summary(scores: dict[str, Score]) -> None:
    print(f"\n{'':22}{'asked':>8}{'solved':>8}{'argmap':>8}{'PAR2':>10}{'argmap':>10}{'wrong':>7}")
    for name, score in scores.items():
        print(
            f"{name:22}{score.asked:>8}{score.solved:>8}{score.own_solved:>8}"
            f"{score.par2:>10.1f}{score.own_par2:>10.1f}{len(score.wrong):>7}"
        )
    print(*(line for score in scores.values() for line in score.wrong), sep="\n")


if __name__ == "__main__":
    main()
