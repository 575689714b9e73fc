"""Places inside works, as people write them: ``para. 3``, ``pp. 12-14``."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
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
    "sub-verbo": r"s\.\s?vv?\.|sub verb[io]s?",
    Unit.PARAGRAPH: r"para(?:graph)?s?\.?|pars?\.|¶+|abs\.|абз\.|абзац",
    Unit.PAGE: r"pages?|pp?\.?|s\.|seiten?|с\.|стр\.",  # noqa: RUF001 — Russian
    "act": r"acts?",
    "appendix": r"app(?:endix|endices)?\.?",
    "article": r"arts?\.|articles?|artikel|ст\.",
    "book": r"bks?\.|books?|buch|кн\.",
    "canon": r"canons?|cann?\.",
    "chapter": r"ch(?:ap)?s?\.|chapters?|kap(?:\.|itel)|гл(?:\.|ава)",
    "column": r"cols?\.|columns?|sp\.",
    "equation": r"eqs?\.|equations?",
    "figure": r"figs?\.|figures?|abb\.|рис\.",
    "folio": r"fols?\.|ff?o\.|folios?",
    "issue": r"no\.|nos\.|issues?|nr\.|№",
    "line": r"ll?\.|lines?|zeilen?",
    "note": r"nn?\.|notes?|fn\.|footnotes?|anm\.|прим\.",
    "opus": r"op\.|opus|opera",
    "part": r"pts?\.|parts?|teil|ч\.",
    "rule": r"rules?",
    "scene": r"scenes?|sc\.",
    "section": r"§+|sect?s?\.|sections?|abschnitt",
    "supplement": r"supp(?:l|s)?\.|supplements?",
    "table": r"tab(?:le|\.)s?|табл\.",
    "title": r"tit(?:le|\.)s?",
    "verse": r"vv?\.|verses?",
    "volume": r"vols?\.|volumes?|bd\.|band|т\.",
}
"""How people write what a locator counts, by the Citation Style Language's name of it."""
_KEEP_THEIR_LABEL: Final = frozenset({"page", "paragraph", "sub-verbo"})
"""What styles label even where no number follows."""
_ONLY_NUMBERS: Final = re.compile(
    r"(?:\d+[a-z]{0,2}\.?|[ivxlcdm]+|[a-z])(?:(?:\s*[-\u2013,;&]\s*|\s+(?:and|to|und|bis|et|\u0438)\s+)(?:\d+[a-z]{0,2}\.?|[ivxlcdm]+|[a-z]))*",
    re.IGNORECASE,
)
_TIME: Final = r"\d{1,3}:\d\d(?::\d\d)?(?:\s*[-\u2013]\s*\d{1,3}:\d\d(?::\d\d)?)?"
_NUMBERS: Final = (
    r"(?P<first>\d{1,9})(?:\s*(?:(?P<to>[-\u2010-\u2015]|to\b|bis\b)|,|&|and\b|und\b|\u0438\b)\s*(?P<last>\d{1,9}))?"
    r"\s*(?P<onward>ff?)?\.?"
)
_PATTERNS: Final = {unit: re.compile(rf"(?:{_WORDS[unit]})\s*{_NUMBERS}", re.IGNORECASE) for unit in Unit}


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


@cache
def _labelled() -> re.Pattern[str]:
    """Make the pattern of any locator, which only some need."""
    named = "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _WORDS.items())
    gap = r"(?:\s+|(?<=[.§¶№])\s*)"
    return re.compile(rf"(?:{named}){gap}(?P<rest>\S.*)|(?P<timestamp>{_TIME})", re.IGNORECASE | re.DOTALL)


def split_locator(locator: str) -> tuple[str, str]:
    """Part a locator into what it counts and where that is.

    Args:
        locator: what was written: ``ch. 3``, ``pp. 3-5``, ``12:30``.

    Returns:
        The Citation Style Language's name of what is counted, and the rest as it was written; no name and the
        whole when it begins with no known word, or names several things, as ``ch. 3, p. 12``.
    """
    text = locator.strip()
    match = _labelled().fullmatch(text)
    if match is None or match.lastgroup is None:
        return "", text
    name = next(name for name, value in match.groupdict().items() if value and name != "rest")
    name, rest = name.replace("_", "-"), match["rest"] or text
    if name in _KEEP_THEIR_LABEL or not match["rest"] or _ONLY_NUMBERS.fullmatch(rest):
        return name, rest
    return "", text


def _in_full(first: str, last: str) -> str:
    """Complete the shortened end of a range: 133-5 ends at 135."""
    return first[: -len(last)] + last if len(last) < len(first) else last
