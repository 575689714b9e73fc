"""Bytes on disk to text that a YAML reader may see."""

import os
import re
import stat
import sys
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location
from argmap.files.yaml.decoding import FORBIDDEN, decode

MAX_BYTES: Final = 256 * 1024 * 1024
"""A larger file is refused unread: half a million claims fit in half of it."""

_SEPARATOR: Final = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def read_text(path: Path, name: str) -> tuple[str, list[Diagnostic]]:
    """Read a file once, as UTF-8.

    Args:
        path: a regular file.
        name: what to call it in findings.

    Returns:
        The text, with whatever cannot be read replaced, and what is wrong with it. The text is empty
        where nothing can be made of the file.
    """
    start = Location(name, 1, 1)
    try:
        raw = _read_bytes(path)
    except OSError as error:
        return "", [Diagnostic(start, "Y101", f"cannot be read: {_reason(error)}")]
    if raw is None:
        hint = "split the map into several files of one folder"
        return "", [Diagnostic(start, "Y104", f"larger than {MAX_BYTES // 1024**2} MiB", hint=hint)]
    return decode(raw, name)


def read_standard_input(name: str) -> tuple[str, list[Diagnostic]]:
    """Read standard input to its end, as `read_text` reads a file."""
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        return "", [Diagnostic(Location(name, 1, 1), "Y104", f"larger than {MAX_BYTES // 1024**2} MiB")]
    return decode(raw, name)


def without_forbidden(text: str) -> str:
    """Replace what no text file of a map may hold; line separators become newlines, the rest U+FFFD."""
    if not FORBIDDEN.search(text):
        return text
    return FORBIDDEN.sub("\ufffd", _SEPARATOR.sub("\n", text))


def _read_bytes(path: Path) -> bytes | None:
    """Give the file's bytes; None where they are too many."""
    with open(path, "rb", opener=_open_without_waiting) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "not a regular file")
        if status.st_size > MAX_BYTES:
            return None
        raw = file.read(MAX_BYTES + 1)
    return raw if len(raw) <= MAX_BYTES else None


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file, even a pipe that nobody writes to, at once."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
