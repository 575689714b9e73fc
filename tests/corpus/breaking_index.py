"""Index maps as a program that a test breaks off or denies room: ``breaking_index.py STORE WHAT SEED``.

What is ``whole``, ``full`` for a disk that is full, ``work`` for an engine whose disk is full, or the place
at which the program is killed, and after a dot how many times it gets there before. The seed is that of the
fifth map.
"""

import os
import random
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from argmap.argument_map import ArgumentMap
from argmap.corpus import indexing, store
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.engine import EngineError
from argmap.corpus.rows import Source
from tests.corpus.stores import dense_map

MAPS = 12


def main(folder: Path, what: str, seed: int) -> None:
    """Index maps, of which every three make a part."""
    indexing._MAPS_IN_PART = 3  # type: ignore[misc]
    if what == "work":
        _work(folder)
        return
    name, _, times = what.partition(".")
    if name == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(times), int(times)))
    elif name == "write_rows":
        indexing.write_rows = _killing(indexing.write_rows, int(times))  # type: ignore[attr-defined]
    elif name == "write_list":
        store.Store.write_list = _killing(store.Store.write_list, int(times))  # type: ignore[method-assign]
    elif name == "remove":
        indexing._remove = _killing(indexing._remove, int(times))
    try:
        seeds = (seed if number == 4 else number for number in range(MAPS))
        indexing.index(store.make_store(folder), map(_unit, range(MAPS), seeds))
    except OSError as error:
        sys.exit(str(error))


def _unit(number: int, seed: int) -> indexing.Unit:
    def read() -> ArgumentMap:
        return dense_map(random.Random(seed))

    return indexing.Unit(Source(f"map-{number}", str(seed)), read)


def _killing(work: Callable[..., Any], times: int) -> Callable[..., Any]:
    left = times

    def killed(*arguments: Any) -> Any:  # noqa: ANN401 — whatever the work takes
        nonlocal left
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return work(*arguments)

    return killed


def _work(folder: Path) -> None:
    folder.mkdir()
    engine = DuckDbEngine(folder, "50MB")
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    try:
        engine.keep("many", "SELECT range AS n, hash(range) AS h FROM range(20000000) ORDER BY h")
    except EngineError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
