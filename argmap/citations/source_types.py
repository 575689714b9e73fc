"""The kinds of works as argmap, CSL, BibTeX and Crossref call them: the only table.

CSL 1.0.2, appendix III; biblatex manual 3.21, section 2.1; https://api.crossref.org/types
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from argmap.model import Source, SourceType


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of work is called elsewhere.

    Args:
        type: the kind of work.
        csl: its CSL type.
        biblatex: its entry type in BibLaTeX.
        bibtex: that of BibTeX, where it has another one.
        subtype: what `entrysubtype` adds where the entry type alone would mean another kind.
        other_csl: finer or older types of CSL, and those of Crossref, that are read as it.
        other_entries: finer or older entry types that are read as it.
    """

    type: SourceType
    csl: str
    biblatex: str
    bibtex: str = ""
    subtype: str = ""
    other_csl: tuple[str, ...] = ()
    other_entries: tuple[str, ...] = ()


_BOOKS: Final = (
    "mvbook",
    "collection",
    "mvcollection",
    "proceedings",
    "mvproceedings",
    "reference",
    "mvreference",
)
_CROSSREF_BOOKS: Final = (
    "monograph",
    "edited-book",
    "reference-book",
    "book-set",
    "book-series",
    "proceedings",
)

_KINDS: Final = (
    Kind(SourceType.ARTICLE, "article-journal", "article", other_csl=("journal-article",)),
    Kind(SourceType.MAGAZINE_ARTICLE, "article-magazine", "article", subtype="magazine"),
    Kind(SourceType.NEWSPAPER_ARTICLE, "article-newspaper", "article", subtype="newspaper"),
    Kind(SourceType.PREPRINT, "article", "online", "misc", "preprint", ("posted-content",), ("preprint",)),
    Kind(SourceType.REVIEW, "review", "review", other_csl=("review-book", "peer-review")),
    Kind(SourceType.BOOK, "book", "book", other_csl=("classic", *_CROSSREF_BOOKS), other_entries=_BOOKS),
    Kind(
        SourceType.CHAPTER,
        "chapter",
        "incollection",
        other_csl=("book-chapter", "book-section", "book-part", "book-track"),
        other_entries=("inbook", "bookinbook", "suppbook", "suppcollection"),
    ),
    Kind(
        SourceType.ENTRY,
        "entry-encyclopedia",
        "inreference",
        other_csl=("entry", "entry-dictionary", "reference-entry"),
    ),
    Kind(
        SourceType.CONFERENCE_PAPER,
        "paper-conference",
        "inproceedings",
        other_csl=("proceedings-article",),
        other_entries=("conference",),
    ),
    Kind(
        SourceType.THESIS,
        "thesis",
        "thesis",
        "phdthesis",
        other_csl=("dissertation",),
        other_entries=("mastersthesis", "bachelorthesis", "bathesis", "candthesis"),
    ),
    Kind(
        SourceType.REPORT,
        "report",
        "report",
        "techreport",
        other_csl=("report-component", "report-series"),
        other_entries=("manual", "whitepaper"),
    ),
    Kind(SourceType.PAMPHLET, "pamphlet", "booklet"),
    Kind(SourceType.MANUSCRIPT, "manuscript", "unpublished"),
    Kind(
        SourceType.PERIODICAL,
        "periodical",
        "periodical",
        other_csl=("journal", "journal-issue", "journal-volume"),
        other_entries=("suppperiodical",),
    ),
    Kind(SourceType.DOCUMENT, "document", "misc", other_csl=("collection", "other", "component")),
    Kind(SourceType.WEB_PAGE, "webpage", "online", other_entries=("electronic", "www", "webpage")),
    Kind(SourceType.BLOG_POST, "post-weblog", "online", subtype="blog"),
    Kind(SourceType.POST, "post", "online", subtype="post"),
    Kind(SourceType.SPEECH, "speech", "misc", subtype="speech"),
    Kind(SourceType.INTERVIEW, "interview", "misc", subtype="interview"),
    Kind(SourceType.HEARING, "hearing", "misc", subtype="hearing"),
    Kind(SourceType.EVENT, "event", "performance", other_csl=("performance",)),
    Kind(SourceType.BROADCAST, "broadcast", "misc", subtype="broadcast"),
    Kind(SourceType.FILM, "motion_picture", "movie", other_entries=("video",)),
    Kind(SourceType.RECORDING, "song", "audio", other_csl=("musical_score",), other_entries=("music",)),
    Kind(SourceType.LETTER, "personal_communication", "letter"),
    Kind(SourceType.LAW, "legislation", "legislation", other_csl=("regulation",)),
    Kind(SourceType.BILL, "bill", "legislation", subtype="bill"),
    Kind(SourceType.CASE, "legal_case", "jurisdiction"),
    Kind(SourceType.TREATY, "treaty", "legal"),
    Kind(SourceType.STANDARD, "standard", "standard"),
    Kind(SourceType.PATENT, "patent", "patent"),
    Kind(SourceType.DATASET, "dataset", "dataset", other_csl=("database",), other_entries=("data",)),
    Kind(
        SourceType.SOFTWARE,
        "software",
        "software",
        other_entries=("softwareversion", "softwaremodule", "codefragment"),
    ),
    Kind(SourceType.MAP, "map", "misc", subtype="map"),
    Kind(SourceType.PICTURE, "graphic", "image", other_csl=("figure",), other_entries=("artwork",)),
)


