"""Words of a text."""

import re
from typing import Final

_WORD: Final = re.compile(r"\w+(?:[\u2019'-]\w+)*|[^\w\s]")


def words_of(text: str) -> list[str]:
    """Give the words of a text, and its marks, in their order."""
    return _WORD.findall(text)
