"""The name before the words of a locution: AIFdb writes ``name : words``."""

import re
from dataclasses import dataclass
from typing import Final

_PREFIX: Final = re.compile(r"\s*+([^:\n]{1,60}?)(?<![^\S\n])(?:([^\S\n]++):\s*+|:\s++)(?=\S)")


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the words of a locution.

    Args:
        name: the name, with single blanks.
        words: what follows.
        is_sure: whether a blank stands before the colon, which sentences do not have.
    """

    name: str
    words: str
    is_sure: bool


def prefix_of(text: str) -> Prefix | None:
    """Part a locution into name and words; None where no colon is near its beginning."""
    found = _PREFIX.match(text)
    return Prefix(" ".join(found[1].split()), text[found.end() :], bool(found[2])) if found else None


def folded(name: str) -> tuple[str, ...]:
    """Fold a name so that case and the order of its parts do not count."""
    return tuple(sorted(name.casefold().split()))


def words_after(text: str, name: str) -> str | None:
    """Give the words of a locution that begins with a name and a colon; None where it does not."""
    start = text.lstrip()
    rest = start[len(name) :].lstrip() if name and start.startswith(name) else ""
    if rest.startswith(":"):
        return rest[1:].lstrip()
    prefix = prefix_of(text)
    return prefix.words if prefix and folded(prefix.name) == folded(name) else None
