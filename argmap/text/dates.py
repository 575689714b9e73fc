"""Dates as works carry them, and which is surely the earlier.

Extended Date/Time Format, levels 0 and 1 (Library of Congress 2019; ISO 8601-2:2019): days, months, years,
seasons, ranges, digits that are not known, and dates that are uncertain or approximate.
"""

import calendar
import re
from dataclasses import dataclass
from typing import Final

Day = tuple[int, int, int]
"""Year, month, day; years before 1 are 0 and below, as ISO 8601 counts them."""

_ONE: Final = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d{2}XX))(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[?~%]?)"
)
_LONG: Final = re.compile(r"Y(?P<year>-?\d{5,9})(?P<mark>[?~%]?)")
_SEASONS: Final = range(21, 25)
"""Spring to winter, of either half of the world: nothing surely tells a season from its year."""

_LAST_MONTH: Final = 12
_FIRST: Final[Day] = (-(10**9), 1, 1)
_LAST: Final[Day] = (10**9, 12, 31)
_COMING: Final = frozenset({"forthcoming", "in press", "in preparation"})


@dataclass(frozen=True, slots=True)
class OneDate:
    """A date of one day, month, season or year.

    Args:
        year: where digits of it are not known, the first that it may be.
        month: from 1; 21 to 24 are spring to winter; 0 where it is not known.
        day: from 1; 0 where it is not known.
        is_uncertain: it is doubtful (`?`).
        is_approximate: it is about right (`~`).
        span: the first and the last day that it may mean, as it is written.
    """

    year: int
    month: int
    day: int
    is_uncertain: bool
    is_approximate: bool
    span: tuple[Day, Day]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date, a range of dates, or the word that a work has yet to come out.

    Args:
        start: the date, or that at which a range begins; None where that is open or still to come.
        end: that at which a range ends; None where that is open.
        is_range: whether there is a stroke.
        coming: `forthcoming`, `in press` or `in preparation`; else empty.
    """

    start: OneDate | None = None
    end: OneDate | None = None
    is_range: bool = False
    coming: str = ""

    @property
    def span(self) -> tuple[Day, Day]:
        """The first and the last day that it may mean; what is still to come is later than any day."""
        if self.coming:
            return _LAST, _LAST
        first = self.start.span[0] if self.start else _FIRST
        if not self.is_range:
            return first, self.start.span[1] if self.start else _LAST
        return first, self.end.span[1] if self.end else _LAST


def parse_date(text: str) -> WrittenDate | None:
    """Read a date: ``2019``, ``2019-04-08``, ``2018-12/2019-02``, ``1984?``, ``192X``, ``forthcoming``.

    Args:
        text: what was written.

    Returns:
        The date; None for anything else, and for a day that does not exist.
    """
    text = text.strip()
    if text.casefold() in _COMING:
        return WrittenDate(coming=text.casefold())
    before, stroke, after = text.partition("/")
    if not stroke:
        start = _parse_one(before)
        return WrittenDate(start) if start else None
    ends = [_parse_one(part) for part in (before, after)]
    is_open = [part in {"", ".."} for part in (before, after)]
    if all(is_open) or any(not (end or free) for end, free in zip(ends, is_open, strict=True)):
        return None
    start, end = ends
    if start and end and end.span[1] < start.span[0]:
        return None
    return WrittenDate(start, end, is_range=True)


def _parse_one(text: str) -> OneDate | None:
    match = _ONE.fullmatch(text) or _LONG.fullmatch(text)
    if match is None:
        return None
    said = match.groupdict()
    month, day = int(said.get("month") or 0), int(said.get("day") or 0)
    first_year, last_year = (int(said["year"].replace("X", digit)) for digit in "09")
    if first_year > last_year:
        first_year, last_year = last_year, first_year
    if "X" in said["year"] and month:
        return None
    span = _span(first_year, month, day) if month else ((first_year, 1, 1), (last_year, 12, 31))
    if span is None:
        return None
    mark = said["mark"]
    return OneDate(first_year, month, day, mark in {"?", "%"}, mark in {"~", "%"}, span)


def _span(year: int, month: int, day: int) -> tuple[Day, Day] | None:
    if month in _SEASONS and not day:
        return (year, 1, 1), (year, 12, 31)
    if not 1 <= month <= _LAST_MONTH:
        return None
    days = calendar.monthrange(year if 1 <= year <= 9999 else 2000 + year % 400, month)[1]  # noqa: PLR2004 — what the calendar knows; it repeats after 400 years
    if day:
        return ((year, month, day), (year, month, day)) if day <= days else None
    return (year, month, 1), (year, month, days)
