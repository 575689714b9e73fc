"""Rows to Parquet files and back."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from argmap.corpus.rows import Cell
from argmap.corpus.tables import Table

ROWS_IN_GROUP: Final = 50_000
"""How many rows are written at a time, and passed over or read at a time."""
_FALSE_HITS: Final = 0.01
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


def new_file(table: Table, file: Path) -> pq.ParquetWriter:
    """Begin a Parquet file for rows of a table.

    Columns by which a row is looked for get Bloom filters, by which most of a large store is passed over.

    Args:
        table: what the rows are.
        file: the new file.

    Raises:
        OSError: it cannot be written.
    """
    sought = {column.name for column in table.columns if column.is_sought}
    return pq.ParquetWriter(
        file,
        schema_of(table),
        compression="zstd",
        # Whoever wrote the types knows of True and False alone.
        use_dictionary=[column.name for column in table.columns if not column.is_sought],  # type: ignore[arg-type]
        bloom_filter_options={name: {"ndv": ROWS_IN_GROUP, "fpp": _FALSE_HITS} for name in sought},
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
    with new_file(table, file) as writer:
        for rows in batches:
            columns = zip(*rows, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.table(arrays, schema=schema))


def write_batches(table: Table, found: Iterable[pa.RecordBatch], file: Path) -> None:
    """Write what an engine gives into a new Parquet file; each batch becomes a row group.

    Args:
        table: what the rows are; they have its columns in its order.
        found: the rows.
        file: the new file.

    Raises:
        OSError: it cannot be written.
    """
    schema = schema_of(table)
    with new_file(table, file) as writer:
        for batch in found:
            arrays = [column.cast(field.type) for column, field in zip(batch.columns, schema, strict=True)]
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))


def is_intact(table: Table, file: Path) -> bool:
    """Tell whether a Parquet file can be read and has the columns of a table."""
    try:
        found = pq.read_schema(file)
    except (OSError, pa.ArrowException):
        return False
    return [(each.name, each.type) for each in found] == [(each.name, each.type) for each in schema_of(table)]
