"""The markup inside fields: italics, bold, raised and lowered signs, small capitals, quotes, apostrophes."""

import re
from typing import Final

from argmap.csl.content import Kept, Piece, Span

_ANYTHING: Final = re.compile("[<\"'\u2018\u2019\u201c\u201d]")
_TOKEN: Final = re.compile(
    r"</?(?:i|b|sup|sub|sc)>|<span\s+(?:style=\"font-variant:\s*small-caps;?\"|class=\"no(?:case|decor)\")[^>]*>|</span>"
    "|[\"'\u2018\u2019\u201c\u201d]"
)
_TAG_STYLES: Final = {
    "i": ("font-style", "italic"),
    "b": ("font-weight", "bold"),
    "sup": ("vertical-align", "sup"),
    "sub": ("vertical-align", "sub"),
    "sc": ("font-variant", "small-caps"),
}
_CLOSER: Final = {'"': '"', "'": "'", "\u2018": "\u2019", "\u201c": "\u201d"}
_OPENS_AFTER: Final = frozenset(" \u00a0\t\n([{-\u2013\u2014/\u201c\u2018\"'\u201e")


class _Open:
    """A tag or mark that waits for its end."""

    __slots__ = ("opening", "pieces")

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.pieces: list[Piece] = []


def parse_markup(text: str) -> list[Piece]:
    """Read the markup of a field.

    Args:
        text: the field; what is not valid markup stays as it is.
    """
    if not _ANYTHING.search(text):
        return [text] if text else []
    stack = [_Open("")]
    at = 0
    for match in _TOKEN.finditer(text):
        _add(stack[-1].pieces, text[at : match.start()])
        at = match.end()
        _token(match.group(), text[match.start() - 1 : match.start()], text[at : at + 1], stack)
    _add(stack[-1].pieces, text[at:])
    while len(stack) > 1:
        _give_up(stack)
    return stack[0].pieces


def _token(sign: str, before: str, after: str, stack: list[_Open]) -> None:
    if sign.startswith("</"):
        _close_tag(sign, stack)
    elif sign.startswith("<"):
        stack.append(_Open(sign))
    else:
        _quote(sign, before, after, stack)


def _close_tag(sign: str, stack: list[_Open]) -> None:
    name = sign[2:-1]
    for depth in range(len(stack) - 1, 0, -1):
        if re.split(r"[\s>]", stack[depth].opening[1:])[0] == name and stack[depth].opening[0] == "<":
            while len(stack) > depth + 1:
                _give_up(stack)
            done = stack.pop()
            stack[-1].pieces.append(_span(done.opening, done.pieces))
            return
    _add(stack[-1].pieces, sign)


def _span(opening: str, pieces: list[Piece]) -> Span:
    name = re.split(r"[\s>]", opening[1:])[0]
    if name != "span":
        # Small capitals and raised signs are written as they are meant.
        return Span(pieces, (_TAG_STYLES[name],), nocase=name in {"sup", "sub", "sc"}, flips=True)
    if "small-caps" in opening:
        return Span(pieces, (_TAG_STYLES["sc"],), nocase=True, flips=True)
    return Span(pieces, nocase="nocase" in opening)


def _quote(sign: str, before: str, after: str, stack: list[_Open]) -> None:
    opens_here = not before or before in _OPENS_AFTER or before == ">"
    within_word = bool(before) and before.isalnum() and after.isalnum()
    if sign in "'\u2019" and within_word:
        _add(stack[-1].pieces, "\u2019")
        return
    closes = next(
        (
            depth
            for depth in range(len(stack) - 1, 0, -1)
            if stack[depth].opening in _CLOSER and _CLOSER[stack[depth].opening] == sign
        ),
        0,
    )
    if closes and (not opens_here or sign in "\u2019\u201d" or not after or not after.isalnum()):
        if all(open_.opening in _CLOSER for open_ in stack[closes:]):
            while len(stack) > closes + 1:
                _give_up(stack)
            done = stack.pop()
            stack[-1].pieces.append(Span(done.pieces, quoted=True))
            return
        _add(stack[-1].pieces, "\u2019" if sign in "'\u2019" else sign)
    elif sign in "\u2018\u201c" or (sign in "\"'" and opens_here and after and not after.isspace()):
        stack.append(_Open(sign))
    else:
        _add(stack[-1].pieces, "\u2019" if sign == "'" else sign)


def _give_up(stack: list[_Open]) -> None:
    """Take an opening that nothing closes for text."""
    open_ = stack.pop()
    _add(stack[-1].pieces, "\u2019" if open_.opening == "'" else open_.opening)
    for piece in open_.pieces:
        if isinstance(piece, str):
            _add(stack[-1].pieces, piece)
        else:
            stack[-1].pieces.append(piece)


def _add(pieces: list[Piece], text: str) -> None:
    """Put text at the end, as one text with what is there."""
    if not text:
        return
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = type(pieces[-1])(pieces[-1] + text)
    elif pieces and isinstance(pieces[-1], Span) and pieces[-1].quoted:
        pieces.append(Kept(text))
    else:
        pieces.append(text)
