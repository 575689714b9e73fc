"""The field that somebody meant who wrote another name for it."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from argmap.text.nearest import nearest

_OTHER_NAMES: Final = {
    "affiliation": "employer institution org organisation organization role",
    "aka": "alias aliases also spellings",
    "attacks": (
        "against answers attack challenges contradicts counters objects-to rebuts refutes replies-to reply-to"
        " target targets undercuts undermines"
    ),
    "authors": "author by creator creators writer writers",
    "because": "argument arguments grounds premise premises reason reasons since support supported-by why",
    "by": "author authors person said-by speaker voice who",
    "container": "blog book book-title booktitle in journal magazine newspaper periodical",
    "copy": "copy-of file local path",
    "date": "published when year",
    "editors": "edited-by editor",
    "event": "conference meeting tournament",
    "family": "family-name last last-name surname",
    "given": "first first-name forename given-name",
    "hypothetical": "anonymous fictional fictitious imaginary imagined unnamed",
    "kind": "type",
    "license": "licence",
    "locator": "loc page pages para paragraph place position",
    "main": "central core main-claim main-thesis principal",
    "name": "full-name fullname label title",
    "note": "comment comments notes remark remarks",
    "number": "no nr",
    "organization": "corporate group institution literal organisation",
    "pages": "page pp",
    "premises": "claim claims from premise reasons",
    "quote": "quotation verbatim",
    "source": "cite citation ref reference src where work",
    "tags": "categories keywords labels tag topic topics",
    "target": "attacks claim inference rebuttal statement to",
    "text": "assertion body claim content description sentence statement summary thesis",
    "title": "heading label name",
    "translators": "translated-by translator",
    "type": "kind",
    "url": "href link uri web website",
    "with": "jointly together-with",
    "work": "id key source",
}


_TIGHT: Final = re.compile(r"([\w-]+)\s*[:=]")
"""A field whose colon is missing or has no space after it takes its value for a part of its name."""


def meant_field(written: str, known: Collection[str]) -> str | None:
    """Guess which field a wrong name stands for.

    Args:
        written: the name that was written.
        known: the fields that may stand there.

    Returns:
        The field that differs only in case or in the sign between words, else one that is known by that other
        name, else the nearest that looks alike; None where there is none.
    """
    plain = written.casefold().replace("_", "-").strip("\"'\u201c\u201d ")
    if tight := _TIGHT.match(plain):
        plain = tight[1]
    if plain in known:
        return plain
    return next(_by_other_name(plain, known), None) or _alike(plain, known)


def _by_other_name(plain: str, known: Collection[str]) -> Iterator[str]:
    return (name for name, others in _OTHER_NAMES.items() if name in known and plain in others.split())


def _alike(plain: str, known: Collection[str]) -> str | None:
    """Give the nearest field, if it also begins or goes on alike; a short word is near to many."""
    close = nearest(plain, known, most=1)
    if close and plain and (close[0][0] == plain[0] or plain in close[0]):
        return close[0]
    return None
