"""What it costs to draw a map, beside a native ``dot`` that draws the same DOT text.

Sparse maps, many short chains of reasons with some rebuttals, are drawn as SVG by the whole command: start,
reading, layout by the embedded Graphviz, finishing. The native program only lays out and draws. The sample
map is drawn on A4 sheets, beside its plain SVG. CPU time, user and system, children included; the commands
take turns, and the least of all rounds counts.

    python -m benchmarks.bench_pictures --rounds 5
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.bench_load import write_map

SAMPLE = Path(__file__).resolve().parent.parent / "data"
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
        for statements, target in TARGETS.items():
            drawn, graph = folder / f"{statements}", folder / f"{statements}.dot"
            drawn.mkdir()
            write_map(drawn, statements * 2 // 3)
            _run([*_RENDER, str(drawn), "-o", str(graph)])
            commands = {
                "argmap": [*_RENDER, str(drawn), "-o", str(folder / "drawn.svg")],
                "dot": [native, "-Tsvg", str(graph), "-o", str(folder / "native.svg")],
            }
            _row(f"{statements} statements", commands, rounds, target)
        plain = [*_RENDER, str(SAMPLE), "-o", str(folder / "sample.svg")]
        _row("sample map", {"on A4": [*plain, "--page", "a4"], "plain": plain}, rounds, TARGET_ON_PAPER)


def _row(name: str, commands: Mapping[str, Sequence[str]], rounds: int, target: float) -> None:
    """Run two commands in turns, and print what each costs and the ratio."""
    spent: dict[str, list[float]] = {label: [] for label in commands}
    for _ in range(rounds):
        for label, command in commands.items():
            spent[label].append(_run(command))
    (ours, cost), (theirs, beside) = ((label, min(seconds)) for label, seconds in spent.items())
    print(
        f"{name:16} {ours:6} {cost:6.2f} s   {theirs:5} {beside:6.2f} s   "
        f"ratio {cost / beside:.2f}, target {target}",
        flush=True,
    )


def _run(command: Sequence[str]) -> float:
    """Run a command to its end, and return the CPU seconds that it took."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
