"""`argmap watch` as somebody runs it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

import pytest

from tests.running import run_command

pytest.importorskip("watchfiles")

ROOT = Path(__file__).parents[2]
LONG = 60


@contextmanager
def watching(*arguments: str, stdout: int = subprocess.PIPE) -> "Iterator[subprocess.Popen[str]]":
    program = [sys.executable, "-m", "argmap", *arguments]
    process = subprocess.Popen(
        program,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line(stream: IO[str] | None) -> str:
    """Read a line; where none comes for long, fail instead of waiting for ever."""
    assert stream is not None
    lines: list[str] = []
    reader = Thread(target=lambda: lines.append(stream.readline()), daemon=True)
    reader.start()
    reader.join(LONG)
    assert lines, "nothing was said"
    return lines[0].rstrip("\n")


def test_a_command_runs_again_when_the_map_has_changed_and_ends_with_ctrl_c(debate: Path) -> None:
    listing = ["--map", str(debate), "list", "--by", "ada"]
    with watching("--map", str(debate), "watch", "list", "--by", "ada") as process:
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
    with watching("watch", "stats", "--map", str(debate), stdout=outer) as process:
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
