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
    """A run of paragraphs or pages, counted from 1, both ends included.

    Args:
        unit: what is counted.
        first: the first one.
        last: the last one.
        onward: whether some of those that follow belong to it, too.
    """

    unit: Unit
    first: int
    last: int
    onward: bool = False


_WORDS: Final = {
    Unit.PARAGRAPH: r"para(?:graph)?s?\.?|pars?\.|¶+|abs\.|абз\.|абзац",
    Unit.PAGE: r"pages?|pp?\.?|s\.|seiten?|с\.|стр\.",  # noqa: RUF001 — Russian
}
_NUMBERS: Final = (
    r"(?P<first>\d{1,9})(?:\s*(?:(?P<to>[-\u2010-\u2015]|to\b|bis\b)|,|&|and\b|und\b|\u0438\b)\s*(?P<last>\d{1,9}))?"
    r"\s*(?P<onward>ff?)?\.?"
)
_PATTERNS: Final = {
    unit: re.compile(rf"(?:{words})\s*{_NUMBERS}", re.IGNORECASE) for unit, words in _WORDS.items()
}


def parse_locator(locator: str) -> Place | None:
    """Read a locator.

    Args:
        locator: what was written; the end of a range may be shortened (``pp. 133-5``), and two numbers stand
            for what lies between them, too.

    Returns:
        The place; None for anything but one run of numbered paragraphs or pages.
    """
    for unit, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(locator.strip()):
            first, last = int(match["first"]), int(_in_full(match["first"], match["last"] or match["first"]))
            if not match["to"]:
                first, last = min(first, last), max(first, last)
            return Place(unit, first, last, match["onward"] is not None)
    return None


_LABELS: Final = {
    "page": rf"(?:{_WORDS[Unit.PAGE]})",
    "paragraph": rf"(?:{_WORDS[Unit.PARAGRAPH]})",
    "chapter": r"(?:chapters?|ch(?:ap)?s?\.|kap\.|kapitel|гл\.|глава)",
    "section": r"(?:sections?|secs?\.|§+)",
    "line": r"(?:lines?|ll?\.|zeilen?)",
    "note": r"(?:notes?|nn?\.|fn\.)",
    "figure": r"(?:figures?|figs?\.)",
    "table": r"(?:tables?)",
    "volume": r"(?:volumes?|vols?\.)",
    "column": r"(?:columns?|cols?\.)",
    "part": r"(?:parts?|pts?\.)",
    "verse": r"(?:verses?|vv?\.)",
    "timestamp": r"(?=\d{1,3}:\d\d(?::\d\d)?\b)",
}
_COUNTED: Final = tuple(
    (label, re.compile(rf"{words}\s*(?P<number>(?:\d|[ivxlcdm]+\b).*)", re.IGNORECASE | re.DOTALL))
    for label, words in _LABELS.items()
)


def csl_label(locator: str) -> tuple[str, str]:
    """Say what a locator counts, by the words of CSL 1.0.2, and give the rest of it.

    Args:
        locator: what was written, such as ``paras. 3-5``.

    Returns:
        The label, and the locator without the word for it. An unknown one has no label and stays whole.
    """
    locator = locator.strip()
    for label, pattern in _COUNTED:
        if match := pattern.fullmatch(locator):
            return label, match["number"]
    return "", locator


def _in_full(first: str, last: str) -> str:
    """Complete the shortened end of a range: 133-5 ends at 135."""
    return first[: -len(last)] + last if len(last) < len(first) else last
