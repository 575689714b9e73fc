"""What the fields of an entry say of a work, and which of them say it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from argmap.citations.source_types import is_subtype, type_of_entry
from argmap.formats.bibtex.author_names import NameList, read_names
from argmap.formats.bibtex.dates import read_date
from argmap.formats.bibtex.fields import (
    IN_ISSUES,
    NOTES,
    PEOPLE,
    PLAIN,
    PUBLISHERS,
    SUBTITLES,
)
from argmap.formats.bibtex.languages import language_tag
from argmap.formats.bibtex.latex import read_latex
from argmap.text.doi import without_resolver

_ADDRESS: Final = re.compile(
    r"(?:available at:? ?|url:? ?)?(?:\\url ?\{(?P<url>[^{}]*)\}|(?P<bare>https?://\S+))\.?",
    re.IGNORECASE,
)
_IN_URL: Final = re.compile(r"\s*\\url\s*\{(.*)\}\s*", re.DOTALL)
_ESCAPED: Final = re.compile(
    r"\\([&%#_$~{}])|\\textasciitilde\s*(?:\{\})?|\{?\\(?:textunderscore|_)\s*(?:\{\})?\}?"
)
_PAGE_RANGE: Final = re.compile(r"(?<=\w)\s*(?:--+|[\u2010-\u2014])\s*(?=\w)")
_ENDS_TITLE: Final = ("?", "!", ":", ".", "…")


@dataclass
class Work:
    """What an entry says.

    Args:
        said: the fields of the source.
        used: for each of them, the fields of the entry that say it.
        unknown: commands that are not known, by the field in which they stand.
        deep: fields that are nested too deeply to be read.
        lists: its lists of names, by the field of the entry.
    """

    said: dict[str, Any] = field(default_factory=dict)
    used: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    deep: list[str] = field(default_factory=list)
    lists: dict[str, NameList] = field(default_factory=dict)


def read_work(kind: str, values: Mapping[str, str]) -> Work:
    """Tell what an entry says.

    Args:
        kind: its type.
        values: its fields that have a value, in LaTeX.
    """
    return _Reader(kind, values).read()


def plain_address(value: str) -> str:
    """Give an address or a DOI as it is, without LaTeX's escapes and the command that sets it."""
    if found := _IN_URL.fullmatch(value):
        value = found[1]
    value = _ESCAPED.sub(lambda match: match[1] or ("~" if "tilde" in match[0] else "_"), value)
    return value.replace("{", "").replace("}", "").strip()


def is_address(value: str) -> bool:
    """Tell whether a note or the way in which a work was published is nothing but an address."""
    return _ADDRESS.fullmatch(value) is not None


class _Reader:
    def __init__(self, kind: str, values: Mapping[str, str]) -> None:
        self._kind, self._values = kind, values
        self._work = Work()

    def read(self) -> Work:
        subtype = self._values.get("entrysubtype", "")
        type_ = type_of_entry(self._kind, subtype)
        self._work.said["type"] = type_
        if is_subtype(self._kind, subtype):
            self._work.used["type"] = ("entrysubtype",)
        is_in_issues = type_ in IN_ISSUES
        self._title()
        for name, ours in PEOPLE.items():
            self._names(name, ours)
        self._addresses()
        self._container(is_in_issues=is_in_issues)
        for ours, names in PLAIN.items():
            self._first(ours, names)
        self._first(
            "issue" if is_in_issues else "number", ("number", "issue") if is_in_issues else ("number",)
        )
        if not is_in_issues:
            self._first("issue", ("issue",))
        self._pages()
        self._first("publisher", self._left((*PUBLISHERS, "howpublished")))
        self._language()
        self._first("note", self._left(NOTES))
        date, used = read_date(self._values)
        self._say("date", date, used)
        return self._work

    def _left(self, names: Iterable[str]) -> tuple[str, ...]:
        """Leave out what was taken for something else."""
        taken = {name for used in self._work.used.values() for name in used}
        return tuple(name for name in names if name not in taken)

    def _say(self, ours: str, value: Any, used: tuple[str, ...]) -> None:  # noqa: ANN401 — any field of a source
        if value:
            self._work.said[ours] = value
            self._work.used[ours] = used

    def _text(self, name: str) -> str:
        reading = read_latex(self._values.get(name, ""))
        if reading.unknown:
            self._work.unknown[name] = reading.unknown
        if reading.is_deep:
            self._work.deep.append(name)
        return reading.text

    def _first(self, ours: str, names: Iterable[str]) -> None:
        name = next((name for name in names if name in self._values), None)
        if name:
            self._say(ours, self._text(name), (name,))

    def _joined(self, name: str) -> tuple[str, tuple[str, ...]]:
        """Give a title with its subtitle."""
        title, below = self._text(name), SUBTITLES.get(name, "")
        if not title or below not in self._values:
            return title, (name,)
        blank = " " if title.endswith(_ENDS_TITLE) else ": "
        return f"{title}{blank}{self._text(below)}", (name, below)

    def _title(self) -> None:
        if "title" in self._values:
            self._say("title", *self._joined("title"))

    def _names(self, name: str, ours: str) -> None:
        if name not in self._values:
            return
        found = self._work.lists[name] = read_names(self._values[name])
        if found.unknown:
            self._work.unknown[name] = found.unknown
        self._say(ours, found.names, (name,))

    def _addresses(self) -> None:
        if "doi" in self._values:
            self._say("doi", without_resolver(plain_address(self._values["doi"])), ("doi",))
        if "url" in self._values:
            self._say("url", plain_address(self._values["url"]), ("url",))
            return
        for name in ("howpublished", *NOTES):
            if found := _ADDRESS.fullmatch(self._values.get(name, "")):
                self._say("url", plain_address(found["url"] or found["bare"]), (name,))
                return

    def _container(self, *, is_in_issues: bool) -> None:
        journals, books = ("journaltitle", "journal"), ("booktitle", "maintitle")
        for name in (*journals, *books) if is_in_issues else (*books, *journals):
            if name in self._values:
                self._say("container", *self._joined(name))
                return

    def _pages(self) -> None:
        if "pages" in self._values:
            self._say("pages", _PAGE_RANGE.sub("-", self._text("pages")), ("pages",))

    def _language(self) -> None:
        name = next((name for name in ("langid", "language") if name in self._values), None)
        if name:
            self._say("language", language_tag(self._text(name)), (name,))
