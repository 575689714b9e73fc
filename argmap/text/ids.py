"""Ids from any text, changing as little of it as possible."""

import unicodedata
from typing import Final

LONGEST: Final = 200
"""How many characters an id may have."""

WHAT_IDS_ARE: Final = "it starts with a letter or digit, and then has letters, digits, `-`, `_` and `.`"
"""What an id consists of, in words."""

_TITLE: Final = 60


def as_id(wanted: str) -> str:
    """Turn any text into an id, changing as little as possible; empty where nothing can be kept.

    Letters and digits of every script stay; what an id cannot hold becomes a hyphen.
    """
    parts: list[str] = []
    for character in wanted[: 2 * LONGEST]:
        kind = unicodedata.category(character)[0]
        if kind in "LN" or (parts and (kind == "M" or character in "_.-")):
            parts.append(character)
        elif parts and parts[-1] != "-":
            parts.append("-")
    kept = "".join(parts)[:LONGEST]
    return kept if kept == wanted else kept.rstrip("-.")


def as_slug(title: str) -> str:
    """Turn a title or a sentence into a short id in lower case, cut between words."""
    slug = as_id(title.casefold().replace(".", " ").replace("'", "").replace("\u2019", ""))
    if len(slug) <= _TITLE:
        return slug
    return slug[: _TITLE + 1].rpartition("-")[0] or slug[:_TITLE]
