"""A standalone master and workers answer a store as a map in memory does."""

from pathlib import Path

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyspark")

from argmap.corpus import grounded
from argmap.corpus.spark_engine import SparkEngine
from tests.corpus.agreement import answers, answers_in_memory, many_maps
from tests.corpus.spark import HAS_JAVA, cluster, settings_for_little
from tests.corpus.stores import store_of

pytestmark = [pytest.mark.spark, pytest.mark.skipif(not HAS_JAVA, reason="there is no Java")]


def test_a_master_with_two_workers(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grounded, "_FINISH_AFTER", 3)
    monkeypatch.setenv("SPARK_CONF_DIR", str(settings_for_little(tmp_path / "settings")))
    maps = many_maps(repository, 10)
    store = store_of(tmp_path / "store", *maps)
    (tmp_path / "scratch").mkdir()
    with cluster(tmp_path / "cluster") as url:
        engine = SparkEngine(tmp_path / "scratch", master=url)
        try:
            found = answers(engine, store, include_inferred=False)
        finally:
            engine.close()
    assert found == answers_in_memory(maps, include_inferred=False)
