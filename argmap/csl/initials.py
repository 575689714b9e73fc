"""Given names as initials."""

import re
from typing import Final

from argmap.csl.person import starts_spaced

_WORD: Final = re.compile(r"([^\W\d_])([^\W\d_]*)(\.)*", re.UNICODE)
_JOINED_DOT: Final = re.compile(r"\.(?=[^\s.\-\u2019'])")
_PARTS: Final = re.compile(r"(\s+|-(?![a-z]))")
_SPACES: Final = re.compile(r"[ \t\n]+")


def make_initials(given: str, mark: str, *, hyphens: bool = True) -> str:
    """Shorten given names to initials.

    Args:
        given: the given names.
        mark: what follows each initial.
        hyphens: whether the hyphens between names stay.

    Returns:
        The initials; names in scripts without spaces stay whole, and so do words that begin small.
    """
    if not starts_spaced(given):
        return given
    parts = _parts(given, hyphens=hyphens)
    out: list[str] = []
    for index in range(0, len(parts), 2):
        word = parts[index]
        match = _WORD.match(word)
        gap = parts[index + 1] if index + 1 < len(parts) else ""
        if match and match[1].upper() == match[1]:
            # Ph. is an abbreviation already.
            first, letters = (match[1] + match[2], "") if match[2] and match[3] else (match[1], match[2])
            capitals = 0
            while capitals < len(letters) and letters[capitals].upper() == letters[capitals]:
                capitals += 1
            rest = letters[:capitals].lower() if 0 < capitals < len(letters) else ""
            out.append(first + rest + mark + ("-" if "-" in gap else ""))
        elif word:
            out.append((" " if out and not out[-1].endswith("-") else "") + word + gap)
    return _tidy("".join(out))


def mark_initials(given: str, mark: str, *, hyphens: bool = True) -> str:
    """Give the initials among given names their mark, and leave whole names whole.

    Args:
        given: the given names.
        mark: what follows each initial.
        hyphens: whether the hyphens between names stay.
    """
    if not starts_spaced(given):
        return given
    parts = _parts(given, hyphens=hyphens)
    words = [part.rstrip(".") if len(part) > 1 else part for part in parts[::2]]
    short = [
        (len(part) > 1 and part.endswith(".")) or (len(part) == 1 and part.upper() == part)
        for part in parts[::2]
    ]
    out: list[str] = []
    for index, word in enumerate(words):
        gap = parts[2 * index + 1] if 2 * index + 1 < len(parts) else ""
        out.append(word)
        if short[index] and index + 1 < len(words):
            out.append(mark + ("-" if "-" in gap else "") + ("" if short[index + 1] else " "))
        elif short[index]:
            out.append(mark)
        else:
            out.append(gap)
    return _tidy("".join(out))


def _parts(given: str, *, hyphens: bool) -> list[str]:
    """Split names into words with what stands between them, in turn."""
    if not hyphens:
        given = given.replace("-", " ")
    given = re.sub(r"\s*-\s*", "-", _SPACES.sub(" ", given.strip()))
    return _PARTS.split(_JOINED_DOT.sub(". ", given))


def _tidy(text: str) -> str:
    return re.sub(r"\s*-\s*", "-", _SPACES.sub(" ", text.rstrip(" \t\n\u00a0\ufeff")))
