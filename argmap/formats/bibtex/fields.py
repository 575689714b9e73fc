"""Which fields of an entry say what of a work, in BibTeX and in BibLaTeX (its manual 3.21, section 2.2)."""

from collections.abc import Collection, Mapping
from typing import Final

from argmap.model import SourceType

BIBLATEX: Final = "biblatex"
BIBTEX: Final = "bibtex"

ENTRY_TYPE: Final = "entrytype"
ENTRY_KEY: Final = "entrykey"
"""What biblatex calls the type and the key of an entry, where they stand among its fields."""

NO_TITLE: Final = "{}"
"""What is kept for the title of an entry that has none."""

PEOPLE: Final = {"author": "authors", "editor": "editors", "translator": "translators"}

ADDRESSES: Final = frozenset({"url", "doi"})
"""Fields that are read as they stand, not as LaTeX."""

TITLES: Final = frozenset(
    ("title", "subtitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle", "journaltitle", "journal")
)
"""Fields in which braces protect the case of words."""

SUBTITLES: Final = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journaltitle": "journalsubtitle",
    "journal": "journalsubtitle",
}
PUBLISHERS: Final = ("publisher", "institution", "school", "organization")
NOTES: Final = ("note", "annotation", "annote")
PLACES: Final = ("location", "address", "venue")
READ_ON: Final = ("urldate", "lastchecked", "lastaccessed", "accessed")
PLAIN: Final = {
    "series": ("series",),
    "edition": ("edition",),
    "volume": ("volume",),
    "place": PLACES,
    "event": ("eventtitle",),
    "accessed": READ_ON,
    "isbn": ("isbn",),
}
"""Fields of a source, and those of an entry that say them, the first that is there."""

IN_ISSUES: Final = frozenset(
    (
        SourceType.ARTICLE,
        SourceType.MAGAZINE_ARTICLE,
        SourceType.NEWSPAPER_ARTICLE,
        SourceType.REVIEW,
        SourceType.PERIODICAL,
    )
)
"""Kinds of works whose `number` is that of the issue, and whose container is a journal."""

_BIBLATEX_FIELDS: Final = frozenset(
    (
        *("date", "journaltitle", "location", "langid", "eventtitle", "pubstate", "issuetitle", "maintitle"),
        *("shortjournal", "origdate", "booksubtitle", "eprinttype", "titleaddon"),
    )
)
_BIBTEX_FIELDS: Final = frozenset(("journal", "address", "month", "school", "archiveprefix"))
_BIBLATEX_TYPES: Final = frozenset(
    (
        *("online", "thesis", "report", "collection", "mvbook", "mvcollection", "mvproceedings", "reference"),
        *("inreference", "dataset", "software", "bookinbook", "suppbook", "suppcollection", "xdata", "set"),
    )
)

BOOKKEEPING: Final = frozenset(
    (
        *("file", "pdf", "ps", "local-url", "localfile", "attachments", "sentelink", "cover"),
        *(
            "date-added",
            "date-modified",
            "added-at",
            "creationdate",
            "modificationdate",
            "timestamp",
            "owner",
        ),
        *("groups", "__markedentry", "username", "posted-at", "priority", "ranking", "readstatus", "read"),
        *("printed", "qualityassured", "relevance", "interhash", "intrahash", "biburl", "bibsource"),
        *("cited-references", "number-of-cited-references", "times-cited", "usage-count-last-180-days"),
        *("usage-count-since-2013", "doc-delivery-number", "da", "nonchange", "references", "bibbase_note"),
    )
)
_BOOKKEEPING_BEGINS: Final = ("bdsk-", "mendeley-", "citeulike-", "jabref-", "colrev_")

MEANT_FOR_CHILDREN: Final = frozenset(
    (
        *("editor", "publisher", "institution", "organization", "school", "location", "address", "venue"),
        *("date", "year", "month", "series", "volume", "number", "edition", "isbn", "eventtitle", "langid"),
        *("language", "translator"),
    )
)
"""Fields that an entry takes over from the one that its `crossref` names."""


def is_bookkeeping(name: str) -> bool:
    """Tell whether a field is what a program notes for itself: paths of attachments, times of changes."""
    return name in BOOKKEEPING or name.startswith(_BOOKKEEPING_BEGINS)


def dialect_of(kind: str, names: Collection[str]) -> str:
    """Tell for which program an entry was written, by the type and the fields that only one of them knows.

    Args:
        kind: the entry type.
        names: of its fields.

    Returns:
        `biblatex` or `bibtex`; empty where nothing tells.
    """
    new = len(_BIBLATEX_FIELDS.intersection(names)) + (kind in _BIBLATEX_TYPES)
    old = len(_BIBTEX_FIELDS.intersection(names)) + ("year" in names and "date" not in names)
    if new == old:
        return ""
    return BIBLATEX if new > old else BIBTEX


def inherited(parent_kind: str, parent: Mapping[str, str], kind: str) -> dict[str, str]:
    """Give the fields that an entry takes over from its parent (biblatex manual, appendix B).

    Args:
        parent_kind: the entry type of the parent; `xdata` gives all that it has.
        parent: the fields of the parent.
        kind: the entry type of the child.
    """
    if parent_kind == "xdata":
        return dict(parent)
    found = {name: value for name, value in parent.items() if name in MEANT_FOR_CHILDREN}
    goes_to = "journaltitle" if parent_kind == "periodical" else "booktitle"
    if parent_kind.startswith("mv") and not kind.startswith("in"):
        goes_to = "maintitle"
    for name in ("title", "booktitle"):
        if name in parent and goes_to not in found:
            found[goes_to] = parent[name]
            if name == "title" and "subtitle" in parent:
                found[SUBTITLES[goes_to]] = parent["subtitle"]
    return found


def parents_of(values: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys of the entries from which an entry takes fields over.

    Args:
        values: its own fields.
    """
    named = (*values.get("xdata", "").split(","), values.get("crossref", ""))
    return tuple(key.strip() for key in named if key.strip())
