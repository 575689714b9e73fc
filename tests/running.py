"""Commands run inside the test's own process, which is a hundred times cheaper than a new one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from argmap.cli.group import cli

_SHELL_SIGNS = "|<>;&$`*"


@dataclass(frozen=True)
class Outcome:
    """What a command left behind.

    Args:
        stdout: its results.
        stderr: everything else.
        output: both, in the order of writing.
        exit_code: 0, 1 or 2.
    """

    stdout: str
    stderr: str
    output: str
    exit_code: int


def run_command(arguments: Sequence[str], stdin: str | None = None) -> Outcome:
    """Run ``argmap`` with some arguments.

    Raises:
        Exception: whatever the command did not catch, since no traceback may reach a user.
    """
    result = CliRunner().invoke(cli, list(arguments), input=stdin, prog_name="argmap")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.stdout, result.stderr, result.output, result.exit_code)


def needs_shell(line: str) -> bool:
    """Tell whether a command line is more than the call of one program."""
    return any(sign in line for sign in _SHELL_SIGNS) or not line.startswith("argmap ")


def run_shell(line: str) -> Outcome:
    """Run a command line in a POSIX shell in which ``argmap`` is this one."""
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": here + os.pathsep + os.environ.get("PATH", "")}
    done = subprocess.run(
        [shutil.which("sh") or "sh", "-c", line],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    return Outcome(done.stdout, "", done.stdout, done.returncode)
