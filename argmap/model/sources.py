"""The works in which statements were made."""

import re
from typing import Final

from pydantic import Field

from argmap.model.base import Record, Text, Texts

_YEAR: Final = re.compile(r"\d{4}")


class Source(Record):
    """A work that statements are traced to."""

    title: Text = Field(description="The title of the work.")
    authors: Texts = Field(default=(), description="Who wrote it, as printed on it.")
    container: Text | None = Field(
        default=None, description="The journal, blog, book or series that it appeared in."
    )
    publisher: Text | None = Field(default=None, description="Who published it.")
    place: Text | None = Field(default=None, description="Where it was published or held.")
    date: Text | None = Field(default=None, description="When: `2019-04-08`, `2019-04` or `2019`.")
    url: Text | None = Field(default=None, description="Where it can be read.")
    doi: Text | None = Field(default=None, description="Its digital object identifier.")
    accessed: Text | None = Field(default=None, description="The day it was read, for pages that change.")
    copy_of: Text | None = Field(
        default=None,
        alias="copy",
        description="A local copy of the text, as a path from the map's folder; quotes are checked in it.",
    )
    note: Text | None = Field(default=None, description="Anything a reader should know.")

    @property
    def year(self) -> str | None:
        """The year that the date names, in four digits; the date itself where it names none."""
        found = _YEAR.search(self.date or "")
        return found[0] if found else self.date
