"""A store answers as a map in memory does: bucket by bucket, status by status, person by person."""

import random
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("duckdb")

import argmap
from argmap.argument_map import ArgumentMap
from argmap.corpus import grounded, sides
from argmap.corpus.answers import give_answers
from argmap.corpus.buckets import find_buckets
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.engine import Engine
from argmap.corpus.part import load_around
from argmap.corpus.reading_back import map_of
from argmap.corpus.rows import Source, rows_of
from argmap.corpus.tallies import find_debts, tally
from argmap.queries.tally import Counts
from argmap.queries.tally import tally as tally_in_memory
from argmap.queries.unanswered import find_standing
from argmap.semantics.status import statuses
from tests.corpus.stores import dense_map, opened, store_of
from tests.maps import argument_maps

_STATUSES = {0: "undecided", 1: "in", 2: "out"}


def _found(engine: Engine, table: str) -> Mapping[str, object]:
    rows = engine.rows(
        f"SELECT s.id, t.* FROM {table} t JOIN statements s ON t.node = s.node ORDER BY t.node"
    )
    return {str(key): value for key, _, value in rows}


def _check(argument_map: ArgumentMap, *, include_inferred: bool) -> None:
    with opened(argument_map) as engine:
        find_buckets(engine, include_inferred=include_inferred)
        standing = find_standing(argument_map, include_inferred=include_inferred)
        assert _found(engine, "buckets") == standing.buckets
        labels = _found(engine, "status")
        found = {key: _STATUSES[label] for key, label in labels.items()}  # type: ignore[index]
        assert found == statuses(argument_map, include_inferred=include_inferred)
        find_debts(engine)
        counted = [each.counts for each in tally(engine, 1000)]
        wanted = [each.counts for each in tally_in_memory(argument_map, standing).values() if each.counts]
        assert _anonymous(counted) == _anonymous(wanted)


def _anonymous(counts: list[Counts]) -> list[str]:
    return sorted(str(replace(each, person="")) for each in counts)


@settings(max_examples=8)
@given(argument_maps(), st.booleans())
def test_any_map(drawn: ArgumentMap, include_inferred: bool) -> None:  # noqa: FBT001 — Hypothesis passes it
    _check(drawn, include_inferred=include_inferred)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("in_memory", [0, 10**6])
def test_maps_in_which_everything_bears_on_everything(
    seed: int, in_memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grounded, "_SHORTEN_AFTER", 1 + seed % 3)
    monkeypatch.setattr(grounded, "_FINISH_AFTER", 2 + seed % 5)
    monkeypatch.setattr(grounded, "_MOST_IN_MEMORY", in_memory)
    monkeypatch.setattr(sides, "_MOST_IN_MEMORY", in_memory)
    monkeypatch.setattr(sides, "_FINISH_AFTER", 1 + seed % 3)
    _check(dense_map(random.Random(seed)), include_inferred=seed % 2 == 0)


@pytest.mark.parametrize("include_inferred", [False, True])
def test_the_sample_map(repository: Path, *, include_inferred: bool) -> None:
    _check(argmap.load(repository / "data"), include_inferred=include_inferred)


@given(argument_maps())
def test_rows_read_back_as_the_map(drawn: ArgumentMap) -> None:
    rows, _ = rows_of(drawn, Source("map", "0"), 1, 1)
    once = {key: one.model_copy(update={"aims": one.distinct_aims}) for key, one in drawn.rebuttals.items()}
    assert map_of(rows) == replace(drawn, rebuttals=once)


def test_what_is_near_has_the_buckets_of_the_whole(repository: Path) -> None:
    sample = argmap.load(repository / "data")
    standing = find_standing(sample)
    with opened(sample) as engine:
        find_buckets(engine)
        nodes = [
            int(row[0] or 0) for row in engine.rows("SELECT node FROM statements WHERE id LIKE 'toft-%'")
        ]
        part = load_around(engine, nodes, 1)
    assert {key for key in sample.statements if key.startswith("toft-")} == set(part.keys)
    for key in part.keys:
        assert part.map.statements[key] == sample.statements[key]
    for key in part.map.statements:
        assert part.standing.buckets.get(key) == standing.buckets.get(key)


def test_answers_are_kept_until_the_store_changes(tmp_path: Path) -> None:
    first, second = dense_map(random.Random(1)), dense_map(random.Random(2))
    store = store_of(tmp_path / "store", first)
    for maps in ((first,), (first, second)):
        store = store_of(tmp_path / "store", *maps)
        for _ in range(2):
            (work := tmp_path / "work").mkdir()
            engine = DuckDbEngine(work)
            store.show_to(engine)
            give_answers(store, engine)
            counted = engine.rows("SELECT COUNT(*) FROM buckets")[0][0]
            assert counted == sum(len(find_standing(each).buckets) for each in maps)
            engine.close()
            for file in (*work.glob("*"),):
                file.unlink() if file.is_file() else file.rmdir()
            work.rmdir()
        assert len(list((store.folder / "answers").iterdir())) == 1


def test_a_store_that_cannot_keep_answers_still_answers(tmp_path: Path) -> None:
    drawn = dense_map(random.Random(1))
    store = store_of(tmp_path / "store", drawn)
    (store.folder / "answers").write_text("in the way")
    (work := tmp_path / "work").mkdir()
    engine = DuckDbEngine(work)
    store.show_to(engine)
    give_answers(store, engine)
    assert _found(engine, "buckets") == find_standing(drawn).buckets
    engine.close()
