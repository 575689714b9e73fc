"""Places inside works, as people write them: ``para. 3``, ``pp. 12-14``."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Unit(StrEnum):
    """What a locator counts."""

    PARAGRAPH = "paragraph"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Place:
    """A run of paragraphs or pages, counted from 1, both ends included."""

    unit: Unit
    first: int
    last: int


_WORDS: Final = {
    Unit.PARAGRAPH: r"para(?:graph)?s?\.?|pars?\.|¶+|abs\.|абз\.|абзац",
    Unit.PAGE: r"pages?|pp?\.?|s\.|seiten?|с\.|стр\.",  # noqa: RUF001 — Russian
}
_PATTERNS: Final = {
    unit: re.compile(rf"(?:{words})\s*(\d{{1,9}})(?:\s*[-\u2010-\u2015]\s*(\d{{1,9}}))?", re.IGNORECASE)
    for unit, words in _WORDS.items()
}


def parse_locator(locator: str) -> Place | None:
    """Read a locator.

    Args:
        locator: what was written.

    Returns:
        The place; None for anything but one run of numbered paragraphs or pages.
    """
    for unit, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(locator.strip()):
            first = int(match[1])
            return Place(unit, first, int(match[2] or first))
    return None
