"""Looking ahead in a text without looking twice."""


class Ahead:
    """Finds the next occurrence of a few fixed strings, in linear time for positions that seldom go back.

    Args:
        text: the text to look in.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[int, int]] = {}

    def find(self, needle: str, start: int) -> int:
        """Give the offset of the first occurrence at or after a position; the text's length if there is none.

        Args:
            needle: what to look for.
            start: where to begin.
        """
        begin, found = self._known.get(needle, (start, -1))
        if start < begin:
            earlier = self._text.find(needle, start, begin + len(needle) - 1)
            found = earlier if earlier >= 0 else found
        elif found < start:
            at = self._text.find(needle, start)
            found = at if at >= 0 else len(self._text)
        self._known[needle] = start, found
        return found

    def line_end(self, start: int) -> int:
        """Give the offset of the newline that ends the line of a position."""
        return self.find("\n", start)
