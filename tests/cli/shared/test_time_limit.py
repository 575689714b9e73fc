"""The end of what takes too long."""

import signal
import time
from typing import NoReturn

import pytest

from argmap.cli.shared import time_limit as module
from argmap.cli.shared.time_limit import TimeIsUpError, time_limit
from argmap.signals import ALARM, undisturbed


def _swallow_one() -> NoReturn:
    """Work endlessly; hear only of the second interruption."""
    try:
        _work()
    except TimeIsUpError:
        _work()


def _work() -> NoReturn:
    while True:
        pass


def test_what_is_done_in_time_is_left_alone() -> None:
    with time_limit(60) as left:
        assert 0 < left() <= 60


def test_an_interruption_that_was_swallowed_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a finaliser swallows it: without a second one an endless loop would not end."""
    monkeypatch.setattr(module, "_AGAIN", 0.01)
    with pytest.raises(TimeIsUpError), time_limit(0.01):
        _swallow_one()


def test_what_rings_too_late_disturbs_nobody() -> None:
    with pytest.raises(TimeIsUpError), time_limit(0.01):
        _work()
    signal.raise_signal(ALARM)


def test_another_handler_is_given_back() -> None:
    heard = []
    before = signal.signal(ALARM, lambda number, _: heard.append(number))
    try:
        with time_limit(60):
            pass
        signal.raise_signal(ALARM)
    finally:
        signal.signal(ALARM, before)
    assert heard == [ALARM]


@pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="no signals between threads")
def test_a_short_piece_of_work_is_not_cut_in_two() -> None:
    done = []

    def work() -> None:
        with undisturbed():
            until = time.monotonic() + 0.05
            while time.monotonic() < until:
                pass
            done.append("whole")

    with pytest.raises(TimeIsUpError), time_limit(0.01):
        work()
    assert done == ["whole"]
