"""Stores of any size for measurements, made by SQL: many debates or a random graph; a store as YAML."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, Self, TypeAlias

import duckdb
import pyarrow.parquet as pq

from argmap.corpus.parquet import ROWS_IN_GROUP, new_file, schema_of
from argmap.corpus.store import Contents, Store, StoredPart, make_store
from argmap.corpus.tables import TABLES, Table

Graph: TypeAlias = Literal["debates", "random", "attacks"]
GRAPHS: Final[tuple[Graph, ...]] = ("debates", "random", "attacks")
STATEMENTS_IN_PART: Final = 100_000
MEMORY_LIMIT: Final = "1GB"
"""What DuckDB may use to make a store."""
# Numbers for statements, steps, attacks, second attacks and people.
_KINDS: Final = 5
_HASHES: Final = float(2**64)

_NOTHING: Final = {"BIGINT": "0", "VARCHAR": "''", "BOOLEAN": "FALSE"}


def make(folder: Path, statements: int, graph: Graph = "debates") -> Store:
    """Make a store.

    A debate has a claim and then statements that each support or attack an earlier one. The sizes of debates
    follow Pareto's law: most have a few statements, and some have thousands. In a random graph, each rebuttal
    attacks one or two of all the statements, whichever. Where there are attacks only, nearly all
    statements are rebuttals, and none is a reason.

    Args:
        folder: the new folder.
        statements: how many there are.
        graph: what they are like.
    """
    store = make_store(folder)
    maps, is_one = 0, graph != "debates"
    parts: list[StoredPart] = []
    with _Writing(store) as writing:
        for number, first in enumerate(range(0, statements, STATEMENTS_IN_PART)):
            following = min(first + STATEMENTS_IN_PART, statements)
            writing.run(_plan(number, following - first, statements, graph))
            maps = 1 if is_one else maps + writing.count("SELECT 1 FROM plan WHERE j = 0")
            # A map lies in one part whole.
            if not parts or not is_one:
                parts.append(StoredPart(f"{number + 1:06d}", _KINDS * first + 1, _KINDS * following + 1))
                writing.begin(parts[-1])
            writing.append()
    if is_one:
        parts = [replace(parts[0], following=_KINDS * statements + 1)]
    contents = Contents(tuple(parts), maps, 0, len(parts) + 1, statements + 1, _KINDS * statements + 1)
    return store.write_list(contents)


class _Writing:
    """A store that is written, one chunk of its tables after the other."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._files: dict[str, pq.ParquetWriter] = {}
        self._connection = duckdb.connect()
        self.run(f"SET memory_limit = '{MEMORY_LIMIT}'")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self._connection.close()

    def begin(self, part: StoredPart) -> None:
        """Begin the next part."""
        self._end()
        self._files = {table.name: new_file(table, self._store.file(table, part.name)) for table in TABLES}

    def append(self) -> None:
        """Append what is planned to the part."""
        for table in TABLES:
            found = self._connection.sql(_typed(table, _SELECTS[table.name], self._connection))
            schema = schema_of(table)
            for batch in found.to_arrow_reader(ROWS_IN_GROUP):
                self._files[table.name].write_batch(batch.cast(schema))

    def run(self, sql: str) -> None:
        """Run a statement of SQL."""
        self._connection.execute(sql)

    def count(self, select: str) -> int:
        """Count the rows of a query."""
        row = self._connection.execute(f"SELECT COUNT(*) FROM ({select}) c").fetchone()
        return int(row[0]) if row else 0

    def _end(self) -> None:
        for file in self._files.values():
            file.close()


