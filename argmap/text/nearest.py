"""The names that somebody may have meant."""

from collections.abc import Iterable, Sequence
from typing import Final

from argmap.text.lists import or_list

_SIMILARITY: Final = 0.6
_BEHIND: Final = 0.2
"""A name so much less alike than the best one was hardly meant."""
_LENGTHS: Final = 4
_LONGEST: Final = 200
"""No name is longer, and comparing costs the square of the length."""


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Give the known names that look most like a word, best first.

    Args:
        word: what was typed.
        known: the names that exist.
        most: how many to give at most.

    Returns:
        Up to ``most`` names, all of them nearly as close as the best; none where nothing is close.
    """
    from difflib import SequenceMatcher, get_close_matches

    folded: dict[str, str] = {}
    word = word[:_LONGEST]
    for name in known:
        if abs(len(name) - len(word)) <= max(_LENGTHS, len(word) // 2):
            folded.setdefault(name.casefold(), name)
    letters = set(word.casefold())
    likely = [key for key in folded if 2 * len(letters & set(key)) >= len(letters)]
    close = get_close_matches(word.casefold(), likely, most, _SIMILARITY)
    alike = [SequenceMatcher(None, key, word.casefold()).ratio() for key in close]
    return [folded[key] for key, ratio in zip(close, alike, strict=True) if ratio > alike[0] - _BEHIND]


def quoted(names: Sequence[str], lead: str) -> str:
    """Put names into a question: ``did you mean `a` or `b`?``; nothing for no names."""
    if not names:
        return ""
    return f"{lead} {or_list(f'`{name}`' for name in names)}?"
