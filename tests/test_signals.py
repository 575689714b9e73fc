"""Signals end argmap by an exception, wait while it writes, and do not wait for a library."""

import os
import signal
import sys
import threading
from collections.abc import Iterator

import pytest

from argmap.signals import STOPS, Stopped, deaf, still_stopped, stop_at_once, stop_by_exception, undisturbed

if sys.platform == "win32":
    pytest.skip("Windows has other signals", allow_module_level=True)


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in STOPS}
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)
    stop_by_exception()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_is_an_exception_that_nobody_catches_by_chance(number: int) -> None:
    with pytest.raises(Stopped) as caught:
        os.kill(os.getpid(), number)
    assert caught.value.number == number
    assert not isinstance(caught.value, Exception | KeyboardInterrupt)


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_signal_waits_until_the_work_is_done(elsewhere: bool) -> None:  # noqa: FBT001
    """Whichever thread gets it from the system."""
    done = []
    ending = threading.Event()
    other = threading.Thread(target=ending.wait)
    if elsewhere:
        other.start()

    def work() -> None:
        with undisturbed(), undisturbed():
            os.kill(os.getpid(), signal.SIGTERM)
            done.append(True)

    with pytest.raises(Stopped) as caught:
        work()
    ending.set()
    assert caught.value.number == signal.SIGTERM
    assert done


@pytest.mark.parametrize("number", STOPS)
def test_a_library_that_ends_with_an_error_of_its_own_does_not_hide_the_signal(number: int) -> None:
    def library() -> None:
        try:
            os.kill(os.getpid(), number)
        except Stopped:
            raise RuntimeError("interrupted") from None

    with pytest.raises(Stopped) as caught, still_stopped():
        library()
    assert caught.value.number == number
    with pytest.raises(RuntimeError), still_stopped():
        raise RuntimeError("something else")


def test_a_library_that_computes_for_long_can_be_ended() -> None:
    handler = signal.getsignal(signal.SIGTERM)
    with deaf():
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert signal.getsignal(signal.SIGTERM) is handler


def test_a_handler_of_somebody_else_is_left_alone() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with deaf():
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    stop_at_once()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
