"""The comments of a file, handed out in their order to the parts that they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from argmap.editing.comments import Comment

_BREAK: Final = r"(?:\r\n|\n|\r(?!\n))"
_BELOW_BLANK: Final = re.compile(rf"{_BREAK}[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*")
_LINE_END: Final = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, as it is written again.

    Args:
        text: what it says.
        is_apart: whether a blank line stands directly above it.
    """

    text: str
    is_apart: bool = False


class Remarks:
    """Hands out the comments of a text once each, in the order in which they stand.

    Args:
        text: the text.
        comments: its comments.
    """

    def __init__(self, text: str, comments: Sequence[Comment]) -> None:
        self._text = text
        self._comments = comments
        self._at = 0
        self._start = self._start_of_next()
        self._below_blank = {match.end() for match in _BELOW_BLANK.finditer(text)}

    def _start_of_next(self) -> int:
        """Give where the next comment begins; beyond the text where there is none."""
        return self._comments[self._at].start if self._at < len(self._comments) else len(self._text) + 1

    def is_apart(self, offset: int) -> bool:
        """Tell whether a character is the first on its line, directly below a blank line."""
        return offset in self._below_blank

    def wait_before(self, offset: int) -> bool:
        """Tell whether a comment that was not handed out yet stands before a character."""
        return self._start < offset

    def before(self, offset: int) -> list[Remark]:
        """Hand out all that stand before a character."""
        found: list[Remark] = []
        while self._start < offset:
            found.append(self._next())
        return found

    def on_line(self, offset: int, limit: int) -> list[Remark]:
        """Hand out the one behind a character on its line, where it stands before a limit."""
        if not offset <= self._start < limit:
            return []
        is_below = _LINE_END.search(self._text, offset, self._start)
        return [] if is_below else [self._next()]

    def indented_more(self, part: int, limit: int) -> list[Remark]:
        """Hand out those before a limit as long as they are indented more than the part at an offset."""
        found: list[Remark] = []
        while self._start < limit and self._column(self._start) > self._column(part):
            found.append(self._next())
        return found

    def _next(self) -> Remark:
        comment = self._comments[self._at]
        self._at += 1
        self._start = self._start_of_next()
        return Remark(comment.text, self.is_apart(comment.start))

    def _column(self, offset: int) -> int:
        return offset - 1 - max(self._text.rfind("\n", 0, offset), self._text.rfind("\r", 0, offset))
