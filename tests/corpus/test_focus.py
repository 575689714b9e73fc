"""A few statements are asked about where they lie, with the answers that the whole store gives."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from argmap.corpus.answers import are_kept, give_answers
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.focus import focus, show_names_to
from argmap.corpus.indexing import index
from argmap.corpus.naming import statements_called
from argmap.corpus.part import Part, load_around, load_part
from argmap.corpus.store import Store, make_store
from argmap.files.map_text.write_map import write_document
from tests.corpus.stores import dense_map, unit
from tests.running import run_command


def _store(folder: Path) -> Store:
    """Index maps in three parts; of two of them a map is replaced afterwards."""
    store = make_store(folder)
    for first in (0, 3, 6):
        maps = [unit(f"map-{n}", dense_map(random.Random(n))) for n in range(first, first + 3)]
        store, _ = index(store, maps)
    store, _ = index(store, [unit(f"map-{n}", dense_map(random.Random(50 + n)), "new") for n in (1, 5)])
    return store


def _said(part: Part) -> object:
    standing = part.standing
    return (part.keys, part.map, standing.buckets, standing.replies, standing.challenged)


def test_a_part_is_enough(tmp_path: Path) -> None:
    store = _store(tmp_path / "store")
    (tmp_path / "work").mkdir()
    whole, near = DuckDbEngine(tmp_path / "work"), DuckDbEngine(tmp_path / "work")
    store.show_to(whole)
    give_answers(store, whole)
    assert are_kept(store)
    chance = random.Random(1)
    rows = whole.rows("SELECT node, CAST(map AS VARCHAR) || '.' || id FROM statements ORDER BY node")
    for node, name in chance.sample(rows, 4):
        show_names_to(near, store)
        found = statements_called(near, str(name))
        assert found == [node]
        focus(near, store, found)
        assert len(near.rows("SELECT DISTINCT map FROM attacks")) <= 1
        threads = [load_part(engine, found, threads=True) for engine in (near, whole)]
        around = [load_around(engine, found) for engine in (near, whole)]
        assert _said(threads[0]) == _said(threads[1])
        assert _said(around[0]) == _said(around[1])
    for name in ("s1", "nobody"):
        show_names_to(near, store)
        nodes = statements_called(near, name)
        focus(near, store, nodes)
        assert _said(load_part(near, nodes)) == _said(load_part(whole, nodes))
    near.close()
    whole.close()


def test_ids_are_looked_for_by_filters(tmp_path: Path) -> None:
    store = _store(tmp_path / "store")
    files = str(store.folder / "statements" / "*.parquet")
    found = duckdb.execute(
        "SELECT path_in_schema, COUNT(*) = COUNT(bloom_filter_offset) FROM parquet_metadata(?) GROUP BY 1",
        [files],
    ).fetchall()
    assert [name for name, has in found if has] == ["id"]


def _of_another_type(file: Path) -> None:
    table = pq.read_table(file)
    column = pa.array(["1"] * len(table))
    pq.write_table(table.set_column(0, table.column_names[0], column), file)


@pytest.mark.parametrize("table", ["maps", "statements", "premises", "attacks"])
@pytest.mark.parametrize(
    "harm",
    [lambda file: file.write_bytes(file.read_bytes()[:-20]), _of_another_type, Path.unlink],
    ids=["truncated", "another type", "missing"],
)
def test_a_damaged_file_is_named_to_who_asks_for_a_statement(
    tmp_path: Path, harm: Callable[[Path], None], table: str
) -> None:
    for number in (1, 2):
        text = write_document(dense_map(random.Random(number)))
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
        run_command(["index", str(tmp_path / f"{number}.yaml"), "-o", str(tmp_path / "store")])
    words = ["--map", str(tmp_path / "store"), "show", "1.s1"]
    assert [run_command(words).exit_code for _ in range(2)] == [0, 0]
    harm(file := tmp_path / "store" / table / "000001.parquet")
    outcome = run_command(words)
    assert outcome.exit_code == 2
    assert f"{file}: it is missing, damaged or not of this layout; " in outcome.stderr
