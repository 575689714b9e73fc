"""What it costs to answer for a store, beside a map in memory, and to load one statement of a large store.

Stores are made by SQL, as in `benchmarks.debates`, in a temporary folder. Every measurement is a process of
its own: CPU time, user and system, of several the least, and the highest resident memory. In memory means
that the YAML is read, and that buckets and statuses are found.

    python -m benchmarks.bench_corpus --statements 1000000 10000000 --in-memory 100000

The map in memory has 100,000 statements, and its time is multiplied, unless ``--in-memory`` asks for more; a
map of a million takes minutes and some gigabytes.
"""

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from argmap.corpus.store import Store
from benchmarks.bench_load import Cost, measure
from benchmarks.debates import make, write_yaml

TARGET_RATIO: Final = 0.1
TARGET_GROWTH: Final = 12
TARGET_MEGABYTES: Final = 2048
TARGET_SECONDS: Final = 1.0
MEMORY_LIMIT: Final = "1500MB"
"""What DuckDB may use; the program around it and what DuckDB does not count take some more."""

_OPEN = (
    "import sys, tempfile, time\n"
    "from pathlib import Path\n"
    "from argmap.corpus.answers import give_answers\n"
    "from argmap.corpus.duckdb_engine import DuckDbEngine\n"
    "from argmap.corpus.part import load_part\n"
    "from argmap.corpus.store import open_store\n"
    "with tempfile.TemporaryDirectory() as folder:\n"
    "    engine = DuckDbEngine(Path(folder), sys.argv[2])\n"
    "    store = open_store(Path(sys.argv[1]))\n"
    "    start = time.process_time()\n"
    "    store.show_to(engine)\n"
    "    give_answers(store, engine)\n"
)
_ANSWER = (
    f"{_OPEN}"
    "    engine.rows('SELECT bucket, COUNT(*) FROM buckets GROUP BY bucket')\n"
    "    engine.rows('SELECT label, COUNT(*) FROM status GROUP BY label')\n"
)
_SHOW = (
    f"{_OPEN}"
    "    part = load_part(engine, [int(sys.argv[3])])\n"
    "    Path(sys.argv[4]).write_text(f'{time.process_time() - start} {len(part.map.statements)}')\n"
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
    """A store, and what it cost to answer for it."""

    store: Store
    cost: Cost


def answer(folder: Path, statements: int, *, is_random: bool, times: int) -> Measured:
    """Make a store, and measure its answers, worked out anew each time.

    Args:
        folder: the store's new folder.
        statements: how many it has.
        is_random: whether it is one random graph.
        times: how often to measure.
    """
    store = make(folder, statements, random=is_random)
    costs = []
    for _ in range(times):
        _forget_answers(store)
        costs.append(measure([sys.executable, "-c", _ANSWER, str(folder), MEMORY_LIMIT]))
    kind = "random graph" if is_random else "debates"
    best = Cost(min(cost.seconds for cost in costs), max(cost.megabytes for cost in costs))
    print(f"{statements:>11,} statements, {kind:14}{best.seconds:8.2f} s{best.megabytes:8.0f} MB", flush=True)
    return Measured(store, best)


def _forget_answers(store: Store) -> None:
    for file in (store.folder / "answers").rglob("*.parquet"):
        file.unlink()
    for folder in sorted((store.folder / "answers").rglob("*"), reverse=True):
        folder.rmdir()


def in_memory(folder: Path, statements: int) -> Cost:
    """Measure a map in memory.

    Args:
        folder: for the map.
        statements: how many it has.
    """
    store = make(folder / "small", statements)
    write_yaml(store, folder / "map.yaml")
    cost = measure([sys.executable, "-c", _IN_MEMORY, str(folder / "map.yaml")])
    print(
        f"{statements:>11,} statements in memory    {cost.seconds:8.2f} s{cost.megabytes:8.0f} MB", flush=True
    )
    return cost


def show(store: Store, statements: int, times: int) -> None:
    """Measure how long it takes to load a statement of a store that keeps its answers, in a new process."""
    chance = random.Random(1)  # noqa: S311 — the same statements each time
    first = 1 + chance.randrange(statements)
    told = store.folder / "told"
    measured: list[tuple[float, Cost, str]] = []
    for _ in range(times):
        node = _some_node(store, first)
        cost = measure([sys.executable, "-c", _SHOW, str(store.folder), MEMORY_LIMIT, str(node), str(told)])
        taken, size = told.read_text(encoding="utf-8").split()
        measured.append((float(taken), cost, size))
        first = 1 + chance.randrange(statements)
    seconds, cost, size = min(measured, key=lambda one: one[0])
    worst = max(one[1].seconds for one in measured)
    print(
        f"{statements:>11,} statements, one loaded with {size} around it: {seconds:.2f} s, "
        f"with the start of the program {cost.seconds:.2f} s to {worst:.2f} s, {cost.megabytes:.0f} MB; "
        f"target {TARGET_SECONDS} s"
    )


def _some_node(store: Store, place: int) -> int:
    import duckdb

    part = (place - 1) // 100_000
    file = store.folder / "statements" / f"{part + 1:06d}.parquet"
    row = duckdb.execute(f"SELECT node FROM '{file}' LIMIT 1 OFFSET {(place - 1) % 100_000}").fetchone()
    return int(row[0]) if row else 1


def main() -> None:
    """Measure stores of each size, then the smallest beside a map in memory."""
    parser = argparse.ArgumentParser(description="CPU time and memory of answers for stores.")
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--in-memory", type=int, default=100_000)
    parser.add_argument("--random", action="store_true", help="one random graph in place of debates")
    parser.add_argument("--times", type=int, default=2)
    options = parser.parse_args()
    sizes = sorted(options.statements)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = [
            answer(folder / str(size), size, is_random=options.random, times=options.times) for size in sizes
        ]
        show(found[-1].store, sizes[-1], 2 * options.times)
        memory = in_memory(folder, options.in_memory)
    scale = sizes[0] / options.in_memory
    ratio = found[0].cost.seconds / (memory.seconds * scale)
    told = "measured" if scale == 1 else f"{options.in_memory:,} measured, times {scale:g}"
    print(f"{sizes[0]:,} statements cost {ratio:.3f} of the time in memory ({told}); target {TARGET_RATIO}")
    print(f"the largest took {found[-1].cost.megabytes:.0f} MB; target {TARGET_MEGABYTES}")
    if len(sizes) > 1:
        grown = found[-1].cost.seconds / found[0].cost.seconds
        print(f"{sizes[-1] / sizes[0]:g} times the statements cost {grown:.1f} times; target {TARGET_GROWTH}")


if __name__ == "__main__":
    main()
