"""What it costs to answer for a store, beside a map in memory, and to ask about one statement of a store.

Stores are made by SQL, as in `benchmarks.debates`, one after the other, in a temporary folder that needs
some 70 bytes for each statement of the largest. Every measurement is a process of its own: CPU time, user
and system, time by the clock, and the highest resident memory. What is worked out anew is the status and
the bucket of each statement; then `argmap unanswered`, `argmap status` and `argmap show` of single
statements are run from the command line. In memory means that the YAML is read, and that buckets and
statuses are found.

    python -m benchmarks.bench_corpus --statements 1000000 10000000 --in-memory 100000
    python -m benchmarks.bench_corpus --statements 100000000 --memory 8GB --times 1 --in-memory 0

The map in memory has 100,000 statements, and its time is multiplied, unless ``--in-memory`` asks for more; a
map of a million takes minutes and some gigabytes. More than ten million statements are made only where
they are asked for.
"""

import argparse
import os
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

from argmap.corpus.store import open_store
from argmap.corpus.tables import BY_NAME
from benchmarks.bench_load import Cost, measure
from benchmarks.debates import GRAPHS, STATEMENTS_IN_PART, Graph, make, write_yaml

TARGET_RATIO: Final = 0.1
TARGET_GROWTH: Final = 12
TARGET_MEGABYTES: Final = 2048
TARGET_SECONDS: Final = 1.0

_ANSWER = (
    "import sys, tempfile\n"
    "from pathlib import Path\n"
    "from argmap.corpus.answers import give_answers\n"
    "from argmap.corpus.duckdb_engine import DuckDbEngine\n"
    "from argmap.corpus.store import open_store\n"
    "with tempfile.TemporaryDirectory() as folder:\n"
    "    engine = DuckDbEngine(Path(folder), sys.argv[2])\n"
    "    store = open_store(Path(sys.argv[1]))\n"
    "    store.show_to(engine)\n"
    "    give_answers(store, engine)\n"
    "    engine.rows('SELECT bucket, COUNT(*) FROM buckets GROUP BY bucket')\n"
    "    engine.rows('SELECT label, COUNT(*) FROM status GROUP BY label')\n"
)
_MAKE = (
    "import sys\n"
    "from pathlib import Path\n"
    "from benchmarks.debates import make\n"
    "make(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])\n"
)
_IN_MEMORY = (
    "import sys\n"
    "import argmap\n"
    "from argmap.queries.unanswered import find_standing\n"
    "from argmap.semantics.status import statuses\n"
    "found = argmap.load(sys.argv[1])\n"
    "find_standing(found), statuses(found)\n"
)


@dataclass(frozen=True)
class Measured:
    """A store, and what it cost to answer for it.

    Args:
        folder: where it is.
        statements: how many it has.
        cost: what its statuses and buckets cost.
    """

    folder: Path
    statements: int
    cost: Cost


def answer(folder: Path, statements: int, graph: Graph, *, memory: str, times: int) -> Measured:
    """Make a store, and measure its answers, worked out anew each time.

    Args:
        folder: the store's new folder.
        statements: how many it has.
        graph: what they are like.
        memory: what DuckDB may use; the program around it and what DuckDB does not count take some more.
        times: how often to measure.
    """
    print(f"{statements:,} statements, {graph}; DuckDB may use {memory}; {_load()}", flush=True)
    _told("made", *_timed([sys.executable, "-c", _MAKE, str(folder), str(statements), graph]))
    print(f"  on the disk {_size(folder) / 1e6:,.0f} MB", flush=True)
    measured = []
    for _ in range(times):
        _forget_answers(folder)
        measured.append(_timed([sys.executable, "-c", _ANSWER, str(folder), memory]))
    costs = [cost for cost, _ in measured]
    best = Cost(min(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))
    _told("statuses and buckets", best, min(clock for _, clock in measured))
    print(f"  kept answers {_size(folder / 'answers') / 1e6:,.0f} MB", flush=True)
    return Measured(folder, statements, best)


