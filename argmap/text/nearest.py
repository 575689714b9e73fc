"""The names that somebody may have meant."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from argmap.text.lists import or_list

_SIMILARITY: Final = 0.6
_BEHIND: Final = 0.2
"""A name so much less alike than the best one was hardly meant."""
_LENGTHS: Final = 4
_LONGEST: Final = 200
"""No name is longer, and comparing costs the square of the length."""
_COMPARED: Final = 30
"""So many names are compared with a word where many words are looked for."""
_LOOKED_THROUGH: Final = 5_000
"""So many names that share two letters with a word are looked through there."""
_FEW_PAIRS: Final = 50
"""For so many pairs of letters going through all names costs less than an index of them."""


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Give the known names that look most like a word, best first.

    Args:
        word: what was typed.
        known: the names that exist.
        most: how many to give at most.

    Returns:
        Up to ``most`` names, all of them nearly as close as the best; none where nothing is close.
    """
    from difflib import SequenceMatcher, get_close_matches

    folded: dict[str, str] = {}
    word = word[:_LONGEST]
    for name in known:
        if abs(len(name) - len(word)) <= max(_LENGTHS, len(word) // 2):
            folded.setdefault(name.casefold(), name)
    letters = set(word.casefold())
    likely = [key for key in folded if 2 * len(letters & set(key)) >= len(letters)]
    close = get_close_matches(word.casefold(), likely, most, _SIMILARITY)
    alike = [SequenceMatcher(None, key, word.casefold()).ratio() for key in close]
    return [folded[key] for key, ratio in zip(close, alike, strict=True) if ratio > alike[0] - _BEHIND]


class KnownNames:
    """Names among which many words are looked for: what one takes does not grow with the number of names.

    Args:
        known: the names that exist.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._names = list(known)
        self._found: dict[str, list[str]] = {}
        self._asked: dict[str, list[str]] = {}

    def nearest(self, word: str) -> list[str]:
        """Give the names that look most like a word, best first; see `nearest`."""
        if word not in self._found:
            is_small = len(self._names) <= _COMPARED
            self._found[word] = nearest(word, self._names if is_small else self._likely(word))
        return self._found[word]

    def _likely(self, word: str) -> list[str]:
        """Give the names that share most pairs of letters with a word; the rarest pairs come first."""
        shared: Counter[str] = Counter()
        left = _LOOKED_THROUGH
        for names in sorted(map(self._with_pair, _pairs(word)), key=len):
            shared.update(names[:left])
            left -= min(len(names), left)
        return [name for name, _ in shared.most_common(_COMPARED)]

    def _with_pair(self, pair: str) -> list[str]:
        """Give the names that have a pair of letters; an index is only made where many are asked for."""
        if pair not in self._asked:
            if len(self._asked) >= _FEW_PAIRS:
                return self._by_pair.get(pair, [])
            named = zip(self._names, self._letters, strict=True)
            self._asked[pair] = [name for name, letters in named if pair in letters]
        return self._asked[pair]

    @cached_property
    def _letters(self) -> list[str]:
        return [_letters(name) for name in self._names]

    @cached_property
    def _by_pair(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in self._names:
            for pair in _pairs(name):
                found[pair].append(name)
        return found


def quoted(names: Sequence[str], lead: str) -> str:
    """Put names into a question: ``did you mean `a` or `b`?``; nothing for no names."""
    if not names:
        return ""
    return f"{lead} {or_list(f'`{name}`' for name in names)}?"


def _pairs(name: str) -> list[str]:
    """Give the pairs of letters in a name, each once, with its beginning and its end."""
    return list(dict.fromkeys(first + second for first, second in pairwise(_letters(name))))


def _letters(name: str) -> str:
    return f"\0{name[:_LONGEST].casefold()}\0"
