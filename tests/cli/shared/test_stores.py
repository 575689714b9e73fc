"""Which engine a store is asked by, and with how much memory."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("duckdb")

from argmap.corpus import duckdb_engine
from argmap.corpus.engine import EngineError
from tests.running import run_command


@pytest.fixture
def place(tmp_path: Path) -> str:
    (tmp_path / "map.yaml").write_text("claims: [{id: a, text: T.}]\n", encoding="utf-8")
    run_command(["index", str(tmp_path / "map.yaml"), "-o", str(tmp_path / "store")])
    return str(tmp_path / "store")


class _Given:
    """An engine that tells what it is given."""

    def __init__(self, folder: Path, memory_limit: str | None = None, master: str = "local[*]") -> None:
        raise EngineError(f"{type(self).__name__}: {folder.is_dir()}, {memory_limit}, {master}")


class SparkEngine(_Given):
    """Stands for the engine of this name."""


class DuckDbEngine(_Given):
    """Stands for the engine of this name."""


@pytest.mark.parametrize(
    ("memory", "words", "told"),
    [
        ("", [], "DuckDbEngine: True, None, local[*]"),
        ("500MB", [], "DuckDbEngine: True, 500MB, local[*]"),
        ("", ["--engine", "spark"], "SparkEngine: True, None, local[*]"),
        ("2GB", ["--engine", "spark", "--master", "spark://here:7077"], "True, 2GB, spark://here:7077"),
        ("much", [], "ARGMAP_MEMORY is `much`, and would be right as `2GB` or `500MB`."),
    ],
)
def test_an_engine_gets_its_memory_and_its_master(
    place: str, memory: str, words: list[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spark = ModuleType("argmap.corpus.spark_engine")
    monkeypatch.setattr(spark, "SparkEngine", SparkEngine, raising=False)
    monkeypatch.setitem(sys.modules, "argmap.corpus.spark_engine", spark)
    monkeypatch.setattr(duckdb_engine, "DuckDbEngine", DuckDbEngine)
    monkeypatch.setenv("ARGMAP_MEMORY", memory)
    outcome = run_command([*words, "--map", place, "unanswered"])
    assert outcome.exit_code == 2
    assert told in outcome.stderr
