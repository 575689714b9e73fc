"""What it costs to draw a map, beside a native ``dot`` that draws the same DOT text.

Sparse maps, many short chains of reasons with some rebuttals, are drawn as SVG by the whole command: start,
reading, layout by the embedded Graphviz or by the native one, finishing. The native program only lays out and
draws. A line below says where the time of the embedded one goes, step by step; what a map of one claim costs
stands for starting, and is the least that any picture costs. The sample map is drawn on A4 sheets, beside its
plain SVG. CPU time, user and system, children included; the commands take turns, and the least of all rounds
counts.

    python -m benchmarks.bench_pictures --rounds 5
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.bench_load import write_map
from benchmarks.picture_stages import STAGES

_ROOT = Path(__file__).resolve().parent.parent
SAMPLE = _ROOT / "data"
TARGETS = {1_000: 1.3, 2_000: 1.5}
"""Statements of a sparse map -> the most that drawing it should cost, as a multiple of the native ``dot``."""

TARGET_ON_PAPER = 2.0
"""The most that the sample map should cost on paper, as a multiple of its plain SVG."""

_RENDER = (sys.executable, "-m", "argmap", "render", "--map")


def main() -> None:
    """Draw each map in turns, and print a row for each."""
    parser = argparse.ArgumentParser(description="CPU time of drawing, as a multiple of a native dot's.")
    parser.add_argument("--rounds", type=int, default=5)
    rounds: int = parser.parse_args().rounds
    native = shutil.which("dot")
    if native is None:
        sys.exit("there is no `dot` on the PATH to compare with")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = _map(folder, 1)
        for statements, target in TARGETS.items():
            drawn, graph = _map(folder, statements), folder / f"{statements}.dot"
            _run([*_RENDER, str(drawn), "-o", str(graph)])
            ours = [*_RENDER, str(drawn), "-o", str(folder / "drawn.svg")]
            commands = {
                "argmap": ours,
                "argmap, native": [*ours, "--engine", "native"],
                "dot": [native, "-Tsvg", str(graph), "-o", str(folder / "native.svg")],
            }
            _row(f"{statements} statements", commands, rounds, target)
            _steps([*_RENDER, str(one), "-o", str(folder / "one.svg")], drawn, rounds)
        plain = [*_RENDER, str(SAMPLE), "-o", str(folder / "sample.svg")]
        _row("sample map", {"on A4": [*plain, "--page", "a4"], "plain": plain}, rounds, TARGET_ON_PAPER)


def _map(folder: Path, statements: int) -> Path:
    """Write a sparse map of so many statements, two thirds of them claims."""
    place = folder / f"{statements}"
    place.mkdir()
    write_map(place, max(1, statements * 2 // 3))
    return place


def _row(name: str, commands: Mapping[str, Sequence[str]], rounds: int, target: float) -> None:
    """Run commands in turns, and print what each costs, and the first as a multiple of the last."""
    spent: dict[str, list[float]] = {label: [] for label in commands}
    for _ in range(rounds):
        for label, command in commands.items():
            spent[label].append(_run(command))
    least = {label: min(seconds) for label, seconds in spent.items()}
    first, *_, last = least.values()
    costs = "   ".join(f"{label} {seconds:.2f} s" for label, seconds in least.items())
    print(f"{name:16} {costs}   ratio {first / last:.2f}, target {target}", flush=True)


def _steps(start: Sequence[str], drawn: Path, rounds: int) -> None:
    """Print what each step of drawing a map costs."""
    steps = [sys.executable, "-m", "benchmarks.picture_stages", str(drawn)]
    found = []
    starting = []
    for _ in range(rounds):
        starting.append(_run(start) * 1000)
        done = subprocess.run(steps, check=True, capture_output=True, cwd=_ROOT)
        found.append(json.loads(done.stdout))
    least = {"one claim": min(starting)} | {name: min(each[name] for each in found) for name in STAGES}
    print(" " * 16, "   ".join(f"{name} {cost:.0f} ms" for name, cost in least.items()), flush=True)


def _run(command: Sequence[str]) -> float:
    """Run a command to its end, and return the CPU seconds that it took."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
