"""Rows to Parquet files and back."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from argmap.corpus.rows import Cell
from argmap.corpus.tables import Table

_TYPES: Final[Mapping[str, pa.DataType]] = {
    "BIGINT": pa.int64(),
    "VARCHAR": pa.string(),
    "BOOLEAN": pa.bool_(),
}


def schema_of(table: Table) -> pa.Schema:
    """Give the schema of a table in Arrow's terms."""
    return pa.schema(
        [pa.field(column.name, _TYPES[column.type], nullable=column.optional) for column in table.columns]
    )


def write_rows(table: Table, batches: Iterable[Sequence[Sequence[Cell]]], file: Path) -> None:
    """Write rows into a new Parquet file.

    Args:
        table: what the rows are.
        batches: the rows, some at a time; each batch becomes a row group.
        file: the new file.

    Raises:
        OSError: it cannot be written.
    """
    schema = schema_of(table)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in batches:
            columns = zip(*rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.table(arrays, schema=schema))


def is_intact(table: Table, file: Path) -> bool:
    """Tell whether a Parquet file can be read and has the columns of a table."""
    try:
        found = pq.read_schema(file)
    except (OSError, pa.ArrowException):
        return False
    return [(each.name, each.type) for each in found] == [(each.name, each.type) for each in schema_of(table)]
