"""What answers SQL: the little that is asked of an engine, so that the same text runs on every one."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = tuple[Value, ...]


class EngineError(Exception):
    """An engine failed; the message says why, for people."""


class MemorySpentError(EngineError):
    """An engine would need more memory than it may use."""


class Engine(Protocol):
    """An SQL engine with tables of its own for what is worked out on the way.

    What it is given is in the part of SQL that DuckDB and Spark share: ``SELECT`` with joins, groups,
    windows, ``UNION ALL`` and ``CASE``; numbers that are ``BIGINT``; no lists, and no functions that only one
    of them knows.
    """

    name: str
    in_process: bool
    """Whether it answers small questions at once, and fails where a file lacks a column that is asked for."""

    def open_files(self, table: str, files: Sequence[str]) -> None:
        """Make Parquet files known as one table.

        Args:
            table: what queries call it.
            files: their paths; each has the same columns.

        Raises:
            EngineError: one of them cannot be read.
        """

    def columns(self, table: str) -> list[tuple[str, str]]:
        """Tell which columns a table has, as the engine sees them: their names and SQL types.

        Args:
            table: the table.

        Raises:
            EngineError: the engine failed.
        """

    def keep(self, table: str, select: str) -> int:
        """Work out a query once and keep the result as a table.

        Args:
            table: what later queries call it; a table of that name is replaced.
            select: the query.

        Returns:
            How many rows it has.

        Raises:
            EngineError: the engine failed, for want of space for example.
        """

    def view(self, table: str, select: str) -> None:
        """Give a query a name, to be worked out wherever it is used.

        Args:
            table: what later queries call it; a view of that name is replaced.
            select: the query.
        """

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[int]]) -> None:
        """Keep rows of whole numbers as a table.

        Args:
            table: what later queries call it; a table of that name is replaced.
            columns: what its columns are called, each a ``BIGINT``.
            rows: its content.
        """

    def save(self, table: str, folder: Path) -> None:
        """Write a table as Parquet, in the order of its first column.

        Args:
            table: the table.
            folder: the folder to make and write its files into.

        Raises:
            EngineError: it cannot be written.
        """

    def rows(self, select: str) -> list[Row]:
        """Answer a query.

        Args:
            select: the query; it orders its rows where order matters.

        Raises:
            EngineError: the engine failed.
        """

    def forget(self, *tables: str) -> None:
        """Drop tables and views that are not needed any more."""

    def close(self) -> None:
        """Give back what the engine holds."""
