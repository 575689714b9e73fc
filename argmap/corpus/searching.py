"""Statements of a store in which words occur."""

from collections.abc import Sequence
from typing import Final

from argmap.corpus.choosing import Chosen
from argmap.corpus.quoting import quoted_text

_FIELDS: Final = ("id", "title", "text", "quote")


def holding(chosen: Chosen, words: Sequence[str]) -> Chosen:
    """Take of some statements those whose id, title, text or quote holds every word, in any case.

    Accents and scripts count, unlike in a map in memory, and a word may be the middle of another.

    Args:
        chosen: the statements.
        words: the words.
    """
    texts = " || ' ' || ".join(f"COALESCE(s.{field}, '')" for field in _FIELDS)
    wanted = " AND ".join(
        f"contains(lower({texts}), {quoted_text(word.lower())})" for text in words for word in text.split()
    )
    taken = f"SELECT c.node FROM ({chosen.select}) c JOIN statements s ON c.node = s.node"
    select = f"{taken} WHERE {wanted or 'TRUE'}"
    return Chosen(chosen.engine, select)
