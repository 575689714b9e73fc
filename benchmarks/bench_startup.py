"""What it costs to start a command: CPU time as a multiple of a bare ``python -c pass``.

CPU time and not wall time, because other work on the machine does not change it; the commands take turns,
so that a slow minute hits all of them alike; medians, because a first run is never typical. Byte code is
written in a warm-up round. Beside argmap stands Argdown's command line, where it is installed: give its
program as ``--argdown PATH`` or in ``ARGDOWN``.

    python benchmarks/bench_startup.py --rounds 15
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True)
class Subject:
    """A command to measure.

    Args:
        name: what the table calls it.
        command: the program and its arguments.
        target: the most it should cost, as a multiple of the bare interpreter; None where there is no target.
    """

    name: str
    command: tuple[str, ...]
    target: float | None = None


def subjects(argdown: str | None, folder: Path) -> list[Subject]:
    """List what to measure, the bare interpreter first.

    Args:
        argdown: the program of Argdown's command line, if there is one.
        folder: where its sample may be written.
    """
    python = sys.executable
    argmap = shutil.which("argmap", path=str(Path(python).parent)) or "argmap"
    sample = ("--map", str(SAMPLE))
    found = [
        Subject("python -c pass", (python, "-c", "pass")),
        Subject("argmap --version", (argmap, "--version"), 4),
        Subject("argmap --help", (argmap, "--help"), 6),
        Subject("argmap show istomin", (argmap, *sample, "show", "istomin"), 14),
        Subject("argmap unanswered", (argmap, *sample, "unanswered"), 35),
        Subject("argmap render --dot", (argmap, *sample, "render", "--dot", "-o", "-"), 35),
    ]
    if argdown:
        text = folder / "sample.argdown"
        text.write_text("[A]: One claim.\n  - [B]: One challenge.\n", encoding="utf-8")
        found += [
            Subject("argdown --version", (argdown, "--version")),
            Subject("argdown json (2 statements)", (argdown, "json", "--stdout", str(text))),
        ]
    return found


def cpu_seconds(command: Sequence[str], folder: Path) -> float:
    """Run a command and give the CPU time, user and system, of it and its children, in seconds.

    Raises:
        CalledProcessError: the command failed.
    """
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(rounds: int, argdown: str | None) -> list[tuple[Subject, float]]:
    """Measure each subject in turn, and give the median of its rounds in seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed = subjects(argdown, folder)
        times: dict[str, list[float]] = {subject.name: [] for subject in listed}
        for number in range(rounds + 1):
            for subject in listed:
                seconds = cpu_seconds(subject.command, folder)
                if number:  # round 0 writes byte code
                    times[subject.name].append(seconds)
        return [(subject, statistics.median(times[subject.name])) for subject in listed]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="CPU time of starting argmap's commands.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--argdown", default=os.environ.get("ARGDOWN"), help="Argdown's program.")
    options = parser.parse_args()
    measured = measure(options.rounds, options.argdown)
    bare = measured[0][1]
    print(f"{'command':30} {'CPU ms':>8} {'ratio':>7} {'target':>7}")
    for subject, seconds in measured:
        target = "" if subject.target is None else f"{subject.target:g}"
        print(f"{subject.name:30} {seconds * 1000:8.1f} {seconds / bare:7.1f} {target:>7}")


if __name__ == "__main__":
    main()
