"""What Ctrl-C, `kill` and a closed terminal do to argmap."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

STOPS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""The signals that ask a program to end."""

ALARM: Final[signal.Signals] = getattr(signal, "SIGALRM", None) or signal.Signals(signal.SIGBREAK)  # type: ignore[attr-defined]  # Windows
"""The signal that tells that time is up."""


class Stopped(BaseException):
    """Somebody asked the program to end.

    Args:
        number: the number of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def stop_by_exception() -> None:
    """Let signals that ask the program to end raise `Stopped`, so that it can tidy up.

    What the caller ignores, as `nohup` does, stays ignored.
    """
    for number in STOPS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def stop_at_once() -> None:
    """Let them end the program where it stands, when there is nothing left to tidy up."""
    for number in STOPS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let signals wait until a short piece of work is done."""
    if threading.current_thread() is not threading.main_thread():
        # Only the main thread is ever disturbed.
        yield
        return
    _work.depth += 1
    try:
        with _masked():
            yield
    finally:
        _work.depth -= 1
        if _work.held and not _work.depth:
            number, _work.held = _work.held, 0
            raise Stopped(number)


@contextmanager
def still_stopped() -> Iterator[None]:
    """Raise `Stopped` again where a library ends at a signal, but with an error of its own."""
    _work.stopped = 0
    try:
        yield
    except RuntimeError:
        if _work.stopped:
            raise Stopped(_work.stopped) from None
        raise


class _Work:
    """What must not be disturbed now, in how many layers, and the signals that came.

    Attributes:
        depth: the layers.
        held: the signal that came meanwhile.
        stopped: the signal for which `Stopped` was raised.
    """

    depth = 0
    held = 0
    stopped = 0


_work: Final = _Work()


@contextmanager
def _masked() -> Iterator[None]:
    """Let the system keep signals back, where it can, also from a program that has no handler for them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (*STOPS, ALARM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def deaf() -> Iterator[None]:
    """Let signals end the program at once during a long call of a library, in which no exception is raised.

    Ctrl-C is left to the library.
    """
    handled = [number for number in STOPS if number != signal.SIGINT and signal.getsignal(number) is _stop]
    if not handled or threading.current_thread() is not threading.main_thread():
        yield
        return
    for number in handled:
        signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number in handled:
            signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> None:
    # The mask is the main thread's; the system may hand the signal to another thread, and Python comes here.
    if _work.depth:
        _work.held = number
    else:
        _work.stopped = number
        raise Stopped(number)
