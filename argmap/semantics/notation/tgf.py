"""The Trivial Graph Format: argument names, a line ``#``, then one attack a line.

What follows the name on an argument's line, or the two names on an attack's line, is a label for people
and is passed over.
"""

import re

from argmap.semantics.framework import Framework
from argmap.semantics.notation.errors import FrameworkSyntaxError, column, decoded, writable

_BORDER = re.compile(rb"^#\r?\n?", re.MULTILINE)
_NAME_BYTES = bytes(range(0x21, 0x7F))
_HINT = "the file lists the arguments, then a line with only '#', then the attacks"


def read(data: bytes, file: str) -> Framework:
    """Read a framework from the bytes of a TGF file; ``file`` is its name in messages.

    Raises FrameworkSyntaxError at the first fault.
    """
    return _read_regular(data) or _Reader(file).read(decoded(data, file))


def write(framework: Framework) -> str:
    """Return the framework in TGF. Raises ValueError when a name cannot be written there."""
    names = writable(framework, re.compile(r"(?!#$)\S+"), "TGF")
    lines = [f"{name}\n" for name in names]
    attacks = [f"{names[attacker]} {names[attacked]}\n" for attacker, attacked in framework.attacks()]
    return "".join([*lines, "#\n", *attacks])


def _read_regular(data: bytes) -> Framework | None:
    """Read a file without labels and with single blanks, in ASCII, or return None."""
    parts = _BORDER.split(data.removeprefix(b"\xef\xbb\xbf"), maxsplit=1)
    if len(parts) == 1:
        return None
    arguments, attacks = _words(parts[0], b"\n"), _words(parts[1], b" \n")
    if arguments is None or attacks is None:
        return None
    index = {name: number for number, name in enumerate(arguments)}
    try:
        numbers = [index[name] for name in attacks]
        names = tuple(name.decode() for name in arguments)
    except KeyError:
        return None
    return Framework(len(names), numbers[::2], numbers[1::2], names) if len(index) == len(names) else None


def _words(data: bytes, gaps: bytes) -> list[bytes] | None:
    """Return the words of a text, or None unless these gaps, over and over, are all that parts them."""
    data = data.replace(b"\r\n", b"\n")
    if data and not data.endswith(b"\n"):
        data += b"\n"
    words = data.split()
    rounds, surplus = divmod(len(words), len(gaps))
    return None if surplus or data.translate(None, _NAME_BYTES) != gaps * rounds else words


class _Reader:
    """Reads line by line, to pass over labels and to say exactly what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.declared: dict[str, int] = {}
        self.index: dict[str, int] = {}
        self.sources: list[int] = []
        self.destinations: list[int] = []

    def read(self, text: str) -> Framework:
        rows = text.split("\n")
        if not any(row.strip() == "#" for row in rows):
            message = "no line '#' separates arguments from attacks"
            raise FrameworkSyntaxError(self.file, (len(rows), 1), message, _HINT)
        lines = enumerate(rows, start=1)
        for number, line in lines:
            words = line.split()
            if words == ["#"]:
                break
            if words:
                self._declare(words[0], number, line)
        for number, line in lines:
            if words := line.split():
                self._attack(words, number, line)
        return Framework(len(self.index), self.sources, self.destinations, tuple(self.index))

    def _declare(self, name: str, number: int, line: str) -> None:
        if name in self.index:
            message = f"argument {name!r} was already declared on line {self.declared[name]}"
            raise FrameworkSyntaxError(self.file, (number, column(line, 0)), message)
        self.declared[name] = number
        self.index[name] = len(self.index)

    def _attack(self, words: list[str], number: int, line: str) -> None:
        if len(words) == 1:
            message = f"an attack is two names, this line has only {words[0]!r}"
            raise FrameworkSyntaxError(self.file, (number, column(line, 0)), message)
        for place, name in enumerate(words[:2]):
            if name not in self.index:
                message = f"argument {name!r} is not declared"
                raise FrameworkSyntaxError(self.file, (number, column(line, place)), message, _HINT)
        self.sources.append(self.index[words[0]])
        self.destinations.append(self.index[words[1]])
