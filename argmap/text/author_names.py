"""The parts of an author's name as it is printed, where they can be told.

Family names, particles and suffixes are parted as BibTeX does it (Patashnik 1988, BibTeXing, section 4)
and as CSL names them (CSL 1.0.2, names). Whoever prints `Mao Zedong` or `Gabriel García Márquez` says nothing
of where the family name begins; such a name stays whole, since a name in full is never a wrong one.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from argmap.text.name_words import (
    CAPITAL_PARTICLES,
    CONNECTING,
    EAST_ASIAN,
    IBERIAN,
    OF_ORGANIZATIONS,
    SUFFIXES,
    WITHOUT_FAMILY_NAME,
    is_joining,
)

_FULL: Final = 3
_MOST_EAST_ASIAN: Final = 3
_SPACELESS: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_ACRONYM: Final = re.compile(r"[A-Z\u0410-\u042f]{3,}")
_ROMAN: Final = re.compile(r"[IVX]+")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'\u2019.][^\W\d_]+)*")


AND_OTHERS: Final = "et al."
"""The last of several names, where a list goes on with names that are not printed."""


def stands_for_others(name: str) -> bool:
    """Tell whether a name stands for others that are not printed."""
    return name.strip().casefold().rstrip(".") == "et al"


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in parts, or whole where it is an organization's, has but one part, or cannot be told.

    Args:
        whole: the name as it is printed.
        family: the family name; empty where the name has no parts.
        given: all given names.
        particle: what stands before the family name, such as ``van der``.
        suffix: what stands after it, such as ``Jr.``.
        readings: where it cannot be told, what it may be: each a name in parts, or whole for an organization.
    """

    whole: str
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    readings: tuple["NameParts", ...] = ()


def part_name(name: str) -> NameParts:
    """Part a name, printed with the given name first, or with commas behind the family name.

    Args:
        name: as it is printed. ``King, Jr., Martin Luther`` and ``King, Martin Luther, Jr.`` are both known.

    Returns:
        Its parts. A name without a comma that has a word of organizations, or is in a script without spaces,
        is whole; so is one that can be read in several ways, which are then given.
    """
    name = name.strip()
    if "," in name:
        return _inverted(name)
    words = name.split()
    if len(words) == 1 or is_organization(name) or _is_spaceless(name) or stands_for_others(name):
        return NameParts(name)
    suffix = words.pop() if len(words) > _FULL - 1 and words[-1].casefold() in SUFFIXES else ""
    readings = tuple(_readings(name, words, suffix))
    return NameParts(name, readings=readings) if len(readings) > 1 else _given_first(name, words, suffix)


def is_organization(name: str) -> bool:
    """Tell whether a name holds a word that only the names of organizations have, or a sign of one."""
    words = name.split()
    plain = [word.strip(".,;:()").casefold() for word in words]
    if any(word in OF_ORGANIZATIONS for word in plain) or plain[0] == "the":
        return True
    return any(map(is_joining, plain[1:-1])) or any(sign.isdecimal() for sign in name)


def _inverted(name: str) -> NameParts:
    parts = [part.strip() for part in name.split(",")]
    if not all(parts) or len(parts) > _FULL or any(map(is_joining, name.casefold().split())):
        return NameParts(name)
    if len(parts) == _FULL:
        middle_is_suffix = parts[1].casefold() in SUFFIXES or parts[2].casefold() not in SUFFIXES
        suffix, given = (parts[1], parts[2]) if middle_is_suffix else (parts[2], parts[1])
        return _with_particle(name, parts[0].split(), given, suffix)
    if parts[1].casefold() not in SUFFIXES:
        return _with_particle(name, parts[0].split(), parts[1])
    words = parts[0].split()
    return _given_first(name, words, parts[1]) if len(words) > 1 else NameParts(name)


def _given_first(name: str, words: list[str], suffix: str) -> NameParts:
    low = next((place for place, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
    if (low > 1 and words[low] in CONNECTING) or (low > 0 and words[low - 1] in CAPITAL_PARTICLES):
        family = " ".join(words[max(1, low - 1) :])
        return NameParts(name, family, " ".join(words[: max(1, low - 1)]), suffix=suffix)
    return _with_particle(name, words[low:], " ".join(words[:low]), suffix)


def _with_particle(name: str, words: list[str], given: str = "", suffix: str = "") -> NameParts:
    """Part the words of a family name into those in lower case that come first, and the others."""
    low = next((place for place, word in enumerate(words[:-1]) if not word[:1].islower()), len(words) - 1)
    return NameParts(name, " ".join(words[low:]), given, " ".join(words[:low]), suffix)


def _readings(name: str, words: list[str], suffix: str) -> list[NameParts]:
    """Give each way in which a name can be read; one where nothing speaks for another."""
    usual = _given_first(name, words, suffix)
    found = [usual]
    plain = [_plain(word) for word in words]
    if plain[0] in EAST_ASIAN and len(words) <= _MOST_EAST_ASIAN:
        found.append(NameParts(name, words[0], " ".join(words[1:]), suffix=suffix))
    if len(words) >= _FULL and words[-2][0].isupper() and {plain[-1], plain[-2]} & IBERIAN:
        found.append(NameParts(name, " ".join(words[-2:]), " ".join(words[:-2]), suffix=suffix))
    if plain[0] in WITHOUT_FAMILY_NAME or not WITHOUT_FAMILY_NAME.isdisjoint(words[1:-1]):
        found.append(NameParts(name))
    if any(_ACRONYM.fullmatch(word) and not _ROMAN.fullmatch(word) for word in words) and not name.isupper():
        found.append(NameParts(name))
    if not all(_WORD.fullmatch(word.rstrip(".")) for word in words):
        found.append(NameParts(name))
    return list(dict.fromkeys(found))


def _plain(word: str) -> str:
    """Give a word in lower case and without its accents."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _is_spaceless(name: str) -> bool:
    """Tell whether a name is in a script whose texts have no spaces, or whose names put the family first."""
    letters = [sign for sign in name if sign.isalpha()]
    return any(unicodedata.name(sign, "").startswith(_SPACELESS) for sign in letters)
