"""Dates as CSL 1.0.2 has them: years, months and days as numbers, else words."""

from typing import Any, Final

from argmap.text.dates import OneDate, parse_date

_SEASONS: Final = range(21, 25)
_UNKNOWN_DIGITS: Final = {9: "X", 99: "XX"}


def csl_date(text: str) -> dict[str, Any]:
    """Give a date of a source as a CSL date.

    Args:
        text: as the source has it.

    Returns:
        `date-parts` with `circa` and `season`; `literal` for what is still to come, for a range without an
        end, and for anything else.
    """
    date = parse_date(text)
    if date is None or date.coming:
        return {"literal": text}
    if date.is_range:
        if date.start is None:
            return {"literal": f"\u2013{text.partition('/')[2]}"}
        if date.end is None:
            return {"literal": f"{text.partition('/')[0]}\u2013"}
        parts = [_parts(date.start), _parts(date.end)]
    elif date.start is None:
        return {"literal": text}
    else:
        first, last = date.start.span[0][0], date.start.span[1][0]
        parts = [[first], [last]] if last - first in _UNKNOWN_DIGITS else [_parts(date.start)]
    found: dict[str, Any] = {"date-parts": parts}
    ends = [end for end in (date.start, date.end) if end]
    if any(end.is_uncertain or end.is_approximate for end in ends):
        found["circa"] = True
    if len(parts) == 1 and ends[0].month in _SEASONS:
        found["season"] = ends[0].month - _SEASONS.start + 1
    return found


def _parts(date: OneDate) -> list[int]:
    year = date.year if date.year > 0 else date.year - 1  # CSL has no year 0
    if not date.month or date.month in _SEASONS:
        return [year]
    return [year, date.month, date.day] if date.day else [year, date.month]
