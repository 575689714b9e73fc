"""A work as CSL-JSON describes it, read field by field and without trust in their types."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from argmap.csl.dates import Date, read_date
from argmap.csl.person import Person, read_person

NAMES: Final = frozenset(
    [
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editor-translator",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    ]
)
DATES: Final = frozenset(["accessed", "available-date", "event-date", "issued", "original-date", "submitted"])
_ALIASES: Final = {
    "container-title-short": ("journalAbbreviation",),
    "title-short": ("shortTitle",),
    "event": ("event-title",),
    "event-title": ("event",),
}
_FIELD_IN_NOTE: Final = re.compile(r"\{?:?((?:[a-z]+-)*[a-z]+|[A-Z]{3,5}) ?: ?([^}]+)\}?")
_NUMERIC: Final = re.compile(
    r"[^\W\d_]{0,3}\d+[^\W\d_]{0,3}(?:\s*(?:[,&\-\u2013\u2014]|and)\s*[^\W\d_]{0,3}\d+[^\W\d_]{0,3})*"
)


@lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Tell whether a text is one or several numbers, such as ``3``, ``5a`` or ``2, 4-6``."""
    return _NUMERIC.fullmatch(text.strip()) is not None


class Item:
    """A work.

    Args:
        key: its id.
        fields: what CSL-JSON says of it; a field of a wrong type counts as missing.
    """

    __slots__ = ("_dates", "_fields", "_names", "_texts", "key", "kind", "language")

    def __init__(self, key: str, fields: Mapping[str, Any]) -> None:
        self.key = key
        note = fields.get("note")
        if isinstance(note, str) and ":" in note:
            fields = {**_fields_in(note), **fields}
        self._fields = fields
        self.kind = _text(self._fields.get("type"))
        self.language = _text(self._fields.get("language")).lower()
        self._texts: dict[str, str] = {}
        self._names: dict[str, tuple[Person, ...]] = {}
        self._dates: dict[str, Date | None] = {}

    def text(self, variable: str) -> str:
        """Give a field as text; nothing when it is missing."""
        found = self._texts.get(variable)
        if found is None:
            found = _text(self._fields.get(variable))
            for alias in _ALIASES.get(variable, ()) if not found else ():
                found = found or _text(self._fields.get(alias))
            self._texts[variable] = found
        return found

    def names(self, variable: str) -> tuple[Person, ...]:
        """Give the people of a field."""
        found = self._names.get(variable)
        if found is None:
            value = self._fields.get(variable)
            entries = (
                value
                if isinstance(value, list | tuple)
                else [value]
                if isinstance(value, str | Mapping)
                else []
            )
            people = (read_person(entry) for entry in entries)
            found = self._names[variable] = tuple(person for person in people if person is not None)
        return found

    def date(self, variable: str) -> Date | None:
        """Give the date of a field."""
        if variable not in self._dates:
            value = self._fields.get(variable)
            self._dates[variable] = None if value is None else read_date(value)
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Tell whether a field holds anything."""
        if variable in NAMES:
            return bool(self.names(variable))
        if variable in DATES:
            return self.date(variable) is not None
        return bool(self.text(variable))


def _fields_in(note: str) -> dict[str, Any]:
    """Read the fields that people put into a note, one a line at its beginning: ``original-date: 1867``."""
    found: dict[str, Any] = {}
    for line in note.splitlines():
        match = _FIELD_IN_NOTE.fullmatch(line.strip())
        if match is None:
            break
        name, value = match[1], match[2].strip()
        if name in NAMES:
            family, _, given = (part.strip() for part in value.partition("||"))
            person = {"family": family, "given": given} if given else {"literal": family}
            found.setdefault(name, []).append(person)
        else:
            found[name] = value
    return found


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    return ""
