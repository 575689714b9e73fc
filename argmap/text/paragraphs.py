"""Paragraphs of a text: parted by blank lines, each to be read as one line."""

import re
from itertools import groupby
from typing import Final

from argmap.text.line_ends import with_newlines

_LINE_ENDS: Final = re.compile("[\x0b\x0c\x85\u2028]")
_SPACE: Final = re.compile("[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")


def paragraphs(text: str) -> tuple[str, ...]:
    """Part a text at its blank lines.

    Args:
        text: any text.

    Returns:
        The paragraphs with something in them, each on one line: other line breaks, tabs and runs of blanks
        are single blanks. Spaces that do not break a line stay as they are.
    """
    return tuple(" ".join(lines) for lines in lines_of_paragraphs(text))


def lines_of_paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Part a text at its blank lines, and each paragraph into its lines, none of them empty."""
    if text.isprintable():  # no line ends in it
        line = " ".join(filter(None, text.split(" ")))
        return ((line,),) if line else ()
    lines = _LINE_ENDS.sub("\n", with_newlines(text)).replace("\u2029", "\n\n").split("\n")
    groups = groupby(map(fold, lines), bool)
    return tuple(tuple(group) for said, group in groups if said)


def fold(text: str) -> str:
    """Put a text on one line: line breaks, tabs and runs of blanks become single blanks."""
    return _SPACE.sub(" ", text).strip(" ")
