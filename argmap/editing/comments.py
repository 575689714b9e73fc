"""The comments of a YAML text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.editing.nodes import BLOCK_STYLES, Node, document_node

_COMMENT: Final = re.compile(r"(?:(?<=[\s\ufeff])|\A)#[^\r\n]*")
_LINE_END: Final = re.compile(r"[\r\n]|\Z")


@dataclass(frozen=True, order=True, slots=True)
class Comment:
    """A comment, from its number sign to the end of its line.

    Args:
        start: the offset of the number sign.
        text: what it says, without blanks at its end.
    """

    start: int
    text: str


def find_comments(text: str) -> list[Comment]:
    """Find every comment, in the order in which they stand.

    Args:
        text: a text that is YAML; a number sign inside one of its values starts no comment (YAML 1.2.2, 6.6).
    """
    return comments_beside(text, document_node(text)) if "#" in text else []


def comments_beside(text: str, root: Node | None) -> list[Comment]:
    """Find every comment of a text of which the values are known.

    Args:
        text: the text.
        root: its values; None where it holds nothing but comments.
    """
    if "#" not in text:
        return []
    matches = (match for span in _between_values(text, root) for match in _COMMENT.finditer(text, *span))
    return [Comment(match.start(), match.group().rstrip()) for match in matches]


def _between_values(text: str, root: Node | None) -> Iterator[tuple[int, int]]:
    """Give the spans outside values; the line on which a block text is announced can end in a comment."""
    at = 0
    for node in root.texts() if root else ():
        yield at, node.start
        at = node.end
        if node.style in BLOCK_STYLES:
            first = _LINE_END.search(text, node.start)
            yield node.start, first.start() if first else node.end
    yield at, len(text)
