"""Transcripts: commands after a ``$``, each with the output that it must give.

The one form in which expected output is written down, in the docs and in ``tests/golden``. In the docs a line
``...`` stands for any number of lines.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

PROMPT = "$ "
CONTINUED = "> "
ELISION = "..."


@dataclass(frozen=True)
class Step:
    """A command line and what it prints."""

    command: str
    output: str


def parse(text: str) -> list[Step]:
    """Split a transcript into its steps; a command line that ends in a backslash goes on after ``>``."""
    steps: list[Step] = []
    command: str | None = None
    output: list[str] = []
    for line in text.splitlines():
        if command is not None and not output and command.endswith("\\") and line.startswith(CONTINUED):
            command = command[:-1].rstrip() + " " + line.removeprefix(CONTINUED).strip()
        elif line.startswith(PROMPT):
            if command is not None:
                steps.append(Step(command, _block(output)))
            command, output = line.removeprefix(PROMPT), []
        else:
            output.append(line)
    if command is not None:
        steps.append(Step(command, _block(output)))
    return steps


def matches(expected: str, actual: str) -> bool:
    """Tell whether an output is as expected, where a line of three dots stands for any lines."""
    parts = re.split(rf"^{re.escape(ELISION)}\n", expected, flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, actual) is not None


def replay(steps: Iterable[Step], run: Callable[[str], str]) -> list[Step]:
    """Run every command, and give the steps as they are now."""
    return [Step(step.command, _block(run(step.command).splitlines())) for step in steps]


def render(steps: Sequence[Step]) -> str:
    """Write a transcript."""
    return "".join(f"{PROMPT}{step.command}\n{step.output}" for step in steps)


def visible(text: str) -> str:
    """Make escape signs visible, so that coloured output can be reviewed."""
    return text.replace("\x1b", "␛")


def _block(lines: Sequence[str]) -> str:
    """Join lines, without empty ones at the end."""
    return "\n".join(lines).rstrip("\n") + "\n" if any(lines) else ""
