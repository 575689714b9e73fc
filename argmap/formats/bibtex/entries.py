"""A source as the fields of an entry, in the words of BibTeX or of BibLaTeX."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.citations.source_types import is_subtype, kind_of, type_of_entry
from argmap.formats.bibtex.author_names import read_names, write_names
from argmap.formats.bibtex.dates import same_date, write_date
from argmap.formats.bibtex.escaping import escape, escape_address
from argmap.formats.bibtex.fields import ADDRESSES, BIBLATEX, IN_ISSUES, PEOPLE, TITLES
from argmap.formats.bibtex.languages import babel_name
from argmap.formats.bibtex.latex import read_latex, unbraced
from argmap.formats.bibtex.works import is_address, plain_address
from argmap.model import Source, SourceType

_PAGE_DASH: Final = re.compile(r"(?<=\w)-(?=\w)")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_DATES: Final = frozenset({"date", "year", "month", "day"})
_WITH_BOOK: Final = frozenset((SourceType.CHAPTER, SourceType.ENTRY, SourceType.CONFERENCE_PAPER))
_SCHOOLS: Final = frozenset((SourceType.THESIS,))
_INSTITUTIONS: Final = frozenset((SourceType.REPORT,))
_UNPUBLISHED: Final = frozenset(("misc", "booklet", "online", "manual", "unpublished"))


@dataclass(frozen=True, slots=True)
class Written:
    """An entry that is to be written.

    Args:
        kind: its type.
        by_field: for each field of the source, the fields of the entry that say it.
    """

    kind: str
    by_field: dict[str, dict[str, str]]

    @property
    def values(self) -> dict[str, str]:
        """The fields of the entry, in LaTeX."""
        return {name: value for said in self.by_field.values() for name, value in said.items()}


def write_work(source: Source, dialect: str, entry_type: str = "") -> Written:
    """Write a source; its authors are names, not keys of people.

    Args:
        source: the work.
        dialect: `biblatex`, or anything else for BibTeX.
        entry_type: a finer type that is known of it.
    """
    writer = _Writer(source, dialect == BIBLATEX, entry_type)
    by_field = {ours: said for ours, said in writer.fields() if said}
    return Written(writer.kind, by_field)


def is_same(name: str, one: str, other: str) -> bool:
    """Tell whether two values of a field say the same to every program that reads it.

    Args:
        name: the field.
        one: a value, in LaTeX.
        other: another value.
    """
    if one == other:
        return True
    if name in ADDRESSES:
        return plain_address(one) == plain_address(other) and "\\url" not in one + other
    if name in PEOPLE:
        lists = read_names(one), read_names(other)
        commands = [_COMMAND.findall(read_latex(value).form) for value in (one, other)]
        return lists[0] == lists[1] and not lists[0].is_extended and commands[0] == commands[1]
    if name in _DATES:
        return same_date(name, one, other)
    forms = [read_latex(value).form for value in (one, other)]
    if name not in TITLES:
        forms = [unbraced(form) for form in forms]
    if name == "pages":
        forms = [re.sub(r"\s*(?:-+|\u2013)\s*", "-", form) for form in forms]
    return forms[0] == forms[1]


class _Writer:
    def __init__(self, source: Source, is_biblatex: bool, entry_type: str) -> None:  # noqa: FBT001 — of this module alone
        self._source, self._is_biblatex = source, is_biblatex
        kind = kind_of(source)
        self._type = kind.type
        self._subtype = kind.subtype
        self.kind = kind.biblatex if is_biblatex or not kind.bibtex else kind.bibtex
        if entry_type and type_of_entry(entry_type, self._subtype) is source.type:
            self.kind = entry_type
        if not is_subtype(self.kind, self._subtype):
            self._subtype = ""

    def fields(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give for each field of the source the fields of the entry that say it."""
        source = self._source
        yield "type", {"entrysubtype": self._subtype} if self._subtype else {}
        yield from self._plain("title", "title")
        for name, ours in PEOPLE.items():
            if names := getattr(source, ours):
                yield ours, {name: write_names(names)}
        yield from self._plain("container", self._container)
        yield from self._plain("event", "eventtitle")
        yield from self._plain("series", "series")
        yield from self._plain("edition", "edition")
        yield from self._plain("volume", "volume")
        yield from self._numbers()
        if source.pages:
            yield "pages", {"pages": _PAGE_DASH.sub("--", escape(source.pages))}
        yield from self._plain("publisher", self._publisher)
        yield from self._plain("place", "location" if self._is_biblatex else "address")
        yield "date", write_date(source.date, is_biblatex=self._is_biblatex)
        if source.language:
            said = babel_name(source.language) if self._is_biblatex else source.language
            yield "language", {"langid" if self._is_biblatex else "language": escape(said)}
        yield from self._plain("isbn", "isbn")
        for name in ("url", "doi"):
            if address := getattr(source, name):
                yield name, {name: escape_address(address)}
        yield from self._plain("accessed", "urldate")
        yield from self._plain("note", "note")

    def _plain(self, ours: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
        if value := getattr(self._source, ours):
            said = escape(value)
            yield ours, {name: f"{{{said}}}" if is_address(said) else said}

    @property
    def _container(self) -> str:
        if self._type in _WITH_BOOK:
            return "booktitle"
        if self._type is SourceType.BOOK:
            return "maintitle" if self._is_biblatex else "booktitle"
        return "journaltitle" if self._is_biblatex else "journal"

    @property
    def _publisher(self) -> str:
        if self._type in _SCHOOLS:
            return "institution" if self._is_biblatex else "school"
        if self._type in _INSTITUTIONS:
            if self.kind == "manual":
                return "organization"
            return "institution"
        if self.kind in _UNPUBLISHED:
            return "organization" if self._is_biblatex else "howpublished"
        return "publisher"

    def _numbers(self) -> Iterator[tuple[str, dict[str, str]]]:
        issue, number = self._source.issue, self._source.number
        if self._type in IN_ISSUES:
            if issue:
                yield "issue", {"number": escape(issue)}
            return
        if issue:
            yield "issue", {"issue": escape(issue)}
        if number:
            yield "number", {"number": escape(number)}
