"""What it costs to load a large map and list the unanswered, beside a plain ``yaml.load`` of the same files.

Maps of 10,000 and 100,000 claims with half as many rebuttals are written to a temporary folder. Every
measurement is a process of its own: CPU time, user and system, and its highest resident memory. The plain
reader is what most programs do, ``yaml.load`` with the C loader: no records, no checks, no places.

    python benchmarks/bench_load.py --claims 10000
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TARGET_RATIO = 0.25
TARGET_MEGABYTES = 750
COMMANDS = (("unanswered",), ("unanswered", "--json"), ("show", "claim-77"))
"""What is measured; the targets are those of the JSON document, for the largest map."""

_PLAIN = (
    "import pathlib, sys, yaml\n"
    "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.yaml')):\n"
    "    with path.open(encoding='utf-8') as file:\n"
    "        yaml.load(file, Loader=yaml.CSafeLoader)\n"
)
_PEAK = (
    "import resource, subprocess, sys\n"
    "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
    "print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)\n"
)
_SENTENCE = (
    "It is held that case {n} of the series bears out the rule which the earlier cases gave reason to expect"
)


@dataclass(frozen=True)
class Cost:
    """CPU time in seconds, and the highest resident memory in megabytes."""

    seconds: float
    megabytes: float


def write_map(folder: Path, claims: int) -> int:
    """Write a map of so many claims and half as many rebuttals.

    Claims form chains of ten by their grounds; rebuttals attack a claim, or reply to the rebuttal before.

    Args:
        folder: where to.
        claims: how many claims.

    Returns:
        The size of the files in bytes.
    """
    people = "\n".join(f"  person-{n}: {{name: Person Number {n}}}" for n in range(100))
    sources = "\n".join(f"  work-{n}: {{title: Work number {n}, date: 2001}}" for n in range(100))
    with (folder / "claims.yaml").open("w", encoding="utf-8") as file:
        file.write(f"people:\n{people}\nsources:\n{sources}\nclaims:\n")
        file.writelines(_claims(claims))
    with (folder / "rebuttals.yaml").open("w", encoding="utf-8") as file:
        file.write("rebuttals:\n")
        file.writelines(_rebuttals(claims // 2))
    return sum(path.stat().st_size for path in folder.iterdir())


def _claims(count: int) -> Iterator[str]:
    for n in range(count):
        ground = f"    because:\n      - [claim-{n - 1}]\n" if n % 10 else ""
        yield f"  - id: claim-{n}\n{_body(n)}    tags: [tag-{n % 7}, tag-{n % 11}]\n{ground}"


def _rebuttals(count: int) -> Iterator[str]:
    for n in range(count):
        target = f"rebuttal-{n - 1}" if n % 3 == 1 else f"claim-{2 * n}"
        yield f"  - id: rebuttal-{n}\n    attacks: {target}\n    kind: rebut\n{_body(n)}"


def _body(n: int) -> str:
    sentence = _SENTENCE.format(n=n)
    return (
        f"    by: person-{n % 100}\n    title: Statement number {n}\n    text: >-\n      {sentence}.\n"
        f"      {sentence}, and so on.\n    source: work-{n % 100}, para. {n % 50 + 1}\n"
        f"    quote: word for word number {n}\n"
    )


def measure(command: list[str]) -> Cost:
    """Run a command in a process of its own, and give what it cost.

    Raises:
        RuntimeError: the command failed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    probe = [sys.executable, "-c", _PEAK, *command]
    done = subprocess.run(probe, capture_output=True, encoding="utf-8", check=True, env=environment)
    code, seconds, peak = done.stdout.split()
    if code != "0":
        raise RuntimeError(f"{' '.join(command)} ended with {code}: {done.stderr}")
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return Cost(float(seconds), float(peak) / unit)


def compare(claims: int) -> list[Cost]:
    """Measure commands and the plain reader on a map of so many claims, and print a row for each.

    Returns:
        What the commands cost.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write_map(folder, claims)
        plain = measure([sys.executable, "-c", _PLAIN, name])
        ours = [measure([sys.executable, "-m", "argmap", "--map", name, *command]) for command in COMMANDS]
    print(f"{claims:>8} claims, {claims // 2} rebuttals, {size / 1e6:.0f} MB of YAML")
    _row("yaml.load, CSafeLoader", plain, plain)
    for command, cost in zip(COMMANDS, ours, strict=True):
        _row(f"argmap {' '.join(command)}", cost, plain)
    return ours


def _row(name: str, cost: Cost, plain: Cost) -> None:
    ratio = cost.seconds / plain.seconds
    print(f"{'':10}{name:26}{cost.seconds:8.2f} s{cost.megabytes:8.0f} MB{ratio:8.2f}")


def main() -> None:
    """Measure each size, and print how cost grows from the smallest to the largest."""
    parser = argparse.ArgumentParser(description="CPU time and memory of loading large maps.")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    options = parser.parse_args()
    sizes = sorted(options.claims)
    costs = [compare(size) for size in sizes]
    print(f"targets for unanswered --json of 100,000 claims: {TARGET_RATIO}, {TARGET_MEGABYTES} MB")
    if len(sizes) > 1:
        grown = costs[-1][0].seconds / costs[0][0].seconds
        print(f"{sizes[-1] / sizes[0]:g} times the claims cost {grown:.1f} times the CPU time")


if __name__ == "__main__":
    # Fails early where the operating system cannot tell what a process cost.
    resource.getrusage(resource.RUSAGE_CHILDREN)
    main()
