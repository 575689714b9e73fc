"""New ids: from who says it and the words that it is said in."""

import re
from collections.abc import Collection
from typing import Final

from pydantic import ValidationError

from argmap.model import Citation
from argmap.text.ids import as_id

_WORDS: Final = 4
_LONGEST: Final = 40
_WORD: Final = re.compile(r"[\w'\u2019]+")
_SMALL: Final = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have", "in", "is"),
        *("it", "its", "of", "on", "or", "so", "than", "that", "the", "their", "them", "they", "this", "to"),
        *("was", "were", "will", "with", "would", "we", "you", "he", "she", "i", "our", "your"),
    )
)
"""Words that tell no statement from another; left out unless nothing else is there."""


def is_key(name: str) -> bool:
    """Tell whether a name can be an id or key."""
    try:
        Citation(work=name)
    except ValidationError:
        return False
    return True


def new_id(author: str | None, said: str, taken: Collection[str]) -> str:
    """Make an id that nothing has.

    Args:
        author: the key of whoever says it; None where nobody is named.
        said: the title or the text.
        taken: the ids and names that are in use.

    Returns:
        The author's key and the first telling words, with a number behind them where that is taken.
    """
    words = [word.strip("'\u2019").replace("'", "").replace("\u2019", "") for word in _WORD.findall(said)]
    telling = [word for word in words if word and word.casefold() not in _SMALL] or [*filter(None, words)]
    slug = "-".join(telling[:_WORDS]).casefold()[:_LONGEST].strip("-")
    base = as_id("-".join(filter(None, (author, slug)))) or "statement"
    return free_name(base, taken)


def free_name(base: str, taken: Collection[str]) -> str:
    """Give a name itself where nothing has it, else with the lowest number that makes it new."""
    if base not in taken:
        return base
    return next(name for number in range(2, len(taken) + 3) if (name := f"{base}-{number}") not in taken)


def person_key(name: str, taken: Collection[str]) -> str:
    """Make the key of a person: from the last word of the name, or from what stands before its comma."""
    words = name.split(",", maxsplit=1)[0].split() if "," in name else name.split()[-1:]
    return free_name(as_id("-".join(words).casefold()) or "unnamed", taken)


def source_key(title: str, taken: Collection[str]) -> str:
    """Make the key of a source that no other has: from the first telling words of its title."""
    return new_id(None, title, taken)
