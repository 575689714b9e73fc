"""LaTeX to plain text, for the fields of a bibliography.

Whatever LaTeX means is read as far as words go; how they are set is left out. An unknown command keeps its
argument or its name.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.formats.bibtex.escaping import escape
from argmap.formats.bibtex.macros import (
    ACCENTS,
    ALONE,
    ARGUMENT,
    DROPPED,
    QUOTING,
    SECOND,
    SIGNS,
    SWITCHES,
    WORDS,
    symbol,
)

MOST_DEPTH: Final = 50
_ACTIVE: Final = re.compile(r"[\\{}$~]|--|``|''|[?!]`")
_COMMAND: Final = re.compile(r"\\(?:([A-Za-z]+)\*?|(.)|$)", re.DOTALL)
_LIGATURES: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡"}  # noqa: RUF001 — the sign
_BLANK: Final = re.compile(r"\s+")
_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n")
_MATH: Final = re.compile(r"[_^{}]")
_DOTLESS: Final = {"\u0131": "i", "\u0237": "j"}
_OPTIONAL: Final = re.compile(r"\s*\[[^\]\[{}]*\]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a field says.

    Args:
        text: its words.
        form: the same as LaTeX, as it would be written anew, but with the braces and commands that the words
            do not tell.
        unknown: commands that are not known, without their backslashes.
        is_deep: whether it is nested too deeply to be read, and stands as it was.
    """

    text: str
    form: str
    unknown: tuple[str, ...] = ()
    is_deep: bool = False


def read_latex(latex: str) -> Reading:
    """Read a field.

    Args:
        latex: its value, without outer braces.
    """
    if not _ACTIVE.search(latex):
        text = _tidy(latex)
        return Reading(text, escape(text))
    if _depth(latex) > MOST_DEPTH:
        return Reading(_tidy(latex), latex, is_deep=True)
    reader = _Reader(latex)
    pieces = reader.read()
    text = "".join(text for text, _ in pieces)
    form = "".join(form for _, form in pieces)
    return Reading(_tidy(text), _tidy(form), tuple(dict.fromkeys(reader.unknown)))


def _tidy(text: str) -> str:
    """Make blanks single, but for empty lines between paragraphs."""
    return "\n\n".join(filter(None, (" ".join(part.split()) for part in _PARAGRAPH.split(text))))


def unbraced(form: str) -> str:
    """Leave out the braces of a form, which protect the case of words where that is never changed."""
    return re.sub(r"(?<!\\)[{}]", "", form)


def _depth(latex: str) -> int:
    depth = most = 0
    for sign in latex:
        depth += (sign == "{") - (sign == "}")
        most = max(most, depth)
    return most


_Piece = tuple[str, str]
"""A text, and its form."""


