"""What a store holds after maps were added, changed, damaged or left as they are."""

import random
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

from argmap.argument_map import ArgumentMap
from argmap.corpus.buckets import find_buckets
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.indexing import Indexed, Unit, UnreadableError, index
from argmap.corpus.part import load_around
from argmap.corpus.rows import Source
from argmap.corpus.store import Store, StoreError, make_store, open_store
from tests.corpus.stores import dense_map, store_of, unit

FIRST, SECOND, THIRD = (dense_map(random.Random(seed)) for seed in (3, 4, 5))


def ids(store: Store, work: Path) -> dict[int, list[str]]:
    """Give the ids of the statements of each map."""
    work.mkdir(exist_ok=True)
    engine = DuckDbEngine(work)
    store.show_to(engine)
    found: dict[int, list[str]] = {}
    for number, key in engine.rows("SELECT map, id FROM statements ORDER BY map, node"):
        found.setdefault(int(number or 0), []).append(str(key))
    engine.close()
    return found


def test_a_map_that_is_there_is_left_alone(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", FIRST, SECOND)
    again, done = index(open_store(store.folder), [unit("map-1", SECOND)])
    assert done == Indexed(unchanged=1)
    assert again.contents == store.contents


def test_a_map_that_changed_takes_the_place_of_its_older_form(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", FIRST, SECOND)
    changed, done = index(store, [unit("map-0", THIRD, "another")])
    assert done == Indexed(replaced=1, statements=len(THIRD.statements))
    assert ids(changed, tmp_path / "work") == {1: list(THIRD.statements), 2: list(SECOND.statements)}
    assert sorted(file.stem for file in (store.folder / "statements").iterdir()) == sorted(
        part.name for part in changed.contents.parts
    )


def test_maps_are_added_to_a_store(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", FIRST)
    wider, done = index(open_store(store.folder), [unit("map-0", FIRST), unit("new", SECOND)])
    assert (done.new, done.unchanged) == (1, 1)
    assert ids(wider, tmp_path / "work") == {1: list(FIRST.statements), 2: list(SECOND.statements)}


def _unreadable() -> ArgumentMap:
    raise UnreadableError("line 3 is no map")


def test_a_map_that_cannot_be_read_is_named_every_time(tmp_path: Path) -> None:
    broken = Unit(Source("broken", "0"), _unreadable)
    store, done = index(make_store(tmp_path / "store"), [unit("map-0", FIRST), broken])
    assert done.faults == {"broken": "line 3 is no map"}
    again, told = index(open_store(store.folder), [broken])
    assert told.faults == done.faults
    mended, done = index(again, [unit("broken", SECOND, "1")])
    assert (done.replaced, dict(done.faults)) == (1, {})
    assert ids(mended, tmp_path / "work")[2] == list(SECOND.statements)


def test_numbers_are_never_given_twice(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", FIRST, SECOND, THIRD)
    (work := tmp_path / "work").mkdir()
    engine = DuckDbEngine(work)
    store.show_to(engine)
    for table, column in (("statements", "node"), ("attacks", "attack"), ("people", "person")):
        everything, different = engine.rows(f"SELECT COUNT({column}), COUNT(DISTINCT {column}) FROM {table}")[
            0
        ]
        assert everything == different
    engine.close()


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="is no store"):
        make_store(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "text", ["", "{}", '{"schema": "argmap/store/99"}', "[]", '{"schema": "argmap/store/1"}']
)
def test_a_list_that_is_damaged_or_of_another_version_is_refused(text: str, tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", FIRST)
    (store.folder / "argmap-store.json").write_text(text)
    with pytest.raises(StoreError, match=r"argmap-store\.json"):
        open_store(store.folder)


def test_what_hangs_together_is_read_whole(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", FIRST, SECOND)
    (work := tmp_path / "work").mkdir()
    engine = DuckDbEngine(work)
    store.show_to(engine)
    find_buckets(engine)
    start = int(engine.rows("SELECT MIN(node) FROM statements WHERE map = 2")[0][0] or 0)
    part = load_around(engine, [start])
    engine.close()
    assert all(key.startswith("2.") for key in part.map.statements)
    assert all(statement.by in {None, "a", "b"} for statement in part.map.statements.values())
