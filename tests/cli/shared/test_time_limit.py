"""The end of what takes too long."""

import signal
from typing import NoReturn

import pytest

from argmap.cli.shared import time_limit as module
from argmap.cli.shared.time_limit import TimeIsUpError, time_limit


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


def test_the_signal_is_given_back() -> None:
    number = module._SIGNAL
    before = signal.getsignal(number)
    with pytest.raises(TimeIsUpError), time_limit(0.01):
        _work()
    assert signal.getsignal(number) is before
