"""Compact adjacency: one flat list of neighbours and where each row starts in it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from operator import le


class Csr:
    """The neighbours of every vertex in two flat lists (compressed sparse rows).

    ``items[starts[v]:starts[v + 1]]`` are the neighbours of ``v``; inner loops read the two lists
    directly, everybody else indexes the object.
    """

    __slots__ = ("items", "starts")

    def __init__(self, size: int, keys: Sequence[int], values: Sequence[int]) -> None:
        """Group ``values`` by ``keys`` (same length, keys in ``range(size)``), keeping their order."""
        counts = [0] * (size + 1)
        for key in keys:
            counts[key + 1] += 1
        self.starts = list(accumulate(counts))
        self.items = _grouped(self.starts, keys, values)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def __getitem__(self, vertex: int) -> list[int]:
        """Return the neighbours of ``vertex``, in the order in which they were given."""
        return self.items[self.starts[vertex] : self.starts[vertex + 1]]

    def __iter__(self) -> Iterator[list[int]]:
        """Yield each row in turn."""
        items, starts = self.items, self.starts
        return (items[start:end] for start, end in zip(starts, islice(starts, 1, None), strict=False))


def _grouped(starts: list[int], keys: Sequence[int], values: Sequence[int]) -> list[int]:
    # Files mostly list attacks by their source, and then nothing has to move.
    if all(map(le, keys, islice(keys, 1, None))):
        return list(values)
    free = starts[:-1]
    items = [0] * len(values)
    for key, value in zip(keys, values, strict=True):
        place = free[key]
        items[place] = value
        free[key] = place + 1
    return items
