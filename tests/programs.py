"""``argmap`` as a process of its own, for what only that can show: signals, and what goes on for long."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

ROOT = Path(__file__).parents[1]
LONG = 60
"""Seconds after which nothing is waited for any more."""


@contextmanager
def program(*arguments: str, stdout: int = subprocess.PIPE) -> "Iterator[subprocess.Popen[str]]":
    """Run it while something is done with it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", *arguments],
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
