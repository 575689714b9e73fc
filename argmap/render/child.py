"""Another program that reads bytes and writes bytes, and does not outlive argmap."""

import math
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Final

from argmap.signals import undisturbed

_SET_DEATH_SIGNAL: Final = 1
"""PR_SET_PDEATHSIG of Linux."""

_LONGEST: Final = 1_000_000
"""No timer of the system counts much further."""


def run(command: Sequence[Path | str], content: bytes, timeout: float) -> subprocess.CompletedProcess[bytes]:
    """Run a program to its end.

    It is killed, with all that it started, when its time is up and when argmap is stopped. Should argmap
    itself be killed, Linux kills the program; macOS ends it once it has computed for as long as it may take.

    Args:
        command: the program and its arguments.
        content: what it gets on standard input.
        timeout: how many seconds it may take.

    Raises:
        OSError: it cannot be run.
        TimeoutExpired: it took too long.
    """
    with ExitStack() as ending:
        surroundings = _surroundings(timeout)
        # Else a signal could come when the program runs and nobody knows it yet.
        with undisturbed():
            process = subprocess.Popen(command, **surroundings)  # noqa: S603 — from `programs`
            ending.enter_context(process)
            unfinished = ending.enter_context(ExitStack())
            unfinished.callback(_kill, process)
        output, errors = process.communicate(content, min(timeout, _LONGEST))
        unfinished.pop_all()
    return subprocess.CompletedProcess(command, process.returncode, output, errors)


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a program and all that it started, unless it has ended and its number may be another's."""
    if process.returncode is not None:
        return
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _surroundings(timeout: float) -> dict[str, Any]:
    """Give the arguments of `Popen` that tie a program to this one."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    if sys.platform == "win32":
        return {**pipes, "creationflags": subprocess.CREATE_NO_WINDOW}
    return {**pipes, "process_group": 0, "preexec_fn": _tie(timeout)}


def _tie(timeout: float) -> Callable[[], None]:
    """Make what the new process does before it becomes the program: only calls of the system."""
    import resource

    parent = os.getpid()
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    seconds = math.ceil(min(timeout, _LONGEST)) + 1
    limit = seconds if most == resource.RLIM_INFINITY else min(seconds, most)
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    control = _process_control()

    def tie() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        if control:
            control(_SET_DEATH_SIGNAL, signal.SIGKILL)
            if os.getppid() != parent:  # it was killed a moment ago
                os._exit(1)

    return tie


def _process_control() -> Callable[..., int] | None:
    """Find the call by which Linux kills a process when its parent dies; None elsewhere."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        return ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return None
