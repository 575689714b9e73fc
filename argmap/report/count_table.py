"""A table of numbers: a row for each person or map, and a column for each thing that is counted."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from argmap.report.page import Page
from argmap.report.wrapping import width_of
from argmap.text.clean import one_line

_GAP: Final = "  "


class CountRow(NamedTuple):
    """A row of a table of numbers.

    Args:
        name: whose numbers they are.
        numbers: a cell for each column, as it is printed.
        remark: what is said behind them, or beneath them where there is no room.
    """

    name: str
    numbers: Sequence[str]
    remark: str = ""


def print_count_table(page: Page, first: str, headings: Sequence[str], rows: Sequence[CountRow]) -> None:
    """Print a table; a name that leaves no room for its numbers stands above them.

    Args:
        page: where to.
        first: the heading of the column of names.
        headings: those of the columns of numbers.
        rows: what to print.
    """
    widths = [
        max(len(heading), *(len(row.numbers[at]) for row in rows)) for at, heading in enumerate(headings)
    ]
    room = page.width - sum(width + len(_GAP) for width in widths)
    names = [one_line(row.name) for row in rows]
    column = max(min(max(map(width_of, (first, *names))), room), 0)
    _print_row(page, (first, "quiet"), column, (_numbers(headings, widths), "quiet"))
    for name, row in zip(names, rows, strict=True):
        _print_row(page, (name, ""), column, (_numbers(row.numbers, widths), ""), one_line(row.remark))


def _print_row(
    page: Page, name: tuple[str, str], column: int, numbers: tuple[str, str], remark: str = ""
) -> None:
    wide = width_of(name[0])
    left = column
    if wide > column:
        page.paragraph(name)
        name, wide = ("", ""), 0
    gap = _GAP if column else ""
    fits = left + len(gap) + len(numbers[0]) + len(_GAP) + width_of(remark) <= page.width
    page.line(name, " " * (left - wide) + gap, numbers, f"{_GAP}{remark}" if remark and fits else "")
    if remark and not fits:
        page.paragraph(remark, indent=len(_GAP))


def _numbers(words: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(word.rjust(width) for word, width in zip(words, widths, strict=True))
