"""The fuzz harness itself: every target runs, a fault is told with its input, a seed repeats its inputs."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, Location
from tests.fuzz import __main__ as harness
from tests.fuzz.oracle import TooSlowError, bounded_work, ends_well, places_are_inside
from tests.fuzz.targets import TARGETS
from tests.running import Outcome


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_runs(name: str) -> None:
    @settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def attempt(data: st.DataObject) -> None:
        TARGETS[name](data)

    attempt()


def test_a_fault_is_told_with_its_smallest_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(data: st.DataObject) -> None:
        assert data.draw(st.integers(0, 1000)) < 100

    monkeypatch.setattr(harness, "TARGETS", {"faulty": faulty})
    tried, failed = harness.run(["faulty"], 1, 60)
    assert tried["faulty"] > 1
    assert "Draw 1: 100\n" in f"{failed['faulty']}\n"


def test_a_seed_gives_the_same_inputs(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(harness, "TARGETS", {"numbers": lambda data: seen.append(data.draw(st.integers()))})
    monkeypatch.setattr(harness, "count", lambda: iter([0]))
    runs: list[list[int]] = []
    for number in (1, 1, 2):
        harness.run(["numbers"], number, 60)
        runs.append(list(seen))
        seen.clear()
    assert runs[0] == runs[1] != runs[2]


@pytest.mark.parametrize("said", ["\x1b[2J", "\x9b31m", "\u202e", "\0"])
def test_what_is_raw_is_noticed(said: str) -> None:
    with pytest.raises(AssertionError):
        ends_well(Outcome("", f"a{said}b", f"a{said}b", 2))


OUTSIDE = (
    Location("a", 3, 1),
    Location("a", 1, 9),
    Location("a", 0, 1),
    Location("a", 2, 3, 2, 5),
    Location("a", 1, 3, 1, 2),
)


@pytest.mark.parametrize("place", OUTSIDE, ids=str)
def test_places_outside_are_noticed(place: Location) -> None:
    with pytest.raises(AssertionError):
        places_are_inside([Diagnostic(place, "X", "m")], {"a": "ab c\ndd  d"})


def test_what_takes_too_long_is_stopped() -> None:
    def work() -> None:
        with bounded_work(0.05):
            while True:
                pass

    with pytest.raises(TooSlowError):
        work()
