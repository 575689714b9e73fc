"""Running Graphviz: DOT text in, a laid-out drawing out, whatever happens in between."""

import subprocess
import threading
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from argmap.render.characters import legal, printable
from argmap.render.child import run
from argmap.render.programs import embedded_program, native_program

ENGINES = ("dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork")
"""The layout engines of Graphviz; the embedded program has all of them."""

Program = Literal["auto", "embedded", "native"]

PROGRAMS: tuple[Program, ...] = get_args(Program)
"""Which Graphviz: the embedded one, a native one, or the first of these that exists."""

TIMEOUT = 120.0
"""How many seconds a layout may take unless the caller says otherwise."""

# Graphviz measures text outside Latin-1 by a rule of thumb and says so for every such byte.
_NOISE = "no value for width of"
_NO_OUTPUT = "it wrote nothing"
_BINARY = threading.Lock()


class EngineError(Exception):
    """Graphviz did not draw; the message says why, and what to do."""


class EngineMissingError(EngineError):
    """The Graphviz that was asked for is not installed."""


class EngineTimeoutError(EngineError):
    """Graphviz did not finish in time."""


class Layout(NamedTuple):
    """What Graphviz gave.

    Args:
        output: the drawing in the format that was asked for.
        warnings: what Graphviz said on the way, one line each.
    """

    output: bytes
    warnings: tuple[str, ...]


def lay_out(
    dot: str,
    output: str = "svg",
    *,
    engine: str = "dot",
    program: Program = "auto",
    timeout: float = TIMEOUT,
) -> Layout:
    """Lay out a graph.

    Args:
        dot: one graph in the DOT language; characters that XML forbids are replaced.
        output: a Graphviz output format, such as `svg`, `png` or `json`.
        engine: one of `ENGINES`.
        program: which Graphviz to run.
        timeout: seconds after which Graphviz is stopped.

    Returns:
        The drawing, and Graphviz's warnings.

    Raises:
        EngineMissingError: there is no such Graphviz here.
        EngineTimeoutError: it took too long.
        EngineError: the engine or format is unknown, the graph is faulty, or Graphviz broke down.
    """
    command = _command(find_program(program), engine, output)
    done = _run(command, legal(dot).encode(), timeout)
    if not done.stdout:
        raise _failure(done.stderr, _NO_OUTPUT)
    return Layout(done.stdout, _messages(done.stderr))


def find_program(program: Program = "auto") -> Path:
    """Return the Graphviz program to run.

    Raises:
        EngineMissingError: it is not installed.
    """
    found = embedded_program() if program in ("auto", "embedded") else None
    if found is None and program in ("auto", "native"):
        found = native_program()
    if found is None:
        raise EngineMissingError(_ADVICE[program])
    return found


_ADVICE: dict[Program, str] = {
    "auto": (
        "Graphviz is missing: pip installs an embedded one (pip install graphviz-pure) on Linux, macOS and "
        "Windows; elsewhere install Graphviz (https://graphviz.org/download/) so that `dot` is on the PATH"
    ),
    "embedded": (
        "the embedded Graphviz is missing: pip install graphviz-pure, or ask for a native Graphviz instead"
    ),
    "native": (
        "there is no `dot` on the PATH: install Graphviz (https://graphviz.org/download/), "
        "or use the embedded one"
    ),
}


def _command(program: Path, engine: str, output: str) -> list[Path | str]:
    """Let the graphviz package build the command for one program, leaving its global as it was."""
    from graphviz.backend import dot_command

    if engine not in ENGINES:
        raise EngineError(f"unknown layout engine {engine!r}: choose one of {', '.join(ENGINES)}")
    with _BINARY:
        before, dot_command.DOT_BINARY = dot_command.DOT_BINARY, program
        try:
            command: list[Path | str] = dot_command.command(engine, output)
        except ValueError as error:
            raise EngineError(f"unknown output format {output!r}") from error
        finally:
            dot_command.DOT_BINARY = before
    return command


def _run(command: list[Path | str], dot: bytes, timeout: float) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end; the graphviz package would pass no time-out on, and leave it behind."""
    try:
        done = run(command, dot, timeout)
    except subprocess.TimeoutExpired as error:
        raise EngineTimeoutError(f"Graphviz did not finish within {timeout:g} s") from error
    except OSError as error:
        raise EngineError(f"{command[0]} cannot be run: {error}") from error
    if done.returncode:
        raise _failure(done.stderr, f"it ended with status {done.returncode}")
    return done


def _failure(stderr: bytes, otherwise: str) -> EngineError:
    return EngineError(f"Graphviz cannot draw this graph: {'; '.join(_messages(stderr)) or otherwise}")


def _messages(stderr: bytes) -> tuple[str, ...]:
    lines = (_without_level(line) for line in printable(stderr.decode(errors="replace")).splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and _NOISE not in line))


def _without_level(line: str) -> str:
    for level in ("Warning: ", "Error: "):
        line = line.replace(level, "")
    return line.strip()
