"""Lines in which a debate is taken down: ``ada: …``, ``boris > close: …``, ``ada + close: …``."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Sign(StrEnum):
    """What a line says of something else."""

    CLAIM = ""
    REBUT = ">"
    UNDERMINE = ">?"
    UNDERCUT = ">|"
    REASON = "+"


_LINE: Final = re.compile(
    r"\s*(?P<who>[^:>+]*?)\s*(?:(?P<sign>>[?|]?|\+)\s*(?P<targets>[^:]*?)\s*)?[:\uff1a]\s*(?P<said>\S.*?)\s*"
)


@dataclass(frozen=True, slots=True)
class DebateLine:
    """One line.

    Args:
        who: the name of the speaker; empty where nobody is named.
        sign: what the statement is to its targets.
        targets: the names of what it attacks or supports.
        said: the words.
    """

    who: str
    sign: Sign
    targets: tuple[str, ...]
    said: str


def parse_line(line: str) -> DebateLine | None:
    """Read one line; None where it is written otherwise.

    Args:
        line: such as ``boris > close: Lorries must get in.``
    """
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    sign = Sign(match["sign"] or "")
    targets = tuple(name for part in (match["targets"] or "").split(",") if (name := part.strip()))
    if bool(targets) != (sign is not Sign.CLAIM):
        return None
    return DebateLine(match["who"], sign, targets, match["said"])
