"""How work grows with its size, counted: the same on every machine, whatever else runs there."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Final

_SCANS: Final = frozenset(
    (
        *(
            "casefold",
            "count",
            "decode",
            "encode",
            "insert",
            "join",
            "lower",
            "partition",
            "remove",
            "replace",
        ),
        *("rpartition", "rsplit", "split", "splitlines", "translate", "upper"),
    )
)
"""What goes through the whole of a text or list; a search may stop at once."""

_LINEAR: Final = 2.8
"""Twice as much more takes twice the work more, if it is linear, and four times if it is quadratic."""


def cost(work: Callable[[], object]) -> int:
    """Count the calls that some work makes, each that goes through a text or list with its length."""
    count = 0

    def note(_frame: FrameType, event: str, function: Any) -> None:  # noqa: ANN401 — Python's protocol
        nonlocal count
        if event == "call":
            count += 1
        elif event == "c_call":
            owner = getattr(function, "__self__", None)
            length = len(owner) if isinstance(owner, str | bytes | list) else 0
            count += 1 + (length // 8 if function.__name__ in _SCANS else 0)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], Callable[[], object]], size: int) -> tuple[int, int, int]:
    """Give the cost at a size, at twice and at four times the size; making the work is not counted."""
    work(size)()  # what is done once only
    return cost(work(size)), cost(work(2 * size)), cost(work(4 * size))


def is_linear(costs: tuple[int, int, int]) -> bool:
    """Tell whether costs at a size, at twice and at four times the size grow as the size does."""
    one, two, four = costs
    return four - two <= _LINEAR * max(two - one, one // 8)
