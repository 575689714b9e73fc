"""What an import or export could not carry over, for people."""

from collections.abc import Iterable, Iterator
from typing import Final

from argmap.formats.base import Loss
from argmap.text.lists import first_few

HEADING: Final = "Not carried over:"
"""Stands before what could not be."""

_EXAMPLES: Final = 3


def summarise_losses(losses: Iterable[Loss], *, every: bool = False) -> Iterator[str]:
    """Sum up losses, one line for each kind of thing: how many, which, and why.

    Args:
        losses: in the order of the file.
        every: whether to name each of them, not just the first few.
    """
    kinds: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        kinds.setdefault((loss.what, loss.why), []).append(loss.where)
    for (what, why), places in kinds.items():
        named = first_few(places, len(places) if every else _EXAMPLES)
        yield f"  {len(places):,} × {what}: {why} ({named})"  # noqa: RUF001 — a count
