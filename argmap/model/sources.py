"""The works in which statements were made."""

import re
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, Field

from argmap.model.base import Record, Text
from argmap.model.names import Names

_YEAR: Final = re.compile(r"\d{4}")


class SourceType(StrEnum):
    """What kind of work it is; the kinds are those of CSL 1.0.2 under plainer names."""

    ARTICLE = "article"
    MAGAZINE_ARTICLE = "magazine-article"
    NEWSPAPER_ARTICLE = "newspaper-article"
    PREPRINT = "preprint"
    REVIEW = "review"
    BOOK = "book"
    CHAPTER = "chapter"
    ENTRY = "entry"
    CONFERENCE_PAPER = "conference-paper"
    THESIS = "thesis"
    REPORT = "report"
    PAMPHLET = "pamphlet"
    MANUSCRIPT = "manuscript"
    PERIODICAL = "periodical"
    DOCUMENT = "document"
    WEB_PAGE = "web-page"
    BLOG_POST = "blog-post"
    POST = "post"
    SPEECH = "speech"
    INTERVIEW = "interview"
    HEARING = "hearing"
    EVENT = "event"
    BROADCAST = "broadcast"
    FILM = "film"
    RECORDING = "recording"
    LETTER = "letter"
    LAW = "law"
    BILL = "bill"
    CASE = "case"
    TREATY = "treaty"
    STANDARD = "standard"
    PATENT = "patent"
    DATASET = "dataset"
    SOFTWARE = "software"
    MAP = "map"
    PICTURE = "picture"


def _doi(value: object) -> object:
    from argmap.text.doi import without_resolver

    return without_resolver(value) if isinstance(value, str) else value


class Source(Record):
    """A work that statements are traced to."""

    title: Text = Field(description="The title of the work.")
    authors: Names = Field(
        default=(),
        description="Who wrote it: names as printed on it, names in parts, or keys of `people`.",
    )
    editors: Names = Field(default=(), description="Who edited it, or the book that it is a part of.")
    translators: Names = Field(default=(), description="Who translated it.")
    type: SourceType | None = Field(
        default=None, description="What kind of work it is: `book`, `article`, `speech` and so on."
    )
    container: Text | None = Field(
        default=None, description="The journal, blog, book or series that it appeared in."
    )
    series: Text | None = Field(default=None, description="The series of the book or report.")
    edition: Text | None = Field(default=None, description="The edition: `2`, `revised`.")
    volume: Text | None = Field(default=None, description="The volume.")
    issue: Text | None = Field(default=None, description="The issue of the journal.")
    number: Text | None = Field(
        default=None, description="The number of a report, a law or a standard, or of a volume in its series."
    )
    pages: Text | None = Field(default=None, description="The pages on which it stands: `29-45`.")
    publisher: Text | None = Field(default=None, description="Who published it.")
    place: Text | None = Field(default=None, description="Where it was published or held.")
    event: Text | None = Field(default=None, description="The conference or round at which it was presented.")
    date: Text | None = Field(
        default=None,
        description="When: `2019`, `2019-04`, `2019-04-08`, `2018/2019`, `1920?`, `192X` or `forthcoming`.",
    )
    language: Text | None = Field(default=None, description="A BCP 47 tag, such as `ru`.")
    isbn: Text | None = Field(default=None, description="The International Standard Book Number.")
    url: Text | None = Field(default=None, description="Where it can be read.")
    doi: Annotated[Text, BeforeValidator(_doi)] | None = Field(
        default=None, description="Its digital object identifier, with or without the address before it."
    )
    accessed: Text | None = Field(default=None, description="The day it was read, for pages that change.")
    copy_of: Text | None = Field(
        default=None,
        alias="copy",
        description="A local copy of the text, as a path from the map's folder; quotes are checked in it.",
    )
    note: Text | None = Field(default=None, description="Anything a reader should know.")
    kept: dict[Text, dict[Text, Text]] = Field(
        default_factory=dict,
        description="Fields of its entry in a bibliography that argmap makes no use of, by the format.",
    )

    @property
    def address(self) -> str | None:
        """The address under which it can be read, by its identifier if it has one."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def year(self) -> str | None:
        """The year that the date names, in four digits; the date itself where it names none."""
        found = _YEAR.search(self.date or "")
        return found[0] if found else self.date
