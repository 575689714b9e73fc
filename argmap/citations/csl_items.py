"""Works as CSL-JSON has them (CSL 1.0.2, appendix IV; csl-data.json)."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from argmap.citations.printed_names import printed_names
from argmap.citations.source_types import kind_of
from argmap.model import Name, Person, Source
from argmap.text.dates import OneDate, parse_date

_NAMES: Final = {"author": "authors", "editor": "editors", "translator": "translators"}
_FIELDS: Final = {
    "title": "title",
    "container-title": "container",
    "collection-title": "series",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "place",
    "event-title": "event",
    "language": "language",
    "ISBN": "isbn",
    "URL": "url",
    "DOI": "doi",
    "note": "note",
}


def csl_item(key: str, source: Source, people: Mapping[str, Person]) -> dict[str, Any]:
    """Describe a work as an item of CSL.

    Args:
        key: the key of the work.
        source: the work.
        people: who may be named by key among its authors.
    """
    item: dict[str, Any] = {"id": key, "type": kind_of(source).csl}
    item |= {theirs: value for theirs, ours in _FIELDS.items() if (value := getattr(source, ours))}
    for theirs, ours in _NAMES.items():
        if names := csl_names(getattr(source, ours), people):
            item[theirs] = names
    for theirs, date in (("issued", source.date), ("accessed", source.accessed)):
        if date:
            item[theirs] = csl_date(date)
    return item


def csl_names(names: Iterable[Name], people: Mapping[str, Person]) -> list[dict[str, str]]:
    """Describe names as CSL has them: in parts, or literally where they have none."""
    return [_name(name) for name in printed_names(names, people)]


def csl_date(date: str) -> dict[str, Any]:
    """Describe a date as CSL has it; one that cannot be read is literal."""
    read = parse_date(date)
    if read is None or read.coming or read.start is None:
        return {"literal": date}
    ends = [read.start, *([read.end] if read.is_range and read.end else [])]
    found: dict[str, Any] = {"date-parts": [_parts(end) for end in ends]}
    if any(end.is_uncertain or end.is_approximate for end in ends):
        found["circa"] = True
    if read.start.month > 12:  # noqa: PLR2004 — EDTF numbers seasons from 21
        found["season"] = read.start.month - 20
    return found


def _name(name: Name) -> dict[str, str]:
    parts = name.parts
    if not parts.family:
        return {"literal": str(name)}
    named = {
        "family": parts.family,
        "given": parts.given,
        "non-dropping-particle": parts.particle,
        "suffix": parts.suffix,
    }
    return {field: value for field, value in named.items() if value}


def _parts(date: OneDate) -> list[int]:
    return [part for part in (date.year, date.month if date.month <= 12 else 0, date.day) if part]  # noqa: PLR2004 — see above
