"""Bytes on disk to text that a YAML reader may see."""

import os
import re
import stat
import sys
import unicodedata
from pathlib import Path
from typing import Final

from argmap.diagnostics import Diagnostic, Location

MAX_BYTES: Final = 256 * 1024 * 1024
"""A larger file is refused unread: half a million claims fit in half of it."""

_MOST_FAULTS: Final = 20
# Named, not everything but the allowed: the wide complement would take 3 ms to compile at every start.
FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SEPARATOR: Final = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINE_BREAK: Final = re.compile("\r\n|\r|\n")


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


def decode(raw: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    """Decode UTF-8 and refuse what no text file holds; see `read_text`."""
    start = Location(name, 1, 1)
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return "", [Diagnostic(start, "Y102", f"is {encoding}, not UTF-8", hint="save it as UTF-8")]
    if b"\0" in raw[:8192]:
        hint = "a map is made of YAML text files"
        return "", [Diagnostic(start, "Y103", "looks like a binary file", hint=hint)]
    faults: list[Diagnostic] = []
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text, faults = _decode_damaged(raw, name)
    if FORBIDDEN.search(text):
        faults += _forbidden_characters(text, name)
        text = FORBIDDEN.sub("\ufffd", text)
    return text, faults


def without_forbidden(text: str) -> str:
    """Replace what no text file of a map may hold; line separators become newlines, the rest U+FFFD."""
    if not FORBIDDEN.search(text):
        return text
    return FORBIDDEN.sub("\ufffd", _SEPARATOR.sub("\n", text))


def place_of(text: str, offset: int, name: str) -> Location:
    """Turn an offset into a text into a line and a column."""
    line, start = 1, 0
    for match in _LINE_BREAK.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return Location(name, line, offset - start + 1, line, offset - start + 2)


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


def _decode_damaged(raw: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    faults: list[Diagnostic] = []
    parts: list[str] = []
    rest = raw.removeprefix(b"\xef\xbb\xbf")
    while rest and len(faults) < _MOST_FAULTS:
        try:
            parts.append(rest.decode())
            break
        except UnicodeDecodeError as error:
            parts.append(rest[: error.start].decode())
            place = place_of(before := "".join(parts), len(before), name)
            faults.append(
                Diagnostic(
                    place,
                    "Y102",
                    f"the byte 0x{rest[error.start]:02x} is not UTF-8",
                    hint="save the file as UTF-8; it may be Windows-1251, Windows-1252 or Latin-1",
                )
            )
            parts.append("\ufffd")
            rest = rest[error.end :]
    else:
        parts.append(rest.decode(errors="replace"))
    return "".join(parts), faults


def _forbidden_characters(text: str, name: str) -> list[Diagnostic]:
    faults = []
    for match in FORBIDDEN.finditer(text):
        character = match.group()
        called = unicodedata.name(character, "a control character").lower()
        faults.append(
            Diagnostic(
                place_of(text, match.start(), name),
                "Y103",
                f"the invisible character U+{ord(character):04X} ({called}) is not allowed",
                hint="delete it",
            )
        )
        if len(faults) == _MOST_FAULTS:
            break
    return faults
