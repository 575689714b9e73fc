"""Dates of days, months and years, and which is surely the earlier."""

import calendar
import re
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def parse_date(text: str) -> tuple[date, date] | None:
    """Read ``2019``, ``2019-04`` or ``2019-04-08``.

    Args:
        text: what was written.

    Returns:
        The first and the last day that it may mean; None for anything else.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first, first
    last_month = int(month or 12)
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])
