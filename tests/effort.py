"""How much work something is, counted in calls: the same on every machine, whatever else runs there."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def effort(work: Callable[[], object]) -> int:
    """Count the calls, of Python functions and of built-in ones, that some work makes."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401 — Python's protocol
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def grows_linearly(work: Callable[[int], Callable[[], object]], size: int = 1_000) -> bool:
    """Tell whether ten times as much takes about ten times the calls.

    Args:
        work: makes the work of a given size; the making is not counted.
        size: the smaller of the two sizes.
    """
    return effort(work(10 * size)) < 15 * effort(work(size))


def steps(work: Callable[[], object]) -> int:
    """Count the lines that some work runs, each round of a loop on one line as one more."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:  # noqa: ANN401 — Python's protocol
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
