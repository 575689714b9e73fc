"""Words in which texts that say the same do not differ: numbers and negations."""

import re
from collections.abc import Collection
from typing import Final

_NUMBER: Final = re.compile(r"\d\w*")
_NEGATIONS: Final = frozenset(
    (
        *("no", "not", "never", "neither", "nor", "none", "without", "cannot"),
        *("не", "нет", "ни", "без", "никогда"),
        *("nicht", "kein", "keine", "keinen", "nie"),
    )
)


def decisive(words: Collection[str]) -> frozenset[str]:
    """Give the numbers and negations among the words of a text, which are in small letters."""
    return frozenset(_NEGATIONS.intersection(words)).union(_NUMBER.findall(" ".join(words)))