def kind_of(source: Source) -> Kind:
    """Give what a work's kind is called; one without a kind is an article where it has a container."""
    likely = SourceType.ARTICLE if source.container else SourceType.DOCUMENT
    return _by_type()[source.type or likely]


def type_of_csl(name: str) -> SourceType | None:
    """Give the kind of work that a type of CSL or Crossref stands for; None for an unknown one."""
    return _by_csl().get(name.casefold())


def type_of_entry(name: str, subtype: str = "") -> SourceType | None:
    """Give the kind of work that an entry type stands for; None for an unknown one.

    Args:
        name: the entry type.
        subtype: its `entrysubtype`; what argmap does not know makes no difference.
    """
    found = _by_entry()
    return found.get((name.casefold(), subtype.casefold())) or found.get((name.casefold(), ""))


def is_subtype(name: str, subtype: str) -> bool:
    """Tell whether an `entrysubtype` is a part of what says the kind of work."""
    return bool(subtype) and (name.casefold(), subtype.casefold()) in _by_entry()


def is_usual_entry(type_: SourceType | None, name: str) -> bool:
    """Tell whether a kind of work is an entry of this type in BibTeX and in BibLaTeX alike.

    Args:
        type_: the kind of work; None for an unknown one.
        name: the entry type.
    """
    kind = _by_type().get(type_) if type_ else None
    return kind is not None and kind.biblatex == name and kind.bibtex in {"", name}


def is_usual_csl(type_: SourceType | None, name: str) -> bool:
    """Tell whether a kind of work has this type in CSL.

    Args:
        type_: the kind of work; None for an unknown one.
        name: the CSL type.
    """
    return type_ is not None and _by_type()[type_].csl == name


@cache
def _by_type() -> dict[SourceType, Kind]:
    return {kind.type: kind for kind in _KINDS}


@cache
def _by_csl() -> dict[str, SourceType]:
    return {name: kind.type for kind in _KINDS for name in (kind.csl, *kind.other_csl)}


@cache
def _by_entry() -> dict[tuple[str, str], SourceType]:
    return {
        (name, subtype): kind.type
        for kind in _KINDS
        for name, subtype in (
            (kind.biblatex, kind.subtype),
            (kind.bibtex or kind.biblatex, kind.subtype),
            *((other, "") for other in kind.other_entries),
        )
    }
