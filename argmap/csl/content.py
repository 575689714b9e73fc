"""Output while it is made: a tree of texts and spans, flattened into runs with clean punctuation at the end.

Every ``str`` in the tree is a text of its own: the content of a field, an affix or a delimiter. Punctuation
is only mended where two of them meet, never inside one.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from argmap.csl.formatted import Formatted, Run


class Span:
    """Pieces with a look.

    Args:
        pieces: what it holds.
        styles: CSL formatting attributes with their values.
        quoted: whether quotation marks stand around it.
        nocase: whether changes of case leave it alone.
        flips: whether its looks are undone inside the same looks, as those in a field are.
        link: the address that it links to.
    """

    __slots__ = ("flips", "link", "nocase", "pieces", "quoted", "styles")

    def __init__(
        self,
        pieces: "list[Piece]",
        styles: Sequence[tuple[str, str]] = (),
        *,
        quoted: bool = False,
        nocase: bool = False,
        flips: bool = False,
        link: str = "",
    ) -> None:
        self.pieces = pieces
        self.styles = styles
        self.quoted = quoted
        self.nocase = nocase
        self.flips = flips
        self.link = link

    def holding(self, pieces: "list[Piece]") -> "Span":
        """Give a span of the same kind around other pieces."""
        return Span(
            pieces,
            self.styles,
            quoted=self.quoted,
            nocase=self.nocase,
            flips=self.flips,
            link=self.link,
        )


class Kept(str):
    """What follows a quotation in the same field: its punctuation stays where it was written."""

    __slots__ = ()


Piece = str | Span


class Quotes(NamedTuple):
    """The quotation marks of a locale, and whether full stops and commas go inside."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    punctuation_inside: bool


_STYLE_LOOKS: Final = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "oblique",
    ("font-weight", "bold"): "bold",
    ("font-weight", "light"): "light",
    ("font-variant", "small-caps"): "small-caps",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
}
_FLIPPING: Final = frozenset({"font-style", "font-weight", "font-variant"})
_MERGED: Final = {
    **dict.fromkeys(("!.", "!:"), "!"),
    **dict.fromkeys(("?.", "?:"), "?"),
    **dict.fromkeys((":.",), ":"),
    **dict.fromkeys((";.", ";:"), ";"),
    **dict.fromkeys((":!", ";!"), "!"),
    **dict.fromkeys((":?", ";?"), "?"),
}
_MARKS: Final = frozenset("!?.:,;")
_MOVES_IN: Final = frozenset(".,!?")
_OPENING: Final = 1
_CLOSING: Final = 2
_MOVES_OUT: Final = frozenset(",;:")

_State = tuple[tuple[str, str, str], ...]
"""The looks in force: property, value, look."""


class _Token:
    """A text on its way into a run."""

    __slots__ = ("kept", "link", "looks", "quote", "text")

    def __init__(self, text: str, looks: tuple[str, ...], link: str, quote: int = 0) -> None:
        self.text = text
        self.kept = isinstance(text, Kept)
        self.looks = looks
        self.link = link
        self.quote = quote


def plain(pieces: Iterable[Piece]) -> str:
    """Give the bare text of pieces, without quotes or mended punctuation."""
    return "".join(piece if isinstance(piece, str) else plain(piece.pieces) for piece in pieces)


def joined(parts: Sequence[list[Piece]], delimiter: str) -> list[Piece]:
    """Join pieces with a delimiter between."""
    out: list[Piece] = []
    for part in parts:
        if out and delimiter:
            out.append(delimiter)
        out.extend(part)
    return out


def flatten(pieces: Iterable[Piece], quotes: Quotes) -> Formatted:
    """Make runs of pieces.

    Quotation marks alternate with their depth, a look inside the same look is undone, and punctuation that
    meets is merged or moved inside the quotation marks.

    Args:
        pieces: the output of a style.
        quotes: the quotation marks of the locale.
    """
    tokens: list[_Token] = []
    _walk(pieces, (), "", 0, quotes, tokens)
    return Formatted(_runs(_mended(tokens, inside=quotes.punctuation_inside)))


