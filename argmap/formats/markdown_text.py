"""Text that means itself in Markdown (CommonMark, https://spec.commonmark.org/0.31.2/#backslash-escapes)."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~$&!])")
_LIST: Final = re.compile(r"^(?:(?=[-+])|(\d{1,9})(?=[.)]))")
_LIVE: Final = re.compile(r"([=%^@])|(:)(?=//)|(?<=\bwww)(\.)", re.IGNORECASE)


def escape(text: str) -> str:
    """Make a text mean itself, on one line."""
    return _LIST.sub(r"\1\\", _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def escape_all(text: str) -> str:
    """Make a text mean itself where more signs count than in CommonMark, and addresses become links.

    Its lines and paragraphs stay.
    """
    lines = (escape(line) for line in text.split("\n"))
    return "\n".join(_LIVE.sub(lambda match: f"\\{match[0]}", line) for line in lines)
