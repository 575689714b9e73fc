"""Everything that a command says: the only module of the command line that writes.

What it is given is cleaned here, and once more by the guard around the streams.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

import click

from argmap.report.guard import bare, styled
from argmap.text.clean import escaped_json, harmless, one_line


def say(message: str, hint: str = "") -> None:
    """Say something beside the results, on one line of standard error.

    Args:
        message: what to say.
        hint: what to do about it, on a line of its own.
    """
    note(f"argmap: {message}")
    if hint:
        note(f"hint: {hint}")


def note(line: str, indent: int = 0) -> None:
    """Write a line of a longer report to standard error."""
    click.echo(" " * indent + one_line(line), file=sys.stderr)


def print_line(line: str) -> None:
    """Print a line of the results."""
    click.echo(one_line(line), file=sys.stdout)


def print_text(text: str) -> None:
    """Print a part of the results, such as a few lines, as they stand."""
    sys.stdout.write(harmless(text))


def print_commands(lines: Iterable[str]) -> None:
    """Print lines that a build server shall obey; whoever writes them escapes what is in them."""
    for line in lines:
        bare(sys.stdout).write(harmless(line.replace("\n", " ")) + "\n")


def print_document(pieces: Iterable[str]) -> None:
    """Print a JSON document, which comes in pieces."""
    for piece in pieces:
        sys.stdout.write(escaped_json(piece))
    sys.stdout.write("\n")


def print_data(data: bytes) -> None:
    """Write a file to standard output: as it is, but on a terminal without what would steer it."""
    if sys.stdout.isatty():
        sys.stdout.write(data.decode(errors="replace"))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def clear_screen() -> None:
    """Clear a terminal, and what can be scrolled back to; anything else stays as it is."""
    if sys.stdout.isatty():
        styled(sys.stdout).write("\x1b[H\x1b[2J\x1b[3J")
        sys.stdout.flush()


def confirm(question: str, *, default: bool = False) -> bool:
    """Ask somebody at a terminal whether to do something.

    Args:
        question: what to ask.
        default: what the return key alone means.
    """
    return click.confirm(one_line(question), default=default, err=True)


def ask(question: str) -> str:
    """Ask somebody at a terminal for a text."""
    answer: str = click.prompt(one_line(question), err=True)
    return answer


def ask_if_any(question: str) -> str:
    """Ask somebody at a terminal for a text that may be left out; empty where it is."""
    answer: str = click.prompt(one_line(question), default="", show_default=False, err=True)
    return answer.strip()


def ask_which(question: str, known: Sequence[str]) -> str:
    """Ask somebody at a terminal for one of some words; the first is taken where nothing is typed."""
    answer: str = click.prompt(one_line(question), type=click.Choice(known), default=known[0], err=True)
    return answer


def ask_line(prompt: str) -> str:
    """Ask somebody at a terminal for a line, which can be edited and completed.

    Raises:
        EOFError: nothing more comes.
    """
    return input(prompt)


def styled_stderr() -> TextIO:
    """Give the stream for signs of progress, which move the cursor and hold no text of a file."""
    return styled(sys.stderr)
