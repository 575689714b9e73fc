"""Spellings of one tag."""

from typing import Final

from argmap.text.fold import fold

_PLURAL_FROM: Final = 4


def fold_tag(tag: str) -> str:
    """Fold what may differ between spellings of one tag: case, accents, signs between words, a plural."""
    folded = fold(tag).replace(" ", "")
    return folded[:-1] if len(folded) > _PLURAL_FROM and folded.endswith("s") else folded
