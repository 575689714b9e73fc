"""Citations that pandoc reads, and the bibliography in which it finds the works.

https://pandoc.org/MANUAL.html#citation-syntax
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from argmap.argument_map import ArgumentMap
from argmap.formats.markdown_text import escape_in_citation, unlinked

MARK: Final = "% Written by argmap export markdown --cite pandoc"
"""How a bibliography begins that may be overwritten."""

_BARE: Final = re.compile(r"\w(?:\w|[.-](?=\w))*")
"""A key that pandoc reads without braces."""


def citation_keys(works: Iterable[str]) -> dict[str, str]:
    """Name works for pandoc: it reads no combining marks in a bibliography's keys, so they are left out."""
    keys = dict.fromkeys(works, "")
    taken = {key for key in keys if _without_marks(key) == key}
    for key in keys:
        bare = keys[key] = _without_marks(key)
        number = 1
        while bare != key and keys[key] in taken:
            number += 1
            keys[key] = f"{bare}-{number}"
        taken.add(keys[key])
    return keys


def bibliography(argument_map: ArgumentMap) -> str:
    """Write the works of a map in BibTeX, under the keys that citations have."""
    from argmap.formats import bibtex

    keys = citation_keys(argument_map.sources)
    works = {keys[key]: work for key, work in argument_map.sources.items()}
    return f"{MARK}\n\n{bibtex.write(replace(argument_map, sources=works)).text!s}"


def citation(key: str, locator: str) -> str:
    """Write a citation, in braces where pandoc would take only a part of the key.

    Args:
        key: one of `citation_keys`.
        locator: the place in the work, or nothing.
    """
    cited = key if _BARE.fullmatch(key) else f"{{{key}}}"
    # Empty braces say that none in what follows mark a number.
    braces = "{}" if locator.startswith("{") else ""
    return f"[@{cited}{braces}{f', {unlinked(escape_in_citation(locator))}' if locator else ''}]"


def _without_marks(key: str) -> str:
    if key.isascii():
        return key
    composed = unicodedata.normalize("NFC", key)
    return "".join(sign for sign in composed if not unicodedata.category(sign).startswith("M"))
