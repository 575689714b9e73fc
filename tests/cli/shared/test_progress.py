import sys

import pytest

from argmap.cli.shared.progress import counting, show_progress


@pytest.mark.parametrize(("terminal", "long"), [(False, True), (True, False), (True, True)])
def test_only_a_terminal_is_told_and_only_of_what_takes_long(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,  # noqa: FBT001 (pytest's)
    long: bool,  # noqa: FBT001 (pytest's)
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", "xterm")
    with show_progress("laying out [all] of it", long=long):
        pass
    written = capsys.readouterr()
    assert written.out == ""
    assert ("laying out [all] of it" in written.err) is (terminal and long)


@pytest.mark.parametrize(("terminal", "number"), [(False, 40), (True, 3), (True, 40)])
def test_what_is_done_is_counted_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    terminal: bool,  # noqa: FBT001 (pytest's)
    number: int,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert list(counting("reading maps", range(number))) == list(range(number))
    written = capsys.readouterr()
    assert written.out == ""
    assert ("reading maps" in written.err) is (terminal and number == 40)
