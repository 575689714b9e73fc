"""What a store of many maps answers on an engine, and what its maps answer in memory."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import argmap
from argmap.argument_map import ArgumentMap
from argmap.corpus.buckets import find_buckets
from argmap.corpus.engine import Engine
from argmap.corpus.store import Store
from argmap.queries.unanswered import find_standing
from argmap.semantics.status import statuses
from tests.corpus.stores import dense_map

_ById: TypeAlias = dict[object, object]
_STATUSES = {"undecided": 0, "in": 1, "out": 2}


def many_maps(repository: Path, count: int) -> Sequence[ArgumentMap]:
    """Give the sample map and random ones."""
    return argmap.load(repository / "data"), *(dense_map(random.Random(seed)) for seed in range(count))


def answers(engine: Engine, store: Store, *, include_inferred: bool) -> tuple[_ById, _ById]:
    """Give the bucket and the status of every statement of a store by its map and its id."""
    store.show_to(engine)
    find_buckets(engine, include_inferred=include_inferred)
    return _by_id(engine, "buckets"), _by_id(engine, "status")


def answers_in_memory(maps: Sequence[ArgumentMap], *, include_inferred: bool) -> tuple[_ById, _ById]:
    """Give the bucket and the status of every statement of some maps."""
    buckets: _ById = {}
    status: _ById = {}
    for number, each in enumerate(maps, 1):
        standing = find_standing(each, include_inferred=include_inferred)
        buckets |= {(number, key): str(bucket) for key, bucket in standing.buckets.items()}
        labels = statuses(each, include_inferred=include_inferred)
        status |= {(number, key): _STATUSES[label] for key, label in labels.items()}
    return buckets, status


def _by_id(engine: Engine, table: str) -> _ById:
    rows = engine.rows(f"SELECT s.map, s.id, t.* FROM {table} t JOIN statements s ON t.node = s.node")
    return {(number, key): value for number, key, _, value in rows}
