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
    marks = _matched_marks(tokens)
    body = _without_last_tags(tokens)
    text = "".join(_shown(token, token.offset in marks) for token in body)
    tags = dict.fromkeys(token.text for token in tokens if token.kind is Kind.TAG)
    return Content(" ".join(text.split()), tuple(tags), bool(marks))


def _matched_marks(tokens: Sequence[Token]) -> set[int]:
    """Give the offsets of the marks of emphasis that belong to a pair."""
    open_marks: list[Token] = []
    matched: set[int] = set()
    for token in tokens:
        if token.kind is Kind.EMPHASIS_START:
            open_marks.append(token)
        elif token.kind is Kind.EMPHASIS_END:
            while open_marks:
                start = open_marks.pop()
                if start.text == token.text:
                    matched |= {start.offset, token.offset}
                    break
    return matched


def _without_last_tags(tokens: Sequence[Token]) -> Sequence[Token]:
    end = len(tokens)
    while end and (tokens[end - 1].kind in {Kind.TAG, Kind.NEWLINE} or not tokens[end - 1].text.strip()):
        end -= 1
    return tokens[:end]


def _shown(token: Token, is_mark: bool) -> str:  # noqa: FBT001 — a helper of one line
    if is_mark:
        return token.space
    if token.kind is Kind.TAG:
        name = token.text if token.text.isalnum() else f"({token.text})"
        return f"#{name}{token.space}"
    if token.kind is Kind.LINK:
        words, address = token.text.split("\n", 1)
        return f"{words} ({address}){token.space}"
    if token.kind is Kind.NEWLINE:
        return " "
    return token.text + token.space
