"""A row for each of several maps: what was counted in it, and how far that can be relied on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.formats.csv_cells import table
from argmap.report.console import Console
from argmap.report.count_table import CountRow, print_count_table
from argmap.report.page import Page

CANNOT_BE_USED: Final = "cannot be used"
"""Said of a map that has errors, where nothing is counted in spite of them."""

IN_PART: Final = "counted in part"
"""Said of a map that has errors and is counted all the same."""

_DOUBTFUL: Final = "?"
_UNKNOWN: Final = "-"
_FIXED: Final = ("map", "errors")
_REMARK: Final = "remark"


@dataclass(frozen=True)
class MapRow:
    """What is said of one of several maps.

    Args:
        name: the path of the map.
        errors: how many errors it has, whatever else was asked for.
        counts: what was counted, by the names of the columns; None for what nobody could count. The whole is
            None where the map cannot be used, or the question makes no sense for it.
        is_certain: whether the numbers are those of the whole map. Where they are not, each is marked, so
            that no spreadsheet takes it for a number.
        remark: what else is to be known.
    """

    name: str
    errors: int
    counts: Mapping[str, float | None] | None
    is_certain: bool = True
    remark: str = ""

    def cells(self, columns: Sequence[str], unknown: str) -> list[str]:
        """Give the cells of some columns."""
        return [self._cell(name, unknown) for name in columns]

    def _cell(self, column: str, unknown: str) -> str:
        number = None if self.counts is None else self.counts[column]
        if number is None:
            return unknown
        shown = str(number) if isinstance(number, int) else f"{number:.3f}"
        return shown if self.is_certain else f"{shown}{_DOUBTFUL}"


def print_map_rows(rows: Sequence[MapRow], columns: Mapping[str, str], console: Console) -> None:
    """Print a table with a row for each map.

    Args:
        rows: the maps.
        columns: the columns to show, each with its heading.
        console: where to.
    """
    printed = [
        CountRow(row.name, (str(row.errors), *row.cells(tuple(columns), _UNKNOWN)), row.remark)
        for row in rows
    ]
    print_count_table(Page(console), _FIXED[0], (_FIXED[1], *columns.values()), printed)


def map_rows_csv(rows: Sequence[MapRow], columns: Sequence[str]) -> str:
    """Write a table with a row for each map, as CSV.

    Args:
        rows: the maps.
        columns: the columns of numbers; what nobody could count is an empty cell.
    """
    cells = ([row.name, str(row.errors), *row.cells(columns, ""), row.remark] for row in rows)
    return table([*_FIXED, *columns, _REMARK], cells)
