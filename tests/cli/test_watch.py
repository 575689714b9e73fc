"""`argmap watch` as somebody runs it."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.programs import LONG, line, program
from tests.running import run_command

pytest.importorskip("watchfiles")


def test_a_command_runs_again_when_the_map_has_changed_and_ends_with_ctrl_c(debate: Path) -> None:
    listing = ["--map", str(debate), "list", "--by", "ada"]
    with program("--map", str(debate), "watch", "list", "--by", "ada") as process:
        assert line(process.stderr) == "argmap: watching 1 file; Ctrl-C ends it"
        for expected in run_command(listing).stdout.splitlines():
            assert line(process.stdout) == expected
        debate.write_text(debate.read_text("utf-8").replace("Close", "Shut"), encoding="utf-8")
        assert line(process.stderr) == "argmap: debate.yaml changed"
        for expected in run_command(listing).stdout.splitlines():
            assert line(process.stdout) == expected
        process.send_signal(signal.SIGINT)
        assert process.wait(LONG) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_a_terminal_is_cleared_and_nothing_else_is(debate: Path) -> None:
    import pty

    inner, outer = pty.openpty()
    with program("watch", "stats", "--map", str(debate), stdout=outer) as process:
        os.close(outer)
        assert "watching" in line(process.stderr)
        debate.write_text(debate.read_text("utf-8") + "\n# more\n", encoding="utf-8")
        assert "changed" in line(process.stderr)
        shown = b""
        while b"\x1b[2J" not in shown:
            shown += os.read(inner, 4096)
        process.send_signal(signal.SIGINT)
        assert process.wait(LONG) == 0
    os.close(inner)


@pytest.mark.parametrize("name", ["add", "fmt", "review", "watch", "serve"])
def test_what_changes_the_map_is_refused(name: str) -> None:
    outcome = run_command(["watch", name])
    assert outcome.exit_code == 2
    assert f"`argmap {name}` cannot be watched" in outcome.stderr


def test_a_command_line_that_cannot_be_followed_is_told_at_once(debate: Path) -> None:
    assert "No such option '--nope'" in run_command(["watch", "list", "--nope", "--map", str(debate)]).stderr
    assert "There is no command `lst`" in run_command(["watch", "lst"]).stderr
