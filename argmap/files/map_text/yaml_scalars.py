"""Text to YAML, in the plainest form that reads back as the same text."""

import re
from typing import Final

from argmap.files.yaml.decoding import FORBIDDEN

WIDTH: Final = 100
"""Columns of a line in the files of a map."""

_PLAIN_START: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<]")
_NOT_PLAIN: Final = re.compile(r":(?=\s|$)|\s#|[\n\r\t]|\s$")
_LINE_BREAK_OR_TAB: Final = re.compile(r"[\n\r\t]")
_FLOW_SIGNS: Final = re.compile(r"[,\[\]{}:?]")
_BREAK: Final = re.compile(r"(?<=\S) (?=\S)")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE: Final = re.compile(r'[\\"\n\r\t]|' + FORBIDDEN.pattern)


def inline(text: str, *, flow: bool = False) -> str:
    """Write a text on the line of its key: plain where that is safe, else in quotes.

    Args:
        text: any text, the empty one included.
        flow: whether it stands inside brackets, where more signs have a meaning.
    """
    safe = _PLAIN_START.match(text) and not _NOT_PLAIN.search(text) and not FORBIDDEN.search(text)
    if safe and not (flow and _FLOW_SIGNS.search(text)):
        return text
    if '"' in text and "'" not in text and not _TO_ESCAPE.search(text.replace('"', "")):
        return f"'{text}'"
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """Write a text between double quotes."""
    return '"' + _TO_ESCAPE.sub(_escaped, text) + '"'


def single_quoted(text: str) -> str | None:
    """Write a text between single quotes; None where those cannot hold it on one line."""
    if FORBIDDEN.search(text) or _LINE_BREAK_OR_TAB.search(text):
        return None
    return "'" + text.replace("'", "''") + "'"


def value(text: str, indent: int, taken: int) -> str:
    """Write a text as the value of a key: on its line where it fits, else as a block below.

    Args:
        text: any text.
        indent: the columns before the lines of a block.
        taken: the columns of the first line that the key and what stands before it fill, blank included.

    Returns:
        What follows the blank after the key; of several lines where the text needs them.
    """
    if FORBIDDEN.search(text) or "\r" in text or text != text.strip():
        return inline(text)
    if "\n" in text:
        return "|-\n" + "\n".join(" " * indent + line if line else "" for line in text.split("\n"))
    line = inline(text)
    if taken + len(line) <= WIDTH or not _BREAK.search(text):
        return line
    return ">-\n" + "\n".join(" " * indent + part for part in folded_lines(text, WIDTH - indent))


def flow_list(items: list[str]) -> str:
    """Write a list of texts in brackets."""
    return "[" + ", ".join(inline(item, flow=True) for item in items) + "]"


def folded_lines(text: str, width: int) -> list[str]:
    """Break a text at single blanks into lines of at most a width, where words allow."""
    lines: list[str] = []
    words: list[str] = []
    room = width
    for word in _BREAK.split(text):
        if words and len(word) + 1 > room:
            lines.append(" ".join(words))
            words, room = [], width
        room -= len(word) + bool(words)
        words.append(word)
    return [*lines, " ".join(words)]


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    return _ESCAPES.get(sign) or (f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}")  # noqa: PLR2004
