"""Looking ahead in a text without looking twice."""

from typing import Final

_NONE_LEFT: Final = -1


class Ahead:
    """Finds the next occurrence of a few fixed strings, in linear time for positions that only grow.

    Args:
        text: the text to look in.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, int] = {}

    def find(self, needle: str, start: int) -> int:
        """Give the offset of the first occurrence at or after a position; the text's length if there is none.

        Args:
            needle: what to look for.
            start: not before the position of the last search for the same needle.
        """
        known = self._found.get(needle)
        if known is None or (known != _NONE_LEFT and known < start):
            known = self._found[needle] = self._text.find(needle, start)
        return len(self._text) if known == _NONE_LEFT else known

    def line_end(self, start: int) -> int:
        """Give the offset of the newline that ends the line of a position."""
        return self.find("\n", start)
