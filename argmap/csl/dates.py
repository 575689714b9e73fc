"""Dates as CSL-JSON has them."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

_ISO: Final = re.compile(r"([+-]?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([?~%]?)")
_SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FIRST_SEASON_MONTHS: Final = (13, 21)
_MONTHS: Final = 12
_SEASON_COUNT: Final = 4


class Day(NamedTuple):
    """A day, a month, a season or a year; 0 where a part is missing. A year before Christ is negative.

    Args:
        year: the year.
        month: the month.
        day: the day.
        season: the season, from 1 to 4.
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0


class Date(NamedTuple):
    """A date or a range of dates.

    Args:
        start: when, or from when; None when there are only words.
        end: till when; None without a range.
        uncertain: whether it is only about then.
        literal: words in place of a date.
        onward: whether the range has no end.
    """

    start: Day | None
    end: Day | None = None
    uncertain: bool = False
    literal: str = ""
    onward: bool = False


def read_date(value: object) -> Date | None:
    """Read a date.

    Args:
        value: what CSL-JSON has for a date: parts, raw or literal text, or a bare text or year.

    Returns:
        The date; None when nothing in it is one.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return Date(Day(value)) if value else None
    if isinstance(value, str):
        return _read_raw(value)
    if not isinstance(value, Mapping):
        return None
    uncertain = bool(_is_true(value.get("circa")))
    parts = value.get("date-parts")
    if isinstance(parts, list | tuple) and parts:
        season = _season(value.get("season"))
        start = _day(parts[0], season)
        if start:
            end = _day(parts[1], 0) if len(parts) > 1 else None
            onward = len(parts) > 1 and end is None
            return Date(start, end if end != start else None, uncertain, "", onward)
    for name in ("raw", "literal"):
        text = value.get(name)
        if isinstance(text, str) and text.strip():
            if name == "literal":
                return Date(None, uncertain=uncertain, literal=text.strip())
            found = _read_raw(text)
            return found._replace(uncertain=found.uncertain or uncertain) if found else None
    return None


def _is_true(value: object) -> bool:
    return value not in {None, "", 0, "0", "false"} if isinstance(value, str | int | None) else False


def _number(value: object) -> int:
    if isinstance(value, bool):
        return 0
    if isinstance(value, int):
        return value if abs(value) < 10**7 else 0
    if isinstance(value, float) and value.is_integer():
        return _number(int(value))
    if isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d{1,6}\s*", value):
        return int(value)
    return 0


def _season(value: object) -> int:
    if isinstance(value, str) and value.strip().lower() in _SEASONS:
        return _SEASONS[value.strip().lower()]
    number = _number(value)
    return number if 1 <= number <= _SEASON_COUNT else 0


def _day(parts: object, season: int) -> Day | None:
    """Read year, month and day; None without a year."""
    if not isinstance(parts, list | tuple):
        parts = [parts]
    numbers = [_number(part) for part in parts[:3]] + [0, 0, 0]
    year, month, day = numbers[:3]
    if not year:
        return None
    for first in _FIRST_SEASON_MONTHS:
        if first <= month < first + _SEASON_COUNT:
            season, month, day = month - first + 1, 0, 0
    if not 1 <= month <= _MONTHS:
        month = day = 0
    return Day(year, month, day if 1 <= day <= 31 else 0, 0 if month else season)  # noqa: PLR2004


def _read_raw(text: str) -> Date | None:
    """Read ISO dates and ranges of them; anything else is taken word for word."""
    text = text.strip()
    if not text:
        return None
    first, slash, last = text.partition("/")
    start = _ISO.fullmatch(first.strip())
    end = _ISO.fullmatch(last.strip()) if last.strip() not in {"", ".."} else None
    if not start or (last.strip() not in {"", ".."} and not end):
        return Date(None, literal=text)
    start_day = _iso_day(start)
    end_day = _iso_day(end) if end else None
    if start_day is None or (end and end_day is None):
        return Date(None, literal=text)
    uncertain = bool(start[4]) or bool(end and end[4])
    return Date(start_day, end_day, uncertain, "", bool(slash) and end_day is None)


def _iso_day(match: re.Match[str]) -> Day | None:
    return _day([match[1], match[2] or 0, match[3] or 0], 0)
