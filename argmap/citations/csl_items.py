"""Sources as items of CSL 1.0.2 (its appendix IV and csl-data.json), which formats citations."""

from collections.abc import Mapping
from typing import Any, Final

from argmap.citations.csl_dates import csl_date
from argmap.citations.printed_names import printed_names
from argmap.citations.source_types import kind_of
from argmap.model import Name, Person, Source, SourceType

NAMES: Final = {"author": "authors", "editor": "editors", "translator": "translators"}
DATES: Final = {"issued": "date", "accessed": "accessed"}
TEXTS: Final = {
    "title": "title",
    "container-title": "container",
    "collection-title": "series",
    "event-title": "event",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "place",
    "language": "language",
    "ISBN": "isbn",
    "URL": "url",
    "DOI": "doi",
    "note": "note",
}
"""Variables of CSL, and the fields of a source that they are."""

IN_SERIES: Final = frozenset((SourceType.BOOK, SourceType.CHAPTER, SourceType.CONFERENCE_PAPER))
"""Kinds of works whose number is that of the volume in its series."""

COLLECTION_NUMBER: Final = "collection-number"


def csl_item(key: str, source: Source, people: Mapping[str, Person]) -> dict[str, Any]:
    """Give a source as a CSL item.

    Args:
        key: of the source; it becomes the id.
        source: the work.
        people: of the map, by key; authors that are keys of people get their names, joint voices those of
            their members.

    Returns:
        The item, ready for JSON: every field of the source that CSL has a variable for.
    """
    item: dict[str, Any] = {"id": key, "type": kind_of(source).csl}
    for variable, field in TEXTS.items():
        if value := getattr(source, field):
            item[_in_series(source, variable)] = value
    for variable, field in NAMES.items():
        if names := getattr(source, field):
            item[variable] = [csl_name(name) for name in printed_names(names, people)]
    for variable, field in DATES.items():
        if value := getattr(source, field):
            item[variable] = csl_date(value)
    return item


def csl_name(name: Name) -> dict[str, str]:
    """Give a name as CSL has it: in parts, or whole as `literal`."""
    parts = name.parts
    if not parts.family:
        return {"literal": str(name)}
    named = {
        "family": parts.family,
        "given": parts.given,
        "non-dropping-particle": parts.particle,
        "suffix": parts.suffix,
    }
    return {part: value for part, value in named.items() if value}


def _in_series(source: Source, variable: str) -> str:
    if variable == "number" and source.type in IN_SERIES and source.series:
        return COLLECTION_NUMBER
    return variable
