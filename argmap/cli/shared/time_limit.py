"""An end to a command that takes too long, whatever it is busy with."""

import _thread
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType
from typing import Final, NoReturn

from argmap.signals import ALARM

_LEAST: Final = 0.001
_AGAIN: Final = 1.0


class TimeIsUpError(BaseException):
    """What was begun has taken longer than it may; no other handler of errors stops it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[Callable[[], float]]:
    """Stop what is done within after some time, and tell it how many seconds are left.

    Python's own work is stopped at once; what waits for another program has to ask how long it may.

    Args:
        seconds: how long it may take.

    Raises:
        TimeIsUpError: it took longer.
    """
    ends = monotonic() + seconds
    is_done = threading.Event()
    before = signal.signal(ALARM, _stop)
    try:
        threading.Thread(target=_interrupt, args=(is_done, seconds), daemon=True).start()
        yield lambda: max(_LEAST, ends - monotonic())
    finally:
        try:
            is_done.set()
        finally:
            # What rings a moment too late must not end the program, as the system would have it.
            signal.signal(ALARM, _ignore if before is signal.SIG_DFL else before)


def _interrupt(is_done: threading.Event, seconds: float) -> None:
    """Interrupt the main thread when its time is up, and again where a finaliser has swallowed that."""
    wait = min(seconds, threading.TIMEOUT_MAX)
    while not is_done.wait(wait):
        _ring()
        wait = _AGAIN


def _ring() -> None:
    """Send the signal to the main thread; one that is undisturbed gets it when its piece of work is done."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, ALARM)
    else:
        _thread.interrupt_main(ALARM)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    pass


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TimeIsUpError
