"""Cells of a table that a spreadsheet opens without running them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULA: Final = re.compile("'*(?:[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
"""What a spreadsheet may run, also behind blanks and in full width, or behind apostrophes like ours."""


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as CSV (RFC 4180), with the mark by which Excel knows UTF-8.

    Args:
        header: the names of the columns.
        rows: the cells of each row; one that begins like a formula, or like one with apostrophes before
            it, gets an apostrophe (OWASP, CSV injection).
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return "\ufeff" + file.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