def commands(found: Measured, times: int) -> None:
    """Measure commands that ask a store which keeps its answers, each in a new process.

    Args:
        found: the store.
        times: how many statements to show.
    """
    argmap = [sys.executable, "-m", "argmap", "--map", str(found.folder)]
    for name in ("unanswered", "status"):
        _told(f"argmap {name}", *_timed([*argmap, name]))
    chance = random.Random(1)  # noqa: S311 — the same statements each time
    shown = [_timed([*argmap, "show", _some_id(found.folder, chance)]) for _ in range(times)]
    cost = Cost(min(each.seconds for each, _ in shown), max(each.megabytes for each, _ in shown))
    worst = max(each.seconds for each, _ in shown)
    _told("argmap show", cost, min(clock for _, clock in shown))
    print(
        f"  argmap show at worst {worst:.2f} s, {max(clock for _, clock in shown):.2f} s by the clock; "
        f"target {TARGET_SECONDS} s by the clock; {_load()}",
        flush=True,
    )


def in_memory(folder: Path, statements: int) -> Cost:
    """Measure a map in memory.

    Args:
        folder: for the map.
        statements: how many it has.
    """
    store = make(folder / "small", statements)
    write_yaml(store, folder / "map.yaml")
    cost, clock = _timed([sys.executable, "-c", _IN_MEMORY, str(folder / "map.yaml")])
    print(f"{statements:,} statements in memory", flush=True)
    _told("statuses and buckets", cost, clock)
    return cost


def _timed(command: list[str]) -> tuple[Cost, float]:
    start = perf_counter()
    cost = measure(command)
    return cost, perf_counter() - start


def _told(what: str, cost: Cost, clock: float) -> None:
    print(f"  {what:22}{cost.seconds:9.2f} s{clock:9.2f} s by the clock{cost.megabytes:8.0f} MB", flush=True)


def _load() -> str:
    one, *_ = os.getloadavg() if hasattr(os, "getloadavg") else (float("nan"),)
    return f"load {one:.1f} on {os.cpu_count()} cores"


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _forget_answers(folder: Path) -> None:
    for file in (folder / "answers").rglob("*.parquet"):
        file.unlink()
    for below in sorted((folder / "answers").rglob("*"), reverse=True):
        below.rmdir()


def _some_id(folder: Path, chance: random.Random) -> str:
    import duckdb

    store = open_store(folder)
    file = store.file(BY_NAME["statements"], chance.choice(store.contents.parts).name)
    place = chance.randrange(STATEMENTS_IN_PART)
    row = duckdb.execute(f"SELECT id FROM '{file}' LIMIT 1 OFFSET {place}").fetchone()
    return str(row[0]) if row else _some_id(folder, chance)


def main() -> None:
    """Measure stores of each size, then the smallest beside a map in memory."""
    parser = argparse.ArgumentParser(description="CPU time and memory of answers for stores.")
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--in-memory", type=int, default=100_000, help="statements of that map; 0 for none")
    parser.add_argument("--graph", choices=GRAPHS, default="debates")
    parser.add_argument("--memory", default="1500MB", help="what DuckDB may use")
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where to make the stores; they are removed afterwards")
    options = parser.parse_args()
    os.environ["ARGMAP_MEMORY"] = options.memory
    sizes, found = sorted(options.statements), []
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            folder = Path(name, "store")
            found.append(answer(folder, size, options.graph, memory=options.memory, times=options.times))
            commands(found[-1], 3 * options.times)
    print(f"the largest took {found[-1].cost.megabytes:.0f} MB; target {TARGET_MEGABYTES}")
    if len(sizes) > 1:
        grown = found[-1].cost.seconds / found[0].cost.seconds
        print(f"{sizes[-1] / sizes[0]:g} times the statements cost {grown:.1f} times; target {TARGET_GROWTH}")
    if options.in_memory:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            memory = in_memory(Path(name), options.in_memory)
        scale = sizes[0] / options.in_memory
        ratio = found[0].cost.seconds / (memory.seconds * scale)
        told = "measured" if scale == 1 else f"{options.in_memory:,} measured, times {scale:g}"
        print(f"{sizes[0]:,} statements cost {ratio:.3f} of that ({told}); target {TARGET_RATIO}")


if __name__ == "__main__":
    main()
