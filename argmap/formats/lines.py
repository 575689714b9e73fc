"""Line and column of any place in a text, without counting the lines anew for each."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

_END: Final = re.compile("\n")


class Lines:
    """The lines of a text.

    Args:
        text: its lines end with newlines.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and column, from 1, of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _END.finditer(self._text))]
