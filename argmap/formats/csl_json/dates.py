"""Dates of CSL-JSON as other programs write them: numbers, numbers in texts, seasons and words."""

from collections.abc import Iterable
from typing import Any, Final

from argmap.text.dates import parse_date

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_OLD_SEASONS: Final = range(13, 17)
"""Months that stand for seasons in older files."""

_SEASON_MONTHS: Final = range(21, 25)


def read_csl_date(value: object) -> str | None:
    """Give a date as a source has it; None where there is none.

    Args:
        value: a CSL date, or a text.
    """
    if isinstance(value, str | int):
        return str(value).strip() or None
    if not isinstance(value, dict):
        return None
    for said in (value.get("raw"), value.get("edtf")):
        if isinstance(said, str) and parse_date(said):
            return said.strip()
    lists = value.get("date-parts")
    parts = [each for each in lists if isinstance(each, list)] if isinstance(lists, list) else []
    found = [date for each in parts if (date := _one(each, value.get("season")))]
    if found and not value.get("literal"):
        mark = "~" if value.get("circa") not in (None, False, "", 0, "false") else ""
        return "/".join(f"{date}{mark}" for date in found[:2])
    for said in (value.get("literal"), value.get("raw"), value.get("edtf")):
        if isinstance(said, str | int) and str(said).strip():
            return str(said).strip()
    return "/".join(found[:2]) or None


def _one(parts: Iterable[Any], season: object) -> str:
    """Write a day, a month, a season or a year; as it stands where the parts are not numbers."""
    texts = [str(part).strip() for part in parts if part not in (None, "", 0, "0")]
    if not texts:
        return ""
    if not all(text.lstrip("-").isdecimal() for text in texts):
        return "-".join(texts)
    year, *rest = (int(text) for text in texts)
    written = f"{year:04}" if year >= 0 else f"-{-year - 1:04}"
    if season_month := _season(season):
        return f"{written}-{season_month}"
    if rest and rest[0] in _OLD_SEASONS:
        rest = [rest[0] - _OLD_SEASONS.start + _SEASON_MONTHS.start]
    exact = "-".join((written, *(f"{part:02}" for part in rest[:2])))
    return exact if parse_date(exact) else written if not rest else "-".join(texts)


def _season(season: object) -> int | None:
    text = str(season or "").strip().casefold().replace("fall", "autumn")
    if text in _SEASONS:
        return _SEASON_MONTHS.start + _SEASONS.index(text)
    number = int(text) if text.isdecimal() else 0
    if 1 <= number <= len(_SEASONS):
        return _SEASON_MONTHS.start + number - 1
    return number if number in _SEASON_MONTHS else None
