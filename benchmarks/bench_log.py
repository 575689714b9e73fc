"""What it costs to follow a map through its history, beside reading it once.

A map of so many statements is written to a temporary repository and changed in so many commits: a claim, a
challenge or new words in each. The CPU time is that of the command, git among it.

    python benchmarks/bench_log.py --statements 2000 --commits 200
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path


def write_history(home: Path, statements: int, commits: int) -> None:
    """Write a map and its history.

    Args:
        home: an empty folder, which becomes the repository.
        statements: how many claims and rebuttals the map begins with.
        commits: how many commits change it.
    """
    rng = random.Random(1)  # noqa: S311 — examples
    git(home, "init", "-q")
    claims = [
        f"  - id: c{number}\n    by: p{number % 20}\n    text: Claim {number}, {number * 7 % 101}.\n"
        for number in range(statements // 2)
    ]
    rebuttals = [
        f"  - id: r{number}\n    by: p{(number + 3) % 20}\n    attacks: c{number}\n    text: Not {number}.\n"
        for number in range(statements // 2)
    ]
    for number in range(commits):
        if number % 3 == 0:
            target = f"r{rng.randrange(statements // 2)}"
            rebuttals.append(
                f"  - id: n{number}\n    by: p1\n    attacks: {target}\n    text: Reply {number}.\n"
            )
        elif number % 3 == 1:
            claims.append(f"  - id: k{number}\n    by: p2\n    text: Claim of commit {number}.\n")
        else:
            place = rng.randrange(len(claims))
            claims[place] = claims[place].replace("text: ", "text: Again ", 1)
        (home / "claims.yaml").write_text("claims:\n" + "".join(claims), encoding="utf-8")
        (home / "rebuttals.yaml").write_text("rebuttals:\n" + "".join(rebuttals), encoding="utf-8")
        git(home, "add", "-A")
        git(home, "commit", "-qm", f"Commit {number}")


def git(home: Path, *words: str) -> None:
    """Run git."""
    about = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", "-C", str(home), *about, *words], check=True, capture_output=True)  # noqa: S607 — a benchmark


def seconds(*words: str) -> float:
    """Give the CPU time of a command of argmap."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with Path(os.devnull).open("wb") as nothing:
        subprocess.run([sys.executable, "-m", "argmap", *words], check=True, stdout=nothing, stderr=nothing)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--statements", type=int, default=200)
    parser.add_argument("--commits", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_history(home, options.statements, options.commits)
        once = seconds("--map", folder, "list", "--json")
        log = seconds("--map", folder, "log")
    print(f"{options.statements} statements, {options.commits} commits")
    print(f"read once  {once:6.2f} s")
    print(f"log        {log:6.2f} s, {1000 * (log - once) / options.commits:.0f} ms a commit")


if __name__ == "__main__":
    main()