def _walk(
    pieces: Iterable[Piece], state: _State, link: str, depth: int, quotes: Quotes, out: list[_Token]
) -> None:
    looks = tuple(look for _, _, look in state if look)
    for piece in pieces:
        if isinstance(piece, str):
            if piece:
                out.append(_Token(piece, looks, link))
            continue
        inner = state
        for name, value in piece.styles:
            inner = _with_style(inner, name, value, flips=piece.flips)
        if not piece.quoted:
            _walk(piece.pieces, inner, piece.link or link, depth, quotes, out)
            continue
        opening, closing = (
            (quotes.inner_opening, quotes.inner_closing) if depth % 2 else (quotes.opening, quotes.closing)
        )
        looks_inside = tuple(look for _, _, look in inner if look)
        out.append(_Token(opening, looks_inside, link, quote=_OPENING))
        _walk(piece.pieces, inner, piece.link or link, depth + 1, quotes, out)
        out.append(_Token(closing, looks_inside, link, quote=_CLOSING))


def _with_style(state: _State, name: str, value: str, *, flips: bool) -> _State:
    """Put a look on top of others; a look of a field in the same look is none, as a title in a title."""
    now = next((have for prop, have, _ in reversed(state) if prop == name), "")
    look = _STYLE_LOOKS.get((name, value), "")
    if now == value and look:
        if not flips or name not in _FLIPPING:
            return state
        return (*state, (name, "normal", f"{name}:normal"))
    if look:
        return (*state, (name, value, look))
    if now in {"", "normal", "baseline", "none"}:
        return state
    return (*state, (name, value, f"{name}:normal" if name in _FLIPPING else ""))


def _mended(tokens: list[_Token], *, inside: bool) -> list[_Token]:
    """Merge the punctuation where texts meet."""
    out: list[_Token] = []
    for token in tokens:
        if not token.quote and not token.kept:
            _fit(out, token, inside=inside)
        elif token.quote == _CLOSING and out and not inside and not out[-1].quote:
            text = out[-1].text
            if text[-1:] in _MOVES_OUT and len(text) > 1:
                out[-1].text = text[:-1]
                out.extend((token, _Token(text[-1], token.looks, token.link)))
                continue
        if token.text:
            out.append(token)
    return out


def _fit(out: list[_Token], token: _Token, *, inside: bool) -> None:
    """Merge the beginning of a text with what stands before it."""
    while token.text and (before := _before(out)) is not None:
        last, first = before.text[-1], token.text[0]
        crossed = out[-1].quote == _CLOSING
        if last == first and (first in _MARKS or first == " "):
            token.text = token.text[1:]
        elif last in _MARKS and first in _MARKS and (merged := _MERGED.get(last + first)):
            if crossed and not inside and merged != last:
                return
            before.text = before.text[:-1] + merged
            token.text = token.text[1:]
        elif crossed and inside and first in _MOVES_IN:
            before.text += first
            token.text = token.text[1:]
        else:
            return


def _before(out: list[_Token]) -> _Token | None:
    """Give the text before a place, across closing quotation marks."""
    for token in reversed(out):
        if token.quote == _OPENING:
            return None
        if not token.quote:
            return token
    return None


def _runs(tokens: list[_Token]) -> tuple[Run, ...]:
    """Join neighbours of one look."""
    runs: list[Run] = []
    texts: list[str] = []
    looks: tuple[str, ...] = ()
    link = ""
    for token in tokens:
        if texts and (token.looks != looks or token.link != link):
            runs.append(Run("".join(texts), looks, link))
            texts = []
        looks, link = token.looks, token.link
        texts.append(token.text)
    if texts:
        runs.append(Run("".join(texts), looks, link))
    return tuple(runs)
