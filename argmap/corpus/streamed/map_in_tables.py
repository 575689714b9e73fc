"""A map in tables: read into a database on the disk, looked through, and written as a part of a store."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import duckdb
import pyarrow as pa

from argmap.corpus.engine import EngineError
from argmap.corpus.parquet import ROWS_IN_GROUP, write_batches
from argmap.corpus.quoting import quoted_text
from argmap.corpus.rows import Source
from argmap.corpus.store import Store
from argmap.corpus.streamed.columns import ATTACKS, REASONS, STATEMENTS, Sheet
from argmap.corpus.streamed.faults import find_faults
from argmap.corpus.streamed.framework_file import is_framework
from argmap.corpus.streamed.people import keyed, who
from argmap.corpus.streamed.sheets import Opened, SheetError, find_no_json, open_sheet
from argmap.corpus.streamed.writing import STEPS, named, numbered, resolved, tables
from argmap.corpus.tables import BY_NAME, Table
from argmap.files.disk.listing import shown_name

MEMORY: Final = "1500MB"
"""How much memory DuckDB may use; what needs more goes to the disk."""
_PLACE: Final = re.compile(r"^CSV Error on Line: \d+: ")
_LINE: Final = re.compile(r"\b[Ll]ine:?\s+(\d+)")


class FaultsError(Exception):
    """The rows are no map.

    Args:
        count: how many faults there are.
        first: the first of them, each with its place, for people.
    """

    def __init__(self, count: int, first: Sequence[str]) -> None:
        super().__init__("\n".join(first))
        self.count = count
        self.first = first


class MapInTables:
    """The files of one map, read and found to be without faults.

    Args:
        files: the file of each sheet; there are statements, or attacks in a file of ICCMA, which tells both.
        folder: for what is worked out, which the caller removes.

    Raises:
        SheetError: a file cannot be read as rows.
        FaultsError: the rows are no map.
        EngineError: they cannot be worked with, for want of space for example.
        OSError: a file cannot be read.
    """

    def __init__(self, files: Mapping[str, Path], folder: Path) -> None:
        self._connection = duckdb.connect(str(folder / "rows.duckdb"))
        self._run(f"SET temp_directory = {quoted_text(str(folder / 'spill'))}")
        self._run(f"SET memory_limit = '{MEMORY}'")
        self._run("SET preserve_insertion_order = true")
        self.files: dict[str, Opened] = {}
        main = files.get(STATEMENTS.name) or files[ATTACKS.name]
        self._is_foreign = is_framework(main)
        self._read(STATEMENTS, main)
        self._read(ATTACKS, files.get(ATTACKS.name))
        self._read(REASONS, files.get(REASONS.name))
        self._run(f"CREATE TABLE raw_steps AS {STEPS}")
        count, first = find_faults(self._ask, self.files)
        if count:
            raise FaultsError(count, first)
        self.source = Source(shown_name(main), _fingerprint(list(files.values())))
        self.size = self._count("raw_statements")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def write(self, store: Store, part: str, number: int, first: int) -> int:
        """Write the map as a part of a store.

        Args:
            store: the store.
            part: the name of the new part.
            number: the map's own number.
            first: the first number that is free.

        Returns:
            The next free number.

        Raises:
            EngineError: it cannot be written, for want of space for example.
        """
        for step in numbered(first):
            self._run(f"CREATE OR REPLACE TABLE {step.name} AS {step.select}")
        following = first + self.size + self._count("steps")
        following = self._name("people_named", "by", "author", following)
        following = self._name("works_named", "source", "source", following)
        for step in resolved(following):
            self._run(f"CREATE OR REPLACE TABLE {step.name} AS {step.select}")
        following += self._count("hits")
        for table, select in tables(self.source, number, is_foreign=self._is_foreign).items():
            self._save(BY_NAME[table], select, store.file(BY_NAME[table], part))
        return following

    def _save(self, table: Table, select: str, file: Path) -> None:
        try:
            found = self._connection.sql(select).to_arrow_reader(ROWS_IN_GROUP)
            write_batches(table, found, file)
        except duckdb.Error as error:
            raise EngineError(_words(error)) from error

    def _read(self, sheet: Sheet, path: Path | None) -> None:
        if path is None:
            columns = ", ".join(f'CAST(NULL AS VARCHAR) AS "{column}"' for column in sheet.columns)
            self._run(
                f"CREATE TABLE raw_{sheet.name} AS SELECT CAST(0 AS BIGINT) AS row, {columns} WHERE FALSE"
            )
            return
        path.open("rb").close()
        with _told_of(path):
            self.files[sheet.name] = opened = open_sheet(sheet, path, self._ask)
            self._run(f"CREATE TABLE raw_{sheet.name} AS {opened.select}")

    def _name(self, table: str, column: str, printed: str, first: int) -> int:
        """Make a table of all that a column names, and give the next free number."""
        rows = self._ask(named(column, printed))
        found = list(keyed((str(name), None if told is None else str(told)) for name, told in rows))
        identities = list(who((key, name) for _, key, name, _ in found))
        data = {
            "number": pa.array(range(first, first + len(found)), pa.int64()),
            "said": pa.array([said for said, _, _, _ in found], pa.string()),
            "key": pa.array([key for _, key, _, _ in found], pa.string()),
            "name": pa.array([name for _, _, name, _ in found], pa.string()),
            "who": pa.array(identities, pa.string()),
            "is_told": pa.array([told for _, _, _, told in found], pa.bool_()),
        }
        self._connection.register("incoming", pa.table(data))
        self._run(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM incoming")
        self._connection.unregister("incoming")
        return first + len(found)

    def _count(self, table: str) -> int:
        return int(str(self._ask(f"SELECT COUNT(*) FROM {table}")[0][0]))

    def _ask(self, select: str) -> list[tuple[int | str | None, ...]]:
        return self._run(select).fetchall()

    def _run(self, sql: str) -> duckdb.DuckDBPyConnection:
        try:
            return self._connection.execute(sql)
        except duckdb.Error as error:
            raise EngineError(_words(error)) from error


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Tell of a file that DuckDB cannot read as rows where that is, and what is wrong."""
    try:
        yield
    except EngineError as error:
        found = find_no_json(path)
        line = _LINE.search(str(error))
        where = found or (int(line[1]) if line else None)
        words = "this is not a row of JSON" if found else _PLACE.sub("", str(error))
        raise SheetError(f"{shown_name(path)}{f':{where}' if where else ''}: {words}") from None


def _words(error: duckdb.Error) -> str:
    """Give what DuckDB says is wrong, with the line of a CSV file, without the error's class and advice."""
    first, *more = [line for line in str(error).splitlines() if line.strip()]
    told = first.partition(" Error: ")[2] or first
    if not told.startswith("CSV Error"):
        return told
    what = [line for line in more if not line.startswith(("Original Line", "Possible", "*", " "))]
    return f"{told}: {what[0]}" if what else told


def _fingerprint(paths: Sequence[Path]) -> str:
    found = []
    for path in paths:
        with path.open("rb") as file:
            found.append(file_digest(file, "sha256").hexdigest())
    return sha256(" ".join(found).encode()).hexdigest()
