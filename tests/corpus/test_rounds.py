"""A chain of any length takes about as many tables as its length has binary digits."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytest.importorskip("duckdb")

from argmap.corpus import grounded, sides
from argmap.corpus.buckets import find_buckets
from argmap.corpus.duckdb_engine import DuckDbEngine
from argmap.corpus.engine import Engine
from argmap.corpus.tables import TABLES

_LONG = 100_000
_NOTHING = {"BIGINT": "0", "VARCHAR": "''", "BOOLEAN": "FALSE"}


class _Counting(DuckDbEngine):
    """DuckDB that counts the tables that it keeps."""

    kept = 0

    def keep(self, table: str, select: str) -> int:
        self.kept += 1
        return super().keep(table, select)


def _show(engine: Engine, table: str, size: int, **columns: str) -> None:
    """Make a table of a store with some rows; each column follows from ``n``, the number of its row."""
    found = next(each for each in TABLES if each.name == table)
    cells = (
        f"CAST({columns.get(one.name, 'NULL' if one.optional else _NOTHING[one.type])} AS {one.type}) "
        f"AS {one.name}"
        for one in found.columns
    )
    engine.view(table, f"SELECT {', '.join(cells)} FROM (SELECT range AS n FROM range({size})) r")


@contextmanager
def _answered(**tables: tuple[int, Mapping[str, str]]) -> Iterator[_Counting]:
    """Answer a store of which some tables have rows."""
    with TemporaryDirectory() as folder:
        engine = _Counting(Path(folder))
        for table in TABLES:
            size, columns = tables.get(table.name, (0, {}))
            _show(engine, table.name, size, **columns)
        find_buckets(engine)
        yield engine
        engine.close()


def _rebuttals(size: int, first_target: str = "0") -> Mapping[str, tuple[int, Mapping[str, str]]]:
    """Give a claim and a chain of rebuttals, each of the one before; the first may have another target."""
    target = f"CASE WHEN n = 0 THEN {first_target} ELSE n END"
    attack = {"attack": "1000000 + n", "rebuttal": "n + 1", "target": target, "hit": target}
    kinds = {"kind": "'rebut'", "hits_rebuttal": f"{target} > 0"}
    return {
        "statements": (size + 1, {"node": "n", "is_rebuttal": "n > 0"}),
        "attacks": (size, attack | kinds),
    }


def _supports(size: int) -> Mapping[str, tuple[int, Mapping[str, str]]]:
    """Give a chain of claims, each a reason for the one before, and a rebuttal of the last."""
    return {
        "statements": (size + 1, {"node": "n", "is_rebuttal": f"n = {size}"}),
        "inferences": (size - 1, {"node": "1000000 + n", "conclusion": "n"}),
        "premises": (size - 1, {"inference": "1000000 + n", "premise": "n + 1"}),
        "attacks": (
            1,
            {
                "attack": "2000000",
                "rebuttal": str(size),
                "target": str(size - 1),
                "hit": str(size - 1),
                "kind": "'rebut'",
            },
        ),
    }


@pytest.fixture(autouse=True, params=["rounds alone", "the rest in memory"])
def _memory(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "rounds alone":
        monkeypatch.setattr(grounded, "_MOST_IN_MEMORY", -1)
        monkeypatch.setattr(sides, "_MOST_IN_MEMORY", -1)


def test_a_chain_of_rebuttals() -> None:
    with _answered(**_rebuttals(1000)) as engine:
        few = engine.kept
    with _answered(**_rebuttals(_LONG)) as engine:
        assert engine.kept - few <= 4 * (_LONG // 1000).bit_length()
        assert engine.kept <= 8 * _LONG.bit_length()
        # The last is not attacked, so every second one is in.
        counted = engine.rows(
            f"SELECT COUNT(*), SUM(node) FROM status WHERE label = 1 AND node % 2 = {_LONG % 2}"
        )
        every = range(_LONG % 2, _LONG + 1, 2)
        assert counted == [(len(every), sum(every))]
        assert engine.rows("SELECT COUNT(*) FROM status WHERE label <> 0") == [(_LONG + 1,)]
        buckets = engine.rows("SELECT bucket, COUNT(*) FROM buckets GROUP BY bucket")
        assert buckets == [("answered", _LONG // 2)]


def test_a_chain_of_supports() -> None:
    with _answered(**_supports(1000)) as engine:
        few = engine.kept
    with _answered(**_supports(_LONG)) as engine:
        assert engine.kept - few <= 4 * (_LONG // 1000).bit_length()
        assert engine.kept <= 8 * _LONG.bit_length()
        labels = engine.rows("SELECT label, COUNT(*) FROM status GROUP BY label ORDER BY label")
        assert labels == [(1, 1), (2, _LONG)]


def test_a_circle_of_rebuttals_that_nothing_decides() -> None:
    size = 1001
    with _answered(**_rebuttals(size, first_target=str(size))) as engine:
        assert engine.kept <= 8 * _LONG.bit_length()
        labels = engine.rows("SELECT label, COUNT(*) FROM status GROUP BY label ORDER BY label")
        assert labels == [(0, size), (1, 1)]
