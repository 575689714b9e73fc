"""The ``p af`` format of ICCMA 2023.

A header ``p af n`` and then one attack a line, ``i j`` for "i attacks j", arguments numbered from 1.
Lines that start with ``#`` are comments. https://argumentationcompetition.org/2023/rules.html
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from argmap.semantics.framework import Framework
from argmap.semantics.notation.errors import FrameworkSyntaxError, decoded

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?p af ([0-9]{1,8})(?:\r?\n|\Z)")
_HINT = "the file must begin with a line 'p af n', where n is the number of arguments"
_MOST = 10_000_000
_SHOWN = 20
_WORD = re.compile(r"\S+")
_ATTACK_WORDS = 2
_HEADER_WORDS = 3


def read(data: bytes, file: str) -> Framework:
    """Read a framework from the bytes of a ``p af`` file; ``file`` is its name in messages.

    Raises FrameworkSyntaxError at the first fault.
    """
    return _read_regular(data) or _read_regular(_bare(data)) or _Reader(file).read(decoded(data, file))


def write(framework: Framework) -> str:
    """Return the framework in ``p af`` format; names are lost, the format has only numbers."""
    lines = [f"p af {framework.size}\n"]
    lines += [f"{attacker + 1} {attacked + 1}\n" for attacker, attacked in framework.attacks()]
    return "".join(lines)


def _bare(data: bytes) -> bytes:
    """Return the file without comments and blank lines."""
    lines = data.replace(b"\r\n", b"\n").split(b"\n")
    return b"\n".join([line for line in lines if line and not line.startswith(b"#")])


def _read_regular(data: bytes) -> Framework | None:
    """Read a file that has a header and attacks with single blanks and nothing else, or return None.

    All work is done by a few calls over the whole file: that is ten times as fast as line by line.
    """
    header = _HEADER.match(data)
    if header is None:
        return None
    size, body = int(header[1]), data[header.end() :]
    if body and not body.endswith(b"\n"):
        body += b"\n"
    words = body.split()
    marks = body.translate(None, b"0123456789")
    if size > _MOST or marks not in {b" \n" * (len(words) // 2), b" \r\n" * (len(words) // 2)}:
        return None
    with suppress(ValueError):
        numbers = [number - 1 for number in map(int, words)]
        if not numbers or (min(numbers) >= 0 and max(numbers) < size):
            return Framework(size, numbers[::2], numbers[1::2])
    return None


class _Reader:
    """Reads line by line, to cope with comments and blanks and to say exactly what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.size = -1
        self.line = 1

    def read(self, text: str) -> Framework:
        sources: list[int] = []
        destinations: list[int] = []
        for words in self._lines(text):
            if words[0][0] == "p" or self.size < 0:
                self._header(words)
            else:
                attacker, attacked = self._attack(words)
                sources.append(attacker)
                destinations.append(attacked)
        if self.size < 0:
            raise FrameworkSyntaxError(self.file, (1, 1), "there is no header", _HINT)
        return Framework(self.size, sources, destinations)

    def _lines(self, text: str) -> Iterator[list[tuple[str, int]]]:
        for self.line, line in enumerate(text.split("\n"), start=1):
            words = [(found[0], found.start() + 1) for found in _WORD.finditer(line)]
            if words and not words[0][0].startswith("#"):
                yield words

    def _header(self, words: list[tuple[str, int]]) -> None:
        if self.size >= 0:
            raise self._error(words[0], "a second header")
        if [word for word, _ in words[:2]] != ["p", "af"]:
            raise self._error(words[0], "the header is missing", _HINT)
        if len(words) != _HEADER_WORDS:
            raise self._error(words[-1], "the header needs exactly one number", _HINT)
        self.size = self._number(words[2])
        if self.size > _MOST:
            raise self._error(words[2], f"more than {_MOST} arguments are not supported")

    def _attack(self, words: list[tuple[str, int]]) -> tuple[int, int]:
        if len(words) != _ATTACK_WORDS:
            surplus = words[min(len(words) - 1, _ATTACK_WORDS)]
            count = "only one" if len(words) == 1 else f"{len(words)} words"
            raise self._error(surplus, f"an attack is two numbers, this line has {count}")
        attacker, attacked = (self._argument(word) for word in words)
        return attacker, attacked

    def _argument(self, word: tuple[str, int]) -> int:
        number = self._number(word)
        if not 1 <= number <= self.size:
            hint = f"the header declares {self.size}"
            raise self._error(word, f"there is no argument {_short(word[0])}", hint)
        return number - 1

    def _number(self, word: tuple[str, int]) -> int:
        if not (word[0].isascii() and word[0].isdigit()):
            raise self._error(word, f"{_short(word[0])!r} is not a number")
        return int(word[0]) if len(word[0]) <= len(str(_MOST)) else _MOST + 1

    def _error(self, word: tuple[str, int], message: str, hint: str = "") -> FrameworkSyntaxError:
        return FrameworkSyntaxError(self.file, (self.line, word[1]), message, hint)


def _short(word: str) -> str:
    if len(word) <= _SHOWN:
        return word
    from argmap.text.graphemes import cut_before

    return f"{cut_before(word, _SHOWN)}…"