def write_yaml(store: Store, file: Path) -> None:
    """Write a store as one map, with ids that are ``s`` and the number of the statement."""
    engine = duckdb.connect()
    for table in ("statements", "attacks", "premises", "inferences"):
        engine.execute(f"CREATE VIEW {table} AS FROM read_parquet('{store.folder / table}/*.parquet')")
    engine.execute(
        "CREATE TABLE reasons AS SELECT i.conclusion AS node, list('s' || p.premise) AS found "
        "FROM inferences i JOIN premises p ON i.node = p.inference GROUP BY i.conclusion"
    )
    engine.execute(
        "CREATE TABLE aims AS SELECT rebuttal AS node, list('s' || target) AS found "
        "FROM attacks GROUP BY rebuttal"
    )
    with file.open("w", encoding="utf-8") as out:
        people = engine.execute("SELECT DISTINCT speaker FROM statements").fetchall()
        out.write("people:\n")
        out.writelines(f"  p{one}: {{name: P{one}}}\n" for (one,) in people)
        for name, is_rebuttal in (("claims", False), ("rebuttals", True)):
            out.write(f"{name}:\n")
            rows = engine.execute(
                "SELECT s.node, s.speaker, s.text, s.marker, s.inferred, r.found, a.found FROM statements s "
                "LEFT JOIN reasons r ON s.node = r.node LEFT JOIN aims a ON s.node = a.node "
                "WHERE s.is_rebuttal = ? ORDER BY s.node",
                [is_rebuttal],
            )
            while batch := rows.fetchmany(10_000):
                out.writelines(line for row in batch for line in _record(*row))
    engine.close()


def _record(
    node: int,
    speaker: int,
    text: str,
    marker: str | None,
    inferred: bool,  # noqa: FBT001 — these are the columns of a row
    reasons: list[str] | None,
    aims: list[str] | None,
) -> Iterator[str]:
    yield f"  - id: s{node}\n    by: p{speaker}\n    text: {text}\n"
    if marker:
        yield f"    {marker}: later\n"
    if inferred:
        yield "    basis: inferred\n"
    if reasons:
        yield "    because:\n" + "".join(f"      - [{one}]\n" for one in reasons)
    if aims:
        yield f"    attacks: [{', '.join(aims)}]\n    kind: rebut\n"


def _chance(salt: int) -> str:
    """Write the SQL for a number from 0 to 1 that follows from a statement's number."""
    return f"(hash(number * 64 + {salt}) / {_HASHES})"


def _plan(part: int, size: int, whole: int, graph: Graph) -> str:
    """Make ``plan``: the statements of a part, each with the numbers of what it aims at."""
    first = part * STATEMENTS_IN_PART
    if graph != "debates":
        debates = f"SELECT 1 AS map, 0 AS start, {whole} AS m"
        places = f"SELECT map, start, m, range AS j, range AS number FROM d, range({first}, {first + size})"
        parent, other = (f"CAST(floor({_chance(salt)} * m) AS BIGINT)" for salt in (2, 3))
        speaker = "j // 8"
        share, second = (0.6, 0.4) if graph == "random" else (0.98, 0.43)
    else:
        debates = (
            f"SELECT {first} + d AS map, {first} + start AS start, LEAST(m, {size} - start) AS m FROM "
            "(SELECT d, m, CAST(SUM(m) OVER (ORDER BY d) AS BIGINT) - m AS start FROM "
            f"(SELECT range AS d, LEAST(20000, CAST(4 / power(1 - hash({first} + range) / {_HASHES}, 0.77) "
            f"AS BIGINT)) AS m FROM range({size})) sizes) cut WHERE start < {size}"
        )
        places = "SELECT map, start, m, unnest(range(m)) AS j, start + unnest(range(m)) AS number FROM d"
        parent, other = (f"CAST(floor({_chance(salt)} * j) AS BIGINT)" for salt in (2, 3))
        speaker = f"floor({_chance(5)} * (1 + m / 8))"
        share, second = 0.45, 0.05
    rebuts = f"(j > 0 AND {_chance(1)} < {share})"
    return (
        f"CREATE OR REPLACE TABLE plan AS WITH d AS ({debates}), p AS ({places}), "
        f"q AS (SELECT *, {_KINDS} * start + 1 AS base, {rebuts} AS is_rebuttal, {parent} AS parent, "
        f"CASE WHEN {_chance(4)} < {second} THEN {other} END AS other FROM p) "
        "SELECT *, base + j AS node, base + parent AS target, "
        "CASE WHEN other <> parent THEN base + other END AS second_target, "
        f"base + 4 * m + CAST({speaker} AS BIGINT) AS speaker, "
        f"{_chance(6)} AS fate, md5('' || number) || md5('-' || number) AS words, "
        # Whether the statement that is hit is a rebuttal follows from its number, as its own does.
        f"{graph != 'attacks'} AS has_reasons, "
        f"{_of(rebuts, 'parent')} AS hits_rebuttal, {_of(rebuts, 'other')} AS hits_second "
        "FROM q ORDER BY node"
    )


