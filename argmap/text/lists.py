"""Several names in a sentence."""

from collections.abc import Iterable


def and_list(names: Iterable[str]) -> str:
    """Join names as a sentence does: ``one, two and three``."""
    return _joined(names, "and")


def or_list(names: Iterable[str]) -> str:
    """Join names of which one is meant: ``one, two or three``."""
    return _joined(names, "or")


def first_few(names: Iterable[str], most: int) -> str:
    """Name the first of many things, and count the others: ``one, two and 12 more``."""
    known = list(names)
    named, rest = ", ".join(known[:most]), len(known) - most
    return f"{named} and {rest:,} more" if rest > 0 else named


def _joined(names: Iterable[str], word: str) -> str:
    *first, last = list(names) or [""]
    return f"{', '.join(first)} {word} {last}" if first else last
