"""The parts of an author's name as bibliographies want them (Patashnik 1988, Natbib; CSL 1.0.2, names)."""

from dataclasses import dataclass
from typing import Final

_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_JOINING: Final = frozenset({"and", "of", "for", "the", "&", "und", "für", "et", "y", "и", "по"})
_FULL: Final = 3


@dataclass(frozen=True, slots=True)
class AuthorName:
    """A name in parts, or whole where it is an organization's or has but one.

    Args:
        whole: the name as it is printed.
        family: the family name; empty where the name has no parts.
        given: all given names.
        particle: what stands before the family name, such as ``van der``.
        suffix: what stands after it, such as ``Jr.``.
    """

    whole: str
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""


def part_name(name: str) -> AuthorName:
    """Part a name, printed with the given name first, or with commas behind the family name."""
    parts = [part.strip() for part in name.split(",")]
    if not all(parts) or len(parts) > _FULL or not _JOINING.isdisjoint(name.casefold().split()):
        return AuthorName(name)
    if len(parts) == _FULL:
        return _with_particle(name, parts[0].split(), given=parts[2], suffix=parts[1])
    if len(parts) > 1 and parts[1].casefold() not in _SUFFIXES:
        return _with_particle(name, parts[0].split(), given=parts[1])
    words, suffix = parts[0].split(), "".join(parts[1:])
    if not suffix and len(words) > _FULL - 1 and words[-1].casefold() in _SUFFIXES:
        suffix = words.pop()
    if len(words) == 1:
        return AuthorName(name)
    low = next((place for place, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
    return _with_particle(name, words[low:], " ".join(words[:low]), suffix)


def _with_particle(name: str, words: list[str], given: str = "", suffix: str = "") -> AuthorName:
    """Part the words of a family name into those in lower case that come first, and the others."""
    low = next((place for place, word in enumerate(words[:-1]) if not word[:1].islower()), len(words) - 1)
    return AuthorName(name, " ".join(words[low:]), given, " ".join(words[:low]), suffix)
