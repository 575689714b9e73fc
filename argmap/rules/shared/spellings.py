"""Spellings of one tag, and names that were meant by others."""

from collections.abc import Collection, Iterable
from typing import Final

from argmap.text.fold import fold
from argmap.text.nearest import KnownNames

_PLURAL_FROM: Final = 4


def fold_tag(tag: str) -> str:
    """Fold what may differ between spellings of one tag: case, accents, signs between words, a plural."""
    folded = fold(tag).replace(" ", "")
    return folded[:-1] if len(folded) > _PLURAL_FROM and folded.endswith("s") else folded


def unmentioned(names: Iterable[str | None], known: Collection[str]) -> list[str]:
    """Give the known names that are neither written anywhere nor meant by an unknown one.

    Of an unknown name another finding tells, with the names that may be meant.

    Args:
        names: what is written.
        known: the names there are.
    """
    written = {name for name in names if name}
    left = [name for name in known if name not in written]
    if not left:
        return []
    close = KnownNames(known)
    meant = {near for name in written.difference(known) for near in close.nearest(name)}
    return [name for name in left if name not in meant]
