"""Maps that `argmap serve` shows, and pages that follow them."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

ROOT = Path(__file__).parents[2]
LONG = 60


class Server:
    """A server that runs.

    Args:
        process: its process.
        address: the first address of the page, with its token.
    """

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self.process = process
        self.address = address

    @property
    def root(self) -> str:
        """The address of the page without the token."""
        return self.address.partition("?")[0]

    def end(self) -> int:
        """End it as Ctrl-C does; give its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG)


@contextmanager
def served(where: Path, *arguments: str) -> Iterator[Server]:
    """Serve a map while something is done with it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "serve", "--no-open", "--map", str(where), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    with process:
        try:
            yield Server(process, line(process.stdout))
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
