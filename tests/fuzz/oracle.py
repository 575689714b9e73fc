"""What must hold whatever comes in: no traceback, right places, nothing raw on a terminal, bounded work."""

import re
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from tests.running import Outcome

RAW: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
STYLES: Final = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^;]*;[!-~]*\x1b\\")
COMMAND: Final = re.compile(r"(?m)^\s*::(?:error|warning|notice|set-\w+|add-\w+|group|debug)\b")
CPU_SECONDS: Final = 5.0
"""Far more than any input here needs; only what grows beyond all bounds takes longer."""


class TooSlowError(Exception):
    """An input took more than its share of the processor."""


@contextmanager
def bounded_work(seconds: float = CPU_SECONDS) -> Iterator[None]:
    """Stop what takes more seconds of the processor, where the system can tell.

    Raises:
        TooSlowError: it does.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds:g} s of the processor")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def ends_well(outcome: Outcome) -> None:
    """Demand a documented exit code and clean output."""
    assert outcome.exit_code in {0, 1, 2}, outcome
    assert "Traceback (most recent call last)" not in outcome.output
    is_clean(STYLES.sub("", outcome.stderr))
    assert not COMMAND.search(outcome.stderr), outcome.stderr


def is_clean(text: str) -> None:
    """Demand that a text for people holds nothing raw."""
    assert not RAW.search(text), text


def places_are_inside(findings: Iterable[Diagnostic], texts: dict[str, str]) -> None:
    """Demand that every place lies inside its file, and that what is marked there is not nothing.

    Args:
        findings: what was found.
        texts: name of a file to what it says.
    """
    for finding in findings:
        for place in (finding.location, *(item.location for item in finding.related)):
            assert place.line >= 1, finding
            assert place.column >= 1, finding
            if place.file in texts:
                _is_inside(finding, place, _lines(texts[place.file]))


def _lines(text: str) -> list[str]:
    return re.split("\r\n|\n|\r", text)


def _is_inside(finding: Diagnostic, place: Location, lines: list[str]) -> None:
    assert place.line <= len(lines), finding
    line = lines[place.line - 1]
    # One column further is the end of the line, and another one the sign that marks a byte order.
    assert place.column <= len(line) + 2, (finding, line)
    if place.end_line:
        assert (place.line, place.column) <= (place.end_line, place.end_column), finding
        assert place.end_line <= len(lines) + 1, finding
    # One blank is marked where a value is missing.
    if place.end_line == place.line and place.column <= len(line) and place.end_column > place.column + 1:
        assert line[place.column - 1 : place.end_column - 1].strip() or not line.strip(), (finding, line)