class _Reader:
    """Reads a text from left to right, groups by recursion.

    Args:
        latex: the text.
    """

    def __init__(self, latex: str) -> None:
        self._latex, self._at = latex, 0
        self.unknown: list[str] = []

    def read(self) -> list[_Piece]:
        """Read all; a closing brace too many stays a brace."""
        pieces = list(self._pieces())
        while self._at < len(self._latex):
            self._at += 1
            pieces.extend(self._pieces())
        return pieces

    def _pieces(self) -> Iterator[_Piece]:
        """Read up to the end of the group."""
        while self._at < len(self._latex):
            match = _ACTIVE.search(self._latex, self._at)
            end = match.start() if match else len(self._latex)
            if end > self._at:
                words = self._latex[self._at : end]
                self._at = end
                yield words, escape(words)
            if match is None or match[0] == "}":
                return
            yield self._active(match[0])

    def _active(self, sign: str) -> _Piece:
        if sign == "{":
            return self._group()
        if sign == "\\":
            return self._command()
        if sign == "$":
            return self._math()
        if sign == "~":
            self._at += 1
            return " ", "~"
        if self._latex.startswith("---", self._at):
            sign = "---"
        self._at += len(sign)
        return _LIGATURES[sign], escape(_LIGATURES[sign])

    def _group(self) -> _Piece:
        """Read a group; one that holds only an accent or a sign needs no braces."""
        start = self._at
        text, form = self._argument()
        if not text:
            return "", "" if not form else f"{{{form}}}"
        is_special = self._latex[start + 1 : start + 2] == "\\" and len(text) == 1 and form == escape(text)
        return text, form if is_special else f"{{{form}}}"

    def _argument(self) -> _Piece:
        """Read a group without its braces, or the next sign or command."""
        self._skip_blanks()
        if self._latex[self._at : self._at + 1] == "{":
            self._at += 1
            pieces = list(self._pieces())
            self._at += 1
            return "".join(text for text, _ in pieces), "".join(form for _, form in pieces)
        if self._latex[self._at : self._at + 1] == "\\":
            return self._command()
        sign = self._latex[self._at : self._at + 1]
        if sign == "}":
            return "", ""
        self._at += 1
        return sign, escape(sign)

    def _command(self) -> _Piece:
        match = _COMMAND.match(self._latex, self._at)
        start = self._at
        if match is None or not match[0].strip("\\*"):
            self._at += 1 if match is None else len(match[0])
            return (" ", r"\\") if match and len(match[0]) > 1 else ("\\", escape("\\"))
        self._at = match.end()
        name = match[1] or match[2]
        if name in {"(", "["}:
            return self._math_until("\\)" if name == "(" else "\\]")
        if name in ACCENTS:
            return self._accent(name, start)
        if match[1] is None:
            return self._sign(name)
        return self._word(name, start)

    def _sign(self, name: str) -> _Piece:
        if name in SIGNS:
            text = SIGNS[name]
            return text, escape(text) if name in "&%#_${}" else f"\\{name}"
        return name, f"\\{name}"

    def _accent(self, name: str, start: int) -> _Piece:
        if name.isalpha() and not re.match(r"\s|[{\\]", self._latex[self._at : self._at + 1] or "x"):
            return self._unknown(name, start)
        text, _ = self._argument()
        if not text.strip():
            alone = ALONE.get(name, "")
            return alone, escape(alone)
        letter = _DOTLESS.get(text[0], text[0])
        rest = text[1:]
        marked = unicodedata.normalize("NFC", letter + ACCENTS[name])
        if name == "t" and rest:
            marked, rest = letter + ACCENTS[name] + rest[0], rest[1:]
        return marked + rest, escape(marked + rest)

    def _word(self, name: str, start: int) -> _Piece:
        if name in QUOTING or name in ARGUMENT:
            self._skip_options()
            text, form = self._argument()
            quoted = f"“{text}”" if name in QUOTING else text
            return quoted, f"\\{name}{{{form}}}"
        found = self._special(name)
        if found is not None:
            return found, self._latex[start : self._at]
        found = symbol(name)
        if found is None:
            return self._unknown(name, start)
        if not self._skip_empty_group():
            self._skip_blanks()
        return found, escape(found)

    def _special(self, name: str) -> str | None:
        """Give the text of a command that takes its arguments in a way of its own; None for any other."""
        if name in {"begin", "end"}:
            self._argument()
            return " "
        if name in {"verb", "lstinline"}:
            return self._verbatim()
        if name in {"url", "path", "nolinkurl"}:
            return self._raw_argument()
        if name in SWITCHES:
            self._skip_blanks()
            return ""
        if name in DROPPED:
            self._argument()
            return ""
        if name in SECOND:
            self._raw_argument()
            return self._argument()[0]
        if name in WORDS:
            self._skip_empty_group()
            return WORDS[name]
        return None

    def _unknown(self, name: str, start: int) -> _Piece:
        """Give the arguments of an unknown command, or its name where it has none."""
        self.unknown.append(name)
        self._skip_options()
        texts = []
        if self._skip_empty_group():
            return name, self._latex[start : self._at]
        while self._latex[self._at : self._at + 1] == "{":
            texts.append(self._argument()[0])
        if not texts:
            return name, self._latex[start : self._at]
        return " ".join(texts), self._latex[start : self._at]

    def _verbatim(self) -> str:
        sign = self._latex[self._at : self._at + 1]
        end = self._latex.find("}" if sign == "{" else sign, self._at + 1) if sign else -1
        if end < 0:
            return ""
        text = self._latex[self._at + 1 : end]
        self._at = end + 1
        return text

    def _raw_argument(self) -> str:
        """Give the next group as it stands, without escapes."""
        self._skip_blanks()
        if self._latex[self._at : self._at + 1] != "{":
            return self._argument()[0]
        depth, start = 0, self._at + 1
        while self._at < len(self._latex):
            depth += {"{": 1, "}": -1}.get(self._latex[self._at], 0)
            self._at += 1
            if not depth:
                break
        return re.sub(r"\\([&%#_$~{}])", r"\1", self._latex[start : self._at - 1])

    def _math(self) -> _Piece:
        sign = "$$" if self._latex.startswith("$$", self._at) else "$"
        self._at += len(sign)
        return self._math_until(sign)

    def _math_until(self, closing: str) -> _Piece:
        """Read a formula: symbols and simple scripts become text; anything else stays as it is."""
        end = self._latex.find(closing, self._at)
        while end > 0 and closing == "$" and self._latex[end - 1] == "\\":
            end = self._latex.find(closing, end + 1)
        if end < 0:
            opening = "$" if "$" in closing else f"\\{closing[-1]}"
            return closing if "$" in closing else "", escape(opening)
        inner = self._latex[self._at : end]
        begin = self._at - len(closing)
        self._at = end + len(closing)
        reader = _Reader(inner)
        text = "".join(text for text, _ in reader.read())
        raw = self._latex[begin : self._at]
        if reader.unknown or "\\frac" in inner or "\\sqrt" in inner:
            return raw, raw
        return _MATH.sub("", text), raw

    def _skip_blanks(self) -> None:
        match = _BLANK.match(self._latex, self._at)
        self._at = match.end() if match else self._at

    def _skip_empty_group(self) -> bool:
        if self._latex.startswith("{}", self._at):
            self._at += 2
            return True
        return False

    def _skip_options(self) -> None:
        match = _OPTIONAL.match(self._latex, self._at)
        if match and self._latex[match.end() : match.end() + 1] == "{":
            self._at = match.end()
