"""Kialo's export of a discussion as text; see https://support.kialo-edu.com/ .

A line ``1.2.3. Con: text`` is a claim against 1.2; ``Pro:`` is for it; without either it is a thesis. Text
goes on in the lines below. ``-> See 1.4.`` in the place of a text is a link: the claim found there bears on
this one too, whether it stands above or below. Backslashes take signs literally, links are written as in
Markdown, and ``[1]`` refers to the list of sources at the end. Kialo's own text names no authors.
"""

import re
from typing import Final

from argmap.formats.kialo.reading import read
from argmap.formats.kialo.writing import write

__all__ = ["guess", "read", "write"]

_TITLE: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?Discussion (?:Title|Name):")
_CLAIM: Final = re.compile(rb"^\d+(?:\.\d+)+\. (?:Pro|Con):", re.MULTILINE)


def guess(file: str, head: bytes) -> bool:
    """Tell whether a file begins with a discussion's title, or has numbered lines with Pro or Con."""
    del file
    return bool(_TITLE.match(head) or _CLAIM.search(head))