def _of(condition: str, place: str) -> str:
    """Write a condition on a statement for another of its debate."""
    return condition.replace("number", f"(start + {place})").replace("j >", f"{place} >")


_ATTACK: Final = "map, node AS rebuttal, 'rebut' AS kind, FALSE AS inferred"
_SELECTS: Final[Mapping[str, str]] = {
    "maps": "SELECT map, 'debate-' || map AS name, '0' AS sha256, m AS statements FROM plan WHERE j = 0",
    "people": "SELECT DISTINCT speaker AS person, map, 'p' || speaker AS key, 'P' || speaker AS name, "
    "'p' || speaker AS who FROM plan",
    "members": "SELECT map, node AS voice FROM plan WHERE FALSE",
    "sources": "SELECT map, node AS source FROM plan WHERE FALSE",
    "statements": "SELECT node, map, 's' || node AS id, is_rebuttal, speaker, fate > 0.98 AS inferred, "
    "CASE WHEN is_rebuttal AND fate < 0.03 THEN 'conceded' END AS marker, words AS text, "
    "'debate.yaml' AS file, node AS line, 1 AS character, "
    "CASE WHEN is_rebuttal THEN 'rebut' END AS kind FROM plan",
    "tags": "SELECT map, node, 0 AS position, 'tag' || (node % 20) AS tag FROM plan WHERE node % 3 = 0",
    "inferences": "SELECT base + m + j AS node, map, 's' || (base + m + j) AS id, target AS conclusion "
    "FROM plan WHERE j > 0 AND NOT is_rebuttal AND has_reasons AND target <> node",
    "premises": "SELECT map, base + m + j AS inference, node AS premise, fate > 0.98 AS inferred "
    "FROM plan WHERE j > 0 AND NOT is_rebuttal AND has_reasons AND target <> node",
    "attacks": f"SELECT base + 2 * m + j AS attack, {_ATTACK}, target, target AS hit, hits_rebuttal "
    "FROM plan WHERE is_rebuttal UNION ALL "
    f"SELECT base + 3 * m + j AS attack, {_ATTACK}, second_target AS target, second_target AS hit, "
    "hits_second AS hits_rebuttal FROM plan WHERE is_rebuttal AND second_target IS NOT NULL",
    "partners": "SELECT map, node AS attack FROM plan WHERE FALSE",
    "origins": "SELECT map, node FROM plan WHERE FALSE",
}


def _typed(table: Table, select: str, connection: duckdb.DuckDBPyConnection) -> str:
    """Complete a query with the columns that it lacks, and put its rows into the order of the table."""
    described = connection.execute(f"DESCRIBE {select}").fetchall()
    there = {str(row[0]) for row in described}
    columns = ", ".join(
        f"CAST({one.name if one.name in there else 'NULL' if one.optional else _NOTHING[one.type]} "
        f"AS {one.type}) AS {one.name}"
        for one in table.columns
    )
    order = "rebuttal, attack" if table.name == "attacks" else "1"
    return f"SELECT {columns} FROM ({select}) t ORDER BY {order}"


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), next((one for one in GRAPHS if one in sys.argv[3:]), "debates"))
