"""What Argdown text is made of."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Kind(Enum):
    """The kind of a token."""

    FRONT_MATTER = auto()
    DATA = auto()
    EMPTY_LINE = auto()
    NEWLINE = auto()
    HEADING = auto()
    RELATION = auto()
    NUMBER = auto()
    LIST_ITEM = auto()
    INFERENCE_START = auto()
    INFERENCE_END = auto()
    STATEMENT_DEFINITION = auto()
    STATEMENT_REFERENCE = auto()
    ARGUMENT_DEFINITION = auto()
    ARGUMENT_REFERENCE = auto()
    MENTION = auto()
    LINK = auto()
    TAG = auto()
    EMPHASIS_START = auto()
    EMPHASIS_END = auto()
    ESCAPE = auto()
    SIGN = auto()
    COMMA = auto()
    TEXT = auto()


CONTENT: Final = frozenset(
    {
        Kind.TEXT,
        Kind.COMMA,
        Kind.SIGN,
        Kind.ESCAPE,
        Kind.EMPHASIS_START,
        Kind.EMPHASIS_END,
        Kind.TAG,
        Kind.LINK,
        Kind.MENTION,
        Kind.NEWLINE,
    }
)
"""The tokens that the text of a statement, of an argument or of a heading consists of."""


@dataclass(slots=True)
class Token:
    """A piece of text.

    Args:
        kind: what it is.
        text: as it stands in the file; of definitions and references only the title, of links the words and
            the address with a newline between them.
        offset: where it begins in the text.
        indent: of relations and list items, how far they are indented; of front matter, the length of `===`.
        space: what of the blank after it belongs to it.
    """

    kind: Kind
    text: str
    offset: int
    indent: int = 0
    space: str = ""

    @property
    def tag(self) -> str:
        """The name of a tag, which is ``#name`` or ``#(a name)``."""
        return self.text[2:-1] if self.text.startswith("#(") else self.text[1:]
