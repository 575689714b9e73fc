"""The tokens of a text to the text itself, which is plain, and to its tags."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.formats.argdown.tokens import Kind, Token


@dataclass(frozen=True, slots=True)
class Content:
    """What a text says.

    Args:
        text: one line of plain text. Links keep their address in brackets, mentions their ``@[title]``; tags
            at the end are left out, within a sentence they stay as ``#tag``.
        tags: every tag, once.
        has_emphasis: whether anything was bold or italic.
    """

    text: str
    tags: tuple[str, ...]
    has_emphasis: bool


def read_content(tokens: Sequence[Token]) -> Content:
    """Put a text together.

    Args:
        tokens: of a statement, an argument's description or a heading.
    """
    text = "".join(map(_shown, _without_last_tags(tokens)))
    tags = dict.fromkeys(token.tag for token in tokens if token.kind is Kind.TAG)
    has_emphasis = any(token.kind is Kind.EMPHASIS_START for token in tokens)
    return Content(" ".join(text.split()), tuple(tags), has_emphasis)


def _without_last_tags(tokens: Sequence[Token]) -> Sequence[Token]:
    end = len(tokens)
    while end and (tokens[end - 1].kind in {Kind.TAG, Kind.NEWLINE} or not tokens[end - 1].text.strip()):
        end -= 1
    return tokens[:end]


def _shown(token: Token) -> str:
    if token.kind in {Kind.EMPHASIS_START, Kind.EMPHASIS_END}:
        return token.space
    if token.kind is Kind.LINK:
        words, address = token.text.split("\n", 1)
        return f"{words} ({address}){token.space}"
    return token.text + token.space
