"""The order of entries."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Protocol

from argmap.csl.content import Piece, plain
from argmap.csl.context import Area, Context
from argmap.csl.date_element import sort_key as date_key
from argmap.csl.elements import NUMBERS, render_all
from argmap.csl.item import DATES, NAMES, Item
from argmap.csl.names_element import SORT_BREAK, NameParts, Names
from argmap.csl.style import SortKey

_MARKUP: Final = re.compile("<[^>]*>")
_IGNORED: Final = re.compile(f"[^\\w\\s{SORT_BREAK}]+|_")
_SPACES: Final = re.compile(r"\s+")
_SPACE: Final = "\x02"
"""Words come before longer words, but after the ends of names."""
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "ß": "ss"}
)
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_DIGITS: Final = re.compile(r"\d+")
_NUMBER_WIDTH: Final = 12


class MakesContext(Protocol):
    """Makes what is known while a style is carried out for a work."""

    def __call__(self, item: Item, area: Area) -> Context:
        """Make it."""
        ...


@lru_cache(maxsize=8192)
def collation_key(text: str) -> tuple[str, str]:
    """Give what texts are compared by.

    Words are compared one by one, letters come before accents and case, numbers count as numbers, signs do
    not count, and Latin comes before other scripts.

    Args:
        text: the text.
    """
    bare = _MARKUP.sub("", text)
    low = _SPACES.sub(_SPACE, _IGNORED.sub("", bare.casefold().translate(_LETTERS)).strip())
    if not low.isascii():
        low = "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))
        # Chinese signs come after all alphabets, Korean's among them.
        low = _HAN.sub(lambda sign: chr(0x100000 + ord(unicodedata.normalize("NFC", sign[0])[0])), low)
    return _DIGITS.sub(_padded, low), bare.swapcase()


def _padded(digits: re.Match[str]) -> str:
    return digits[0].rjust(_NUMBER_WIDTH, "0")


def in_order(items: Sequence[Item], keys: Sequence[SortKey], make_context: MakesContext) -> list[Item]:
    """Sort works as a style wants; those that lack what a key asks for come last.

    Args:
        items: the works.
        keys: the keys of the style, the weightiest first.
        make_context: makes what is known while the style is carried out for a work.
    """
    out = list(items)
    for key in reversed(keys):
        values = {id(item): _value(item, key, make_context) for item in out}
        have = [item for item in out if values[id(item)][0]]
        have.sort(key=lambda item, values=values: values[id(item)], reverse=key.descending)  # type: ignore[misc]
        out = have + [item for item in out if not values[id(item)][0]]
    return out


def _value(item: Item, key: SortKey, make_context: MakesContext) -> tuple[str, str]:
    variable = key.variable
    if variable in DATES:
        date = item.date(variable)
        return (date_key(date), "") if date else ("", "")
    context = make_context(item, key.area)
    context.sorting = True
    out: list[Piece] = []
    if variable in NAMES:
        _all_names(variable).render(context, out)
    elif variable in NUMBERS:
        padded = _DIGITS.sub(_padded, context.peek(variable))
        return padded.casefold(), ""
    elif variable:
        out.append(context.peek(variable))
    else:
        render_all(key.nodes, context, out)
    return collation_key(plain(out))


@lru_cache(maxsize=64)
def _all_names(variable: str) -> Names:
    return Names({"variable": variable}, NameParts({}, {}, {}, None, label_first=False), ())
