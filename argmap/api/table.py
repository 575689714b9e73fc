"""Tables in memory, which become DataFrames of pandas or polars in one call."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from argmap.text.plurals import count

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Value: TypeAlias = str | int | bool | list[str] | None
Kind: TypeAlias = Literal["text", "number", "flag", "list"]


@dataclass(frozen=True)
class Table(Mapping[str, list[Value]]):
    """A table: column name to the values of the column, all of the same length.

    Args:
        kinds: what stands in each column.
        columns: the values.
    """

    kinds: Mapping[str, Kind] = field(repr=False)
    columns: Mapping[str, list[Value]]

    def __getitem__(self, column: str) -> list[Value]:
        return self.columns[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    @property
    def height(self) -> int:
        """How many rows it has."""
        return len(next(iter(self.columns.values())))

    def pandas(self) -> "pd.DataFrame":
        """Give the table as a DataFrame of pandas.

        Raises:
            ImportError: pandas is not installed; the message says how to.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise ImportError(_missing("pandas"), name="pandas") from error
        types = {"text": "string", "number": "Int64", "flag": "boolean", "list": "object"}
        return pd.DataFrame(
            {name: pd.Series(self[name], dtype=types[kind]) for name, kind in self.kinds.items()}
        )

    def polars(self) -> "pl.DataFrame":
        """Give the table as a DataFrame of polars.

        Raises:
            ImportError: polars is not installed; the message says how to.
        """
        try:
            import polars as pl
        except ImportError as error:
            raise ImportError(_missing("polars"), name="polars") from error
        types: dict[Kind, pl.DataType] = {
            "text": pl.String(),
            "number": pl.Int64(),
            "flag": pl.Boolean(),
            "list": pl.List(pl.String),
        }
        return pl.DataFrame(
            dict(self.columns), schema={name: types[kind] for name, kind in self.kinds.items()}
        )


@dataclass(frozen=True)
class Tables(Mapping[str, Table]):
    """The tables of a map: people, sources, claims, rebuttals, inferences and attacks."""

    tables: Mapping[str, Table] = field(repr=False)

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)

    def pandas(self) -> "dict[str, pd.DataFrame]":
        """Give each table as a DataFrame of pandas.

        Raises:
            ImportError: pandas is not installed; the message says how to.
        """
        return {name: table.pandas() for name, table in self.items()}

    def polars(self) -> "dict[str, pl.DataFrame]":
        """Give each table as a DataFrame of polars.

        Raises:
            ImportError: polars is not installed; the message says how to.
        """
        return {name: table.polars() for name, table in self.items()}

    def __str__(self) -> str:
        width = max(map(len, self))
        return "\n".join(
            f"{name:{width}}  {count(table.height, 'row')}: {', '.join(table)}"
            for name, table in self.items()
        )

    def _repr_mimebundle_(self, **_: object) -> Mapping[str, object]:
        """Name the tables and their columns in a notebook."""
        return {"text/plain": str(self)}


def _missing(package: str) -> str:
    return f'this needs {package}, which is not installed: python -m pip install "argmap[{package}]"'
