"""DuckDB as the engine: inside the process, on as many cores as there are, spilling to the disk."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import duckdb

from argmap.corpus.batches import ROWS_IN_BATCH, batches
from argmap.corpus.engine import EngineError, MemorySpentError, Row
from argmap.corpus.quoting import quoted_text
from argmap.signals import still_stopped

_FEW: Final = 2000


class DuckDbEngine:
    """DuckDB with a database in memory.

    Args:
        folder: for what does not fit into memory; the caller removes it.
        memory_limit: how much memory it may use, such as ``2GB``; without it DuckDB decides.

    Raises:
        EngineError: it cannot be started.
    """

    name = "duckdb"
    in_process = True

    def __init__(self, folder: Path, memory_limit: str | None = None) -> None:
        self._views: set[str] = set()
        try:
            self._connection = duckdb.connect()
            self._connection.execute(f"SET temp_directory = {quoted_text(str(folder / 'spill'))}")
            self._connection.execute("SET preserve_insertion_order = false")
            # It would be drawn among what is printed.
            self._connection.execute("SET enable_progress_bar = false")
            if memory_limit:
                self._connection.execute(f"SET memory_limit = {quoted_text(memory_limit)}")
        except duckdb.Error as error:
            raise EngineError(_words(error)) from error

    def open_files(self, table: str, files: Sequence[str]) -> None:
        """See `Engine.open_files`."""
        listed = ", ".join(map(quoted_text, files))
        self.view(table, f"SELECT * FROM read_parquet([{listed}])")

    def columns(self, table: str) -> list[tuple[str, str]]:
        """See `Engine.columns`."""
        return [(str(row[0]), str(row[1])) for row in self.rows(f"DESCRIBE {table}")]

    def keep(self, table: str, select: str) -> int:
        """See `Engine.keep`."""
        row = self._run(f"CREATE OR REPLACE TABLE {table} AS {select}").fetchone()
        if table in self._views:
            # It would stand before the table.
            self._run(f"DROP VIEW {table}")
            self._views.discard(table)
        return int(row[0]) if row else 0

    def view(self, table: str, select: str) -> None:
        """See `Engine.view`."""
        self._run(f"CREATE OR REPLACE TEMP VIEW {table} AS {select}")
        self._views.add(table)

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
        """See `Engine.load`."""
        self._run(f"CREATE OR REPLACE TABLE {table} ({', '.join(f'{column} BIGINT' for column in columns)})")
        for batch in batches(rows, ROWS_IN_BATCH):
            if len(batch) <= _FEW:
                values = ", ".join(f"({', '.join(str(int(cell)) for cell in row)})" for row in batch)
                self._run(f"INSERT INTO {table} VALUES {values}")
                continue
            # It takes long to import.
            import pyarrow as pa

            data = [pa.array(column, pa.int64()) for column in zip(*batch, strict=True)]
            self._connection.register("incoming", pa.table(data, names=list(columns)))
            self._run(f"INSERT INTO {table} SELECT * FROM incoming")
            self._connection.unregister("incoming")

    def save(self, table: str, folder: Path) -> None:
        """See `Engine.save`."""
        folder.mkdir(parents=True)
        file = quoted_text(str(folder / "part.parquet"))
        self._run(f"COPY (SELECT * FROM {table} ORDER BY 1) TO {file} (FORMAT parquet, COMPRESSION zstd)")

    def rows(self, select: str) -> list[Row]:
        """See `Engine.rows`."""
        with still_stopped():
            return self._run(select).fetchall()

    def forget(self, *tables: str) -> None:
        """See `Engine.forget`."""
        for table in tables:
            self._run(f"DROP {'VIEW' if table in self._views else 'TABLE'} IF EXISTS {table}")
            self._views.discard(table)

    def close(self) -> None:
        """See `Engine.close`."""
        self._connection.close()

    def _run(self, sql: str) -> duckdb.DuckDBPyConnection:
        try:
            with still_stopped():
                return self._connection.execute(sql)
        except duckdb.OutOfMemoryException as error:
            raise MemorySpentError(f"the memory that may be used is spent: {_words(error)}") from error
        except duckdb.Error as error:
            raise EngineError(_words(error)) from error


def _words(error: duckdb.Error) -> str:
    """Give the first line of what DuckDB says, without the class of the error."""
    line = str(error).strip().splitlines()[0]
    return line.partition(" Error: ")[2] or line
