"""What is damaged is told with its place, and what is broken off loses nothing."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("duckdb")

import pyarrow as pa
import pyarrow.parquet as pq

from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.engine import EngineError
from argmap.corpus.indexing import index
from argmap.corpus.layout import LIST_NAME
from argmap.corpus.store import StoreError, make_store, open_store
from argmap.corpus.tables import TABLES
from tests.corpus.stores import dense_map, store_of, unit

_PROGRAM = Path(__file__).with_name("breaking_index.py")
_ROOT = Path(__file__).parents[2]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits and kill are POSIX's")


def _truncate(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _foreign(file: Path) -> None:
    pq.write_table(pa.table({"node": [1], "text": ["of another program"]}), file)


def _column_of_another_type(file: Path) -> None:
    table = pq.read_table(file)
    pq.write_table(table.set_column(0, table.column_names[0], pa.array(["1"] * len(table))), file)


@pytest.mark.parametrize(
    "harm", [_truncate, _empty, _foreign, _column_of_another_type, Path.unlink], ids=lambda one: one.__name__
)
@pytest.mark.parametrize("table", ["maps", "statements"])
def test_a_damaged_file_is_named(tmp_path: Path, table: str, harm: Callable[[Path], None]) -> None:
    one, other = dense_map(random.Random(1)), dense_map(random.Random(2))
    store = store_of(tmp_path / "store", one, other)
    harm(file := tmp_path / "store" / table / "000001.parquet")
    (tmp_path / "work").mkdir()
    engine = DuckDbEngine(tmp_path / "work")
    with pytest.raises(StoreError) as told:
        store.show_to(engine)
    assert str(told.value).startswith(f"{file}: it is missing, damaged or not of this layout; ")
    engine.close()
    before = (tmp_path / "store" / LIST_NAME).read_bytes()
    with pytest.raises(StoreError, match=str(file)):
        index(open_store(tmp_path / "store"), [unit("map-0", one, "changed")])
    assert (tmp_path / "store" / LIST_NAME).read_bytes() == before


def test_a_file_damaged_inside_is_told_by_the_engine(tmp_path: Path) -> None:
    store = store_of(tmp_path / "store", *(dense_map(random.Random(seed)) for seed in range(20)))
    file = tmp_path / "store" / "statements" / "000001.parquet"
    content = bytearray(file.read_bytes())
    content[4:100] = b"\xff" * 96
    file.write_bytes(content)
    (tmp_path / "work").mkdir()
    engine = DuckDbEngine(tmp_path / "work")
    store.show_to(engine)
    with pytest.raises(EngineError):
        engine.keep("everything", "SELECT * FROM statements")
    engine.close()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "{}", '{"schema": "argmap/store/99"}', '{"schema": "argmap/store/1", "parts": [1]}'],
)
def test_a_damaged_list_is_named(tmp_path: Path, content: str) -> None:
    store_of(tmp_path / "store", dense_map(random.Random(1)))
    (place := tmp_path / "store" / LIST_NAME).write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=str(place)):
        open_store(tmp_path / "store")


def test_an_empty_store_answers(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    (tmp_path / "work").mkdir()
    engine = DuckDbEngine(tmp_path / "work")
    store.show_to(engine)
    assert [engine.rows(f"SELECT * FROM {table.name}") for table in TABLES] == [[]] * len(TABLES)
    engine.close()


def _child(folder: Path, what: str, seed: int = 4) -> "subprocess.CompletedProcess[str]":
    # Where a file may not grow, Python 3.11 leaves half a compiled module, and the next program fails.
    surroundings = os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(_PROGRAM), str(folder), what, str(seed)]
    return subprocess.run(command, env=surroundings, capture_output=True, encoding="utf-8", check=False)


def _contents(folder: Path) -> dict[str, object]:
    """Give all rows of a store, and whatever else lies there."""
    store = open_store(folder)
    found: dict[str, object] = {
        table.name: [
            row
            for part in store.contents.parts
            for row in pq.read_table(store.file(table, part.name)).to_pylist()
        ]
        for table in TABLES
    }
    counts = {store.file(table, part.name) for table in TABLES for part in store.contents.parts}
    files = {file for file in folder.rglob("*") if file.is_file()}
    return found | {"else": sorted(file.name for file in files - counts), "next": store.contents.next_number}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that no run was broken off for."""
    folder = tmp_path_factory.mktemp("whole") / "store"
    assert _child(folder, "whole").returncode == 0
    return folder


@posix_only
@pytest.mark.parametrize(("place", "parts"), [("write_rows.25", 2), ("write_list.1", 0)])
def test_a_killed_run_resumes(tmp_path: Path, whole: Path, place: str, parts: int) -> None:
    assert _child(tmp_path / "store", place).returncode == -9
    assert len(open_store(tmp_path / "store").contents.parts) == parts
    assert _child(tmp_path / "store", "whole").returncode == 0
    assert _contents(tmp_path / "store") == _contents(whole)


@posix_only
@pytest.mark.parametrize("place", ["write_list.0", "remove.0"])
def test_a_killed_run_that_replaces_a_map_resumes(tmp_path: Path, whole: Path, place: str) -> None:
    for name in ("store", "wanted"):
        shutil.copytree(whole, tmp_path / name)
    assert _child(tmp_path / "wanted", "whole", 99).returncode == 0
    assert _child(tmp_path / "store", place, 99).returncode == -9
    named = open_store(tmp_path / "store").contents
    assert (named == open_store(tmp_path / "wanted").contents) == (place == "remove.0")
    assert _child(tmp_path / "store", "whole", 99).returncode == 0
    assert _contents(tmp_path / "store") == _contents(tmp_path / "wanted") != _contents(whole)


@posix_only
def test_a_full_disk_loses_no_part(tmp_path: Path, whole: Path) -> None:
    done = _child(tmp_path / "store", "full.3000")
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert _child(tmp_path / "store", "whole").returncode == 0
    assert _contents(tmp_path / "store") == _contents(whole)


@posix_only
def test_a_full_disk_under_an_engine_is_told(tmp_path: Path) -> None:
    done = _child(tmp_path / "work", "work")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
