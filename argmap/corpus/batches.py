"""A few rows at a time, however many there are."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, TypeVar

ROWS_IN_BATCH: Final = 100_000
"""How many rows of a few numbers fit easily into memory."""

_One = TypeVar("_One")


def batches(rows: Iterable[_One], size: int) -> Iterator[list[_One]]:
    """Part rows into lists of at most a size, reading no further than the next one."""
    pending = iter(rows)
    while batch := list(islice(pending, size)):
        yield batch
