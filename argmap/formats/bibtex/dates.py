"""Dates of entries: BibLaTeX has one field in the Extended Date/Time Format, BibTeX a year and a month."""

import re
from collections.abc import Mapping
from typing import Final

from argmap.formats.bibtex.blocks import MONTHS
from argmap.formats.bibtex.escaping import escape
from argmap.formats.bibtex.latex import read_latex
from argmap.text.dates import parse_date

_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_STATES: Final = {"forthcoming": "forthcoming", "inpress": "in press", "inpreparation": "in preparation"}
_TIME: Final = re.compile(r"T\d\d:.*?(?=/|$)")
_UNKNOWN_PARTS: Final = re.compile(r"(?:-(?:00|uu|XX))+(?=/|$|[?~%])")
_DASHES: Final = re.compile(r"--|[-\u2013\u2014/]")
_MONTH: Final = re.compile(r"[^\W\d_]+|\d+")
_YEAR: Final = re.compile(r"-?\d{1,4}")
_YEAR_RANGE: Final = re.compile(r"(\d{4})\s*(?:--|[-\u2013\u2014])\s*(\d{4})")
_EXACT: Final = re.compile(r"(\d{4})(?:-(\d\d))?")
_LAST_MONTH: Final = 12


def read_date(values: Mapping[str, str]) -> tuple[str | None, tuple[str, ...]]:
    """Read the date of an entry.

    Args:
        values: its fields.

    Returns:
        The date, in the Extended Date/Time Format where it can be, and the fields that say it.
    """
    if date := values.get("date"):
        shadowed = ("year",) if "year" in values else ()
        return _edtf(_words(date)), ("date", *shadowed)
    if year := values.get("year"):
        used = tuple(name for name in ("year", "month", "day") if name in values)
        return _of_year(_words(year), values), used
    state = values.get("pubstate", "").casefold()
    return (_STATES[state], ("pubstate",)) if state in _STATES else (None, ())


def write_date(date: str | None, *, is_biblatex: bool) -> dict[str, str]:
    """Write a date as the fields of an entry.

    Args:
        date: as the source has it.
        is_biblatex: whether BibLaTeX will read it.
    """
    if not date:
        return {}
    found = parse_date(date)
    if found is None or found.coming:
        return {"year": escape(date)}
    if is_biblatex:
        return {"date": date}
    if (exact := _EXACT.fullmatch(date)) and int(exact[2] or 1) <= _LAST_MONTH:
        month = {"month": MONTHS[int(exact[2]) - 1]} if exact[2] else {}
        return {"year": exact[1], **month}
    start = found.start or found.end
    year = {"year": f"{start.year:04}"} if start else {}
    return {"date": date, **year}


def same_date(name: str, one: str, other: str) -> bool:
    """Tell whether two values of a field of a date say the same, such as `apr`, `April` and `4`.

    Args:
        name: the field.
        one: a value.
        other: another value.
    """
    if name == "month":
        return _month(one) is not None and _month(one) == _month(other)
    return _words(one) == _words(other)


def _words(latex: str) -> str:
    """Give what a date says; the signs of the Extended Date/Time Format are not those of LaTeX."""
    bare = latex.strip("{} ")
    return bare if parse_date(bare) else read_latex(latex).text


def _edtf(text: str) -> str:
    """Give a date in the format of today, where it is in one of its forerunners; else as it stands."""
    for known in (
        text,
        _UNKNOWN_PARTS.sub("", _TIME.sub("", text)),
        text.replace("--", "/"),
        text.replace("u", "X"),
        text.replace("?~", "%"),
        text.replace("/open", "/").replace("/unknown", "/"),
    ):
        if parse_date(known):
            return known
    return text


def _of_year(year: str, values: Mapping[str, str]) -> str:
    """Join a year, a month and a day."""
    if pair := _YEAR_RANGE.fullmatch(year):
        year = f"{pair[1]}/{pair[2]}"
    if not _YEAR.fullmatch(year) or len(year.lstrip("-")) < len("1999"):
        return _edtf(year)
    said = read_latex(values.get("month", "")).text
    ends = [_month(end) for end in _DASHES.split(said)] if said else []
    if len(ends) == 2 and all(ends):  # noqa: PLR2004 — a range
        return _valid(f"{year}-{ends[0]:02}/{year}-{ends[1]:02}", year)
    month = _month(said)
    if month is None:
        return year
    days = [int(word) for word in _MONTH.findall(said) if word.isdecimal()]
    day = values.get("day", "") or (str(days[0]) if days and not said.isdecimal() else "")
    exact = f"{year}-{month:02}-{int(day):02}" if day.isdecimal() else f"{year}-{month:02}"
    return _valid(exact, f"{year}-{month:02}")


def _valid(date: str, otherwise: str) -> str:
    return date if parse_date(date) else otherwise


def _month(text: str) -> int | None:
    """Give the number of a month, or of a season as the Extended Date/Time Format counts it."""
    for word in _MONTH.findall(text.casefold()):
        if word in _SEASONS:
            return _SEASONS[word]
        if word[:3] in MONTHS:
            return MONTHS.index(word[:3]) + 1
    text = text.strip()
    return int(text) if text.isdecimal() and 1 <= int(text) <= _LAST_MONTH else None
