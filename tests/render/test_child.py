"""Programs that argmap starts do not outlive it."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from argmap.render.child import run

if sys.platform != "linux":
    pytest.skip("looks at processes as only Linux lets one", allow_module_level=True)

PATIENCE = 20


@pytest.fixture
def dot(tmp_path: Path) -> Path:
    """A `dot` that never ends, and neither does what it starts; it writes the number of both into a pipe."""
    os.mkfifo(tmp_path / "numbers")
    program = tmp_path / "dot"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $$ $! > '{tmp_path}/numbers'\nwait\n")
    program.chmod(0o755)
    return program


@contextmanager
def watched(dot: Path) -> Iterator[list[int]]:
    """Wait until the program runs; give handles of it and of what it started."""
    numbers = (dot.parent / "numbers").read_text().split()
    handles = [os.pidfd_open(int(number)) for number in numbers]
    try:
        yield handles
    finally:
        for handle in handles:
            if not ended(handle, 0):
                signal.pidfd_send_signal(handle, signal.SIGKILL)
            os.close(handle)


def ended(handle: int, patience: float = PATIENCE) -> bool:
    """Wait until a process has ended."""
    return bool(select.select([handle], [], [], patience)[0])


def listen() -> None:
    """Take signals as by default; a run in the background inherits that Ctrl-C is ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def drawing(dot: Path) -> "subprocess.Popen[bytes]":
    """Start to draw the sample map with a program."""
    command = [sys.executable, "-m", "argmap", "render", "--engine", "native", "-o", "out.svg"]
    surroundings = os.environ | {"PATH": f"{dot.parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.Popen(
        command,
        cwd=dot.parent,
        env=surroundings,
        preexec_fn=listen,  # noqa: PLW1509 — it takes no lock
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_argmap_takes_graphviz_and_all_that_it_started_along(number: int, dot: Path) -> None:
    before = sorted(dot.parent.iterdir())
    with drawing(dot) as process, watched(dot) as running:
        process.send_signal(number)
        _, stderr = process.communicate(timeout=PATIENCE)
        assert all(map(ended, running))
    assert process.returncode == 128 + number
    assert b"Traceback" not in stderr
    assert sorted(dot.parent.iterdir()) == before


def test_a_killed_argmap_takes_graphviz_along(dot: Path) -> None:
    with drawing(dot) as process, watched(dot) as (graphviz, _):
        process.kill()
        assert ended(graphviz)


def test_when_the_time_is_up_all_that_was_started_ends(dot: Path) -> None:
    begun = time.monotonic()
    command = [sys.executable, "-c", f"from argmap.render.child import run; run([{str(dot)!r}], b'', 1)"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process, watched(dot) as running:
        _, stderr = process.communicate(timeout=PATIENCE)
        assert all(map(ended, running))
    assert b"TimeoutExpired" in stderr
    assert time.monotonic() - begun < PATIENCE


def test_a_program_computes_no_longer_than_it_may_take() -> None:
    assert run(["sh", "-c", "ulimit -t"], b"", 7.2).stdout == b"9\n"
    assert run(["sh", "-c", "ulimit -t"], b"", float("inf")).stdout.strip().isdigit()


def test_it_gives_what_comes_out() -> None:
    done = run(["sh", "-c", "cat; echo words >&2; exit 3"], b"x" * 200_000, 60)
    assert (done.stdout, done.stderr, done.returncode) == (b"x" * 200_000, b"words\n", 3)
