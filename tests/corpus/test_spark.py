"""The same SQL on Spark gives what it gives on DuckDB, and what a map in memory gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyspark")

from pyspark import SparkContext

from argmap.corpus import grounded
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.engine import Engine, EngineError
from argmap.corpus.quoting import quoted_text
from argmap.corpus.spark_engine import SparkEngine
from argmap.corpus.tallies import PersonCounts, find_debts, tally
from tests.corpus.agreement import answers, answers_in_memory, many_maps
from tests.corpus.spark import HAS_JAVA, settings_for_little
from tests.corpus.stores import store_of

pytestmark = [pytest.mark.spark, pytest.mark.skipif(not HAS_JAVA, reason="there is no Java")]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkEngine]:
    """One session for all, since it takes long to start."""
    folder = tmp_path_factory.mktemp("spark [a] {b} %20 *")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_CONF_DIR", str(settings_for_little(folder / "settings")))
        engine = SparkEngine(folder, master="local[2]")
    yield engine
    engine.close()


@pytest.fixture
def duck(tmp_path: Path) -> Iterator[DuckDbEngine]:
    (tmp_path / "duck").mkdir()
    engine = DuckDbEngine(tmp_path / "duck")
    yield engine
    engine.close()


def _tallies(engine: Engine) -> list[PersonCounts]:
    find_debts(engine)
    return tally(engine, 1000)


@pytest.mark.parametrize("include_inferred", [False, True])
def test_many_maps_in_one_store(
    spark: SparkEngine,
    duck: DuckDbEngine,
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    include_inferred: bool,
) -> None:
    if include_inferred:
        monkeypatch.setattr(grounded, "_FINISH_AFTER", 3)
    maps = many_maps(repository, 40)
    store = store_of(tmp_path / "store [1]", *maps)
    wanted = answers_in_memory(maps, include_inferred=include_inferred)
    assert answers(duck, store, include_inferred=include_inferred) == wanted
    assert answers(spark, store, include_inferred=include_inferred) == wanted
    assert _tallies(spark) == _tallies(duck)


@pytest.mark.parametrize(
    "text", ["it's", "''", "a\\b", "\\", "\\'", "%_", 'say "no"', "\n\t", "жук", "\\u0041", ""]
)
def test_quoted_texts(spark: SparkEngine, duck: DuckDbEngine, text: str) -> None:
    assert spark.rows(f"SELECT {quoted_text(text)}") == [(text,)]
    assert duck.rows(f"SELECT {quoted_text(text)}") == [(text,)]


def test_what_goes_wrong_is_told_in_a_line(spark: SparkEngine, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"nowhere.* cannot be found"):
        spark.rows("SELECT * FROM nowhere")
    spark.load("numbers", ("a",), [(1,), (2,)])
    assert spark.rows("SELECT a FROM numbers ORDER BY a") == [(1,), (2,)]
    assert spark.keep("numbers", "SELECT a + 1 AS a FROM numbers") == 2
    spark.save("numbers", tmp_path / "saved")
    files = sorted((tmp_path / "saved").iterdir())
    spark.open_files("again", [str(file) for file in files])
    for file in files:
        file.write_bytes(file.read_bytes()[:-50])
    with pytest.raises(EngineError, match=r"not a Parquet file") as told:
        spark.keep("more", "SELECT * FROM again")
    assert "\n" not in str(told.value)
    spark.forget("numbers", "again", "more")


# Spark leaves the pipe to a program open that did not run.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("java", "why"),
    [
        (None, "does not run"),
        ('openjdk version "11.0.2"', "is Java 11"),
        ('java version "1.8.0_4"', "is Java 8"),
    ],
)
def test_what_is_wrong_with_java_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, java: str | None, why: str
) -> None:
    monkeypatch.setattr(SparkContext, "_active_spark_context", None)
    program = tmp_path / "bin" / "java"
    if java:
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\necho '{java}' >&2\n[ \"$1\" = -version ]\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match=f"needs Java 17 or newer, and {program}.* {why}"):
        SparkEngine(tmp_path)
