"""The editor of whoever sits at the terminal: which it is, and how it is told a line."""

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from argmap.cli.shared.editing import stop
from argmap.text.reasons import reason

_PLUS_LINE: Final = frozenset(
    (
        *("vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak"),
        *("joe", "jed", "mg", "ne", "gedit"),
    )
)
"""Editors that go to a line which stands before the file, as in ``+12 file``."""

_COLON_LINE: Final = frozenset(("hx", "helix", "code", "codium", "code-insiders", "cursor", "subl", "zed"))
"""Editors that go to a line which stands behind the file, as in ``file:12``."""

_FLAGS: Final = {
    "code": ("--wait", "--goto"),
    "codium": ("--wait", "--goto"),
    "code-insiders": ("--wait", "--goto"),
    "cursor": ("--wait", "--goto"),
    "gvim": ("-f",),
    "subl": ("--wait",),
    "zed": ("--wait",),
}
"""What makes an editor with a window of its own wait until the file is closed, and go to a line."""


def editor_words() -> list[str]:
    """Give the command of the editor that VISUAL or EDITOR names; leave with 2 where neither does."""
    named = ((variable, os.environ.get(variable, "").strip()) for variable in ("VISUAL", "EDITOR"))
    variable, value = next((pair for pair in named if pair[1]), ("", ""))
    if not value:
        stop("no editor is known; name one in VISUAL or EDITOR, as in `EDITOR=nano argmap edit`")
    return _split(variable, value)


def _split(variable: str, value: str) -> list[str]:
    """Split a command as a shell does, and find its program; leave with 2 where that cannot be."""
    is_posix = os.name == "posix"
    try:
        words = shlex.split(value, posix=is_posix)
    except ValueError:
        stop(f"{variable} cannot be split into words: a quote is not closed in {value}")
    program = shutil.which(words[0] if is_posix else words[0].strip('"'))
    if program is None:
        stop(f"there is no program `{words[0]}`, which {variable} names")
    return [program, *words[1:]]


def command_at(words: Sequence[str], path: Path, line: int) -> list[str]:
    """Write the command that opens a file at a line.

    Args:
        words: the command of the editor; one that is not known is given the file alone.
        path: the file.
        line: the line, counted from 1.
    """
    known = _PLUS_LINE | _COLON_LINE
    name = next((stem for word in words if (stem := Path(word).stem.lower()) in known), "")
    flags = [flag for flag in _FLAGS.get(name, ()) if flag not in words]
    if name in _PLUS_LINE:
        return [*words, *flags, f"+{line}", str(path)]
    return [*words, *flags, f"{path}:{line}" if name else str(path)]


def run_editor(words: Sequence[str], path: Path, line: int) -> str:
    """Let somebody edit a file.

    Args:
        words: the command of the editor.
        path: the file.
        line: where to begin.

    Returns:
        Why the editor did not do its work; empty where it did.
    """
    try:
        with _interrupts_left_to_editor():
            done = subprocess.run(command_at(words, path, line), check=False)  # noqa: S603 — the user's own editor
    except OSError as error:
        return f"the editor cannot be run: {reason(error)}"
    return f"the editor left with {done.returncode}" if done.returncode else ""


@contextmanager
def _interrupts_left_to_editor() -> Iterator[None]:
    """Let Ctrl-C mean what it means in the editor, and not the end of this program."""
    # A handler, unlike a signal that is ignored, is not passed on to programs that are started.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
