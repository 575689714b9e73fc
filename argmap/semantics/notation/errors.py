"""What is wrong in a framework file, and where."""

import re

from argmap.diagnostics import Diagnostic, Location
from argmap.semantics.framework import Framework
from argmap.text.line_ends import place_after, with_newlines

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_WORD = re.compile(r"\S+")


class FrameworkSyntaxError(Exception):
    """A framework file cannot be read.

    Args:
        file: how to call the file.
        place: line and column, from 1; the column counts characters.
        message: what is wrong.
        hint: what would be right.

    """

    def __init__(self, file: str, place: tuple[int, int], message: str, hint: str = "") -> None:
        line, column = place
        self.diagnostic = Diagnostic(Location(file, line, column), "I401", message, hint=hint)
        super().__init__(f"{file}:{line}:{column}: {message}")


def decoded(data: bytes, file: str) -> str:
    """Return the text of a file, without a byte-order mark.

    Raises FrameworkSyntaxError at the first byte that is not UTF-8 text, and at the first control
    character, which could do things to a terminal that a name should not.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        before = data[: fault.start].decode("utf-8-sig", errors="replace")
        raise FrameworkSyntaxError(file, place_after(before), "this is not UTF-8 text") from None
    if control := _CONTROL.search(text):
        message = f"the control character U+{ord(control[0]):04X} has no place in a text"
        raise FrameworkSyntaxError(file, place_after(text[: control.start()]), message)
    return with_newlines(text)


def column(line: str, number: int) -> int:
    """Return the column, from 1, where the word of that number, from 0, begins in a line."""
    return [word.start() + 1 for word in _WORD.finditer(line)][number]


def writable(framework: Framework, allowed: re.Pattern[str], notation: str) -> list[str]:
    """Return the names of all arguments.

    Raises ValueError when one does not match ``allowed`` as a whole, naming the notation.
    """
    names = [framework.name(argument) for argument in range(framework.size)]
    for name in names:
        if allowed.fullmatch(name) is None:
            raise ValueError(f"{notation} has no way to write the argument name {name!r}")
    return names
