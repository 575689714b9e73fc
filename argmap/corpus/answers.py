"""What follows from a whole store, worked out once and kept in it until it changes."""

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from argmap.corpus.engine import Engine, EngineError
from argmap.corpus.store import Store

_FOLDER: Final = "answers"
TABLES: Final = ("status", "buckets", "sd_hits")
"""The tables that are kept: see `argmap.corpus.buckets` and `argmap.corpus.sides`."""


def give_answers(store: Store, engine: Engine, *, include_inferred: bool = False) -> None:
    """Make the status and the bucket of every statement known to an engine.

    They are read where they are kept already, else worked out, and kept where the store can be written to.

    Args:
        store: the store, whose tables the engine knows.
        engine: what answers.
        include_inferred: whether what only the editor supplied takes part.

    Raises:
        EngineError: they cannot be worked out, for want of space for example.
    """
    kept = _place(store, include_inferred=include_inferred)
    if not kept.is_dir():
        # Only then is it needed.
        from argmap.corpus.buckets import find_buckets

        find_buckets(engine, include_inferred=include_inferred)
        # Where the store cannot be written to, each question works them out for itself.
        with suppress(OSError, EngineError):
            _keep(engine, kept)
        return
    for table in TABLES:
        engine.open_files(table, sorted(str(file) for file in (kept / table).glob("*.parquet")))


def are_kept(store: Store, *, include_inferred: bool = False) -> bool:
    """Tell whether the answers are kept already, so that `give_answers` asks nothing of the store's tables.

    Args:
        store: the store.
        include_inferred: whether what only the editor supplied takes part.
    """
    return _place(store, include_inferred=include_inferred).is_dir()


def _place(store: Store, *, include_inferred: bool) -> Path:
    return store.folder / _FOLDER / f"{store.state}-{'all' if include_inferred else 'stated'}"


def _keep(engine: Engine, folder: Path) -> None:
    """Save the answers in one step, and drop those of older states."""
    folder.parent.mkdir(exist_ok=True)
    for old in folder.parent.iterdir():
        if not old.name.startswith(folder.name.partition("-")[0]):
            shutil.rmtree(old, ignore_errors=True)
    fresh = Path(mkdtemp(prefix="new-", dir=folder.parent))
    try:
        for table in TABLES:
            engine.save(table, fresh / table)
        # Whoever was quicker has kept the same.
        with suppress(OSError):
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
