"""Changes of case: title case, sentence case, capitals."""

import re
from collections.abc import Callable
from typing import Final

from argmap.csl.content import Piece

_STOP_WORDS: Final = frozenset(
    (  # noqa: SIM905 — a page of words
        "about above across afore after against al along alongside amid amidst among amongst anenst "
        "apropos apud around as aside astride at athwart atop barring before behind below beneath beside "
        "besides between beyond but by circa despite down during et except for forenenst from given in "
        "inside into lest like modulo near next notwithstanding of off on onto out over per plus pro qua "
        "sans since than through thru throughout thruout till to toward towards under underneath until "
        "unto up upon versus vs. v. vs v via vis-à-vis with within without or yet so and nor a an the de "
        "d' d\u2019 von van c ca "
    ).split()
)
_WORD: Final = re.compile('[^\\s\\-\u2013\u2014/.,;?!:\\[\\]()\u201c\u201d"\u2018]+')
_AFTER: Final = frozenset("?!:")


class _Case:
    """What has been seen of a text while its words are changed."""

    __slots__ = ("after_mark", "first", "last_word")

    def __init__(self) -> None:
        self.first = True
        self.after_mark = False
        self.last_word: tuple[list[Piece], int, int, int] | None = None


def recase(pieces: list[Piece], case: str, *, english: bool) -> list[Piece]:
    """Change the case of pieces.

    Args:
        pieces: what to change; it stays as it is.
        case: a value of ``text-case``.
        english: whether the text is English; title case is for English alone.
    """
    if case == "title" and not english:
        return pieces
    state = _Case()
    change = _CHANGES.get(case)
    if change is None:
        return pieces
    out = _changed(pieces, state, change)
    if case == "title" and state.last_word:
        holder, index, start, end = state.last_word
        text = holder[index]
        if isinstance(text, str) and end - start > 1 and text[start:end].lower() in _STOP_WORDS:
            holder[index] = type(text)(text[:start] + _capitalised(text[start:end]) + text[end:])
    return out


_Change = Callable[[str, _Case, list[Piece], int], str]


def _changed(pieces: list[Piece], state: _Case, change: _Change) -> list[Piece]:
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(type(piece)(change(piece, state, out, len(out))))
        elif piece.nocase:
            out.append(piece)
            state.first = state.after_mark = False
            state.last_word = None
        else:
            out.append(piece.holding(_changed(piece.pieces, state, change)))
    return out


def _capitalised(word: str) -> str:
    if len(word) == 1 and "\u0370" <= word <= "\u03ff":
        return word
    return word[:1].upper() + word[1:]


def _title(text: str, state: _Case, holder: list[Piece], index: int) -> str:
    out: list[str] = []
    at = 0
    for match in _WORD.finditer(text):
        gap, word = text[at : match.start()], match.group()
        out.append(gap)
        if any(sign in _AFTER for sign in gap):
            state.after_mark = True
        low = word.lower()
        bare = low.lstrip("'\u2019")
        # What counts of don't is the part before the apostrophe, and nothing of o'clock.
        head = bare.partition("\u2019")[0].partition("'")[0]
        telling = len(head) > 1 and low not in _STOP_WORDS
        joined = text.startswith("-", match.end()) and not gap.endswith("-")
        if word == low and (state.first or state.after_mark or telling or joined):
            skip = len(low) - len(bare)
            word = word[:skip] + _capitalised(word[skip:])
        out.append(word)
        state.first = state.after_mark = False
        state.last_word = (holder, index, match.start(), match.end())
        at = match.end()
    gap = text[at:]
    if any(sign in _AFTER for sign in gap):
        state.after_mark = True
    out.append(gap)
    return "".join(out)


def _sentence(text: str, state: _Case, _holder: list[Piece], _index: int) -> str:
    if not text.strip():
        return text
    low = text.lower()
    if state.first:
        low = _first_letter(low)
        state.first = False
    return low


def _capitalise_first(text: str, state: _Case, _holder: list[Piece], _index: int) -> str:
    if not state.first or not text.strip():
        return text
    state.first = False
    match = re.search(r"\S+", text)
    word = match.group() if match else ""
    return _first_letter(text) if word == word.lower() else text


def _first_letter(text: str) -> str:
    for index, sign in enumerate(text):
        if sign.isalnum():
            return text[:index] + sign.upper() + text[index + 1 :]
    return text


def _capitalise_all(text: str, _state: _Case, _holder: list[Piece], _index: int) -> str:
    return re.sub(
        r"\S+", lambda word: _first_letter(word[0]) if word[0] == word[0].lower() else word[0], text
    )


_CHANGES: Final[dict[str, _Change]] = {
    "lowercase": lambda text, *_: text.lower(),
    "uppercase": lambda text, *_: text.upper(),
    "capitalize-first": _capitalise_first,
    "capitalize-all": _capitalise_all,
    "sentence": _sentence,
    "title": _title,
}
