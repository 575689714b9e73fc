"""The entries of a BibTeX file, each field with its place; what is wrong with one hides no other.

The grammar is that of btparse and BibTeX (https://www.bibtex.org/Format/): values are braced, quoted, numbers
or names of strings, joined by `#`; what stands between entries is a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic, Location, Related
from argmap.formats.base import fault
from argmap.formats.lines import Lines

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The strings that every style defines."""

_BEGIN: Final = re.compile(
    r"@[^\S\n]*(?P<kind>[^\W\d_][\w:+-]*)\s*(?P<open>[{(])|@[^\S\n]*comment\b", re.IGNORECASE
)
_AT_LINE_START: Final = re.compile(r"^[^\S\n]*@\s*[^\W\d_][\w:+-]*\s*[{(]", re.MULTILINE)
_NEXT_ENTRY: Final = re.compile(r"^[^\S\n]*@\s*[^\W\d_][\w:+-]*\s*[{(]\s*[^\s,{}=()\"]+\s*,", re.MULTILINE)
_BLANK_OR_COMMENT: Final = re.compile(r"(?:\s|%[^\n]*)*")
_SPACE: Final = re.compile(r"\s*")
_ENTRY_KEY: Final = re.compile(r"[^,{}=\"\n]*")
_NAME: Final = re.compile(r"[^\s={}(),\"#%@]+")
_FIELD_NAME: Final = re.compile(r"[^\s={}(),\"#%@]+(?:[^\S\n]+[^\s={}(),\"#%@]+)*(?=\s*=)")
"""Scopus has names with blanks in them."""

_NUMBER: Final = re.compile(r"\d+")
_BRACES: Final = re.compile(r"[{}]")
_QUOTED: Final = re.compile(r'[{}"]')
_CLOSED_BY: Final = {"{": "}", "(": ")"}
_RUNS: Final = re.compile(r"[^\S\n]*\n\s*\n\s*|\s+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an entry.

    Args:
        name: in lower case.
        value: in LaTeX, without its outer braces or quotes; strings are put in, blanks are single.
        offset: where it begins in the text.
    """

    name: str
    value: str
    offset: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry.

    Args:
        kind: `book`, in lower case.
        key: the citation key; empty where there is none.
        offset: where it begins in the text.
        fields: by their names.
        undefined: names of strings that stand in it and are not defined in the file.
    """

    kind: str
    key: str
    offset: int
    fields: dict[str, Field]
    undefined: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """The values of the fields that have one, by their names."""
        return {name: each.value for name, each in self.fields.items() if each.value}


@dataclass
class Blocks:
    """What a file holds.

    Args:
        file: its name.
        text: all of it.
        entries: those that could be read, in the order of the file.
        others: what is not an entry: `@preamble`, `@comment` or `text between entries`, and where.
        faults: what is wrong, each with its place.
    """

    file: str
    text: str
    entries: list[Entry] = field(default_factory=list)
    others: list[tuple[str, int]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = Lines(self.text)

    def line(self, offset: int) -> int:
        """Give the line of a place in the text, from 1."""
        return self._lines.place(offset)[0]

    def fault(self, offset: int, message: str, hint: str = "", first: int | None = None) -> None:
        """Note a fault.

        Args:
            offset: where it is.
            message: what is wrong.
            hint: what would be right.
            first: where the first of two that collide stands.
        """
        told = fault(self.file, self._lines.place(offset), message, hint)
        if first is not None:
            place = Location(self.file, *self._lines.place(first))
            told = Diagnostic(
                told.location, told.code, message, hint=hint, related=(Related(place, "first here"),)
            )
        self.faults.append(told)


class _BrokenError(Exception):
    """An entry cannot be read any further.

    Args:
        offset: where.
        message: why.
        hint: what would be right.
    """

    def __init__(self, offset: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


def read_blocks(text: str, file: str) -> Blocks:
    """Read a file.

    Args:
        text: what it holds; lines end with newlines.
        file: its name, for findings.
    """
    blocks = Blocks(file, text)
    _Reader(blocks).read()
    return blocks


def single_blanks(value: str) -> str:
    """Make runs of blanks one, as BibTeX does; an empty line stays one."""
    return _RUNS.sub(lambda run: "\n\n" if run[0].count("\n") > 1 else " ", value).strip()


class _Reader:
    """Goes through a file from entry to entry."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks, self._text = blocks, blocks.text
        self._strings: dict[str, str] = {month: month for month in MONTHS}
        self._undefined: list[str] = []

    def read(self) -> None:
        offset = 0
        while match := _BEGIN.search(self._text, offset):
            self._between(offset, match.start())
            offset = self._block(match)
        self._between(offset, len(self._text))

    def _between(self, start: int, end: int) -> None:
        """Note what stands between entries; what goes on where an entry ended was meant to be in it."""
        between = self._text[start:end]
        said = between.strip()
        if not said:
            return
        place = start + len(between) - len(between.lstrip())
        if self._blocks.entries and start and said[0] in ",}" and "=" in said:
            hint = "look for a closing brace too many before it"
            self._blocks.fault(place, "the entry above ends before this, which is not read", hint)
        elif said not in {",", "}", ")"}:
            self._blocks.others.append(("text between entries", place))

    def _block(self, match: re.Match[str]) -> int:
        """Read what begins here, and give where it ends."""
        kind = (match["kind"] or "comment").lower()
        try:
            if kind == "comment":
                self._blocks.others.append(("@comment", match.start()))
                return self._comment_end(match)
            if kind == "preamble":
                self._blocks.others.append(("@preamble", match.start()))
                return self._close(self._value(match.end(), match.start())[1], match)
            if kind == "string":
                return self._string(match)
            return self._entry(kind, match)
        except _BrokenError as broken:
            self._blocks.fault(broken.offset, broken.message, broken.hint)
            after = _AT_LINE_START.search(self._text, match.start() + 1)
            return after.start() if after else len(self._text)

    def _comment_end(self, match: re.Match[str]) -> int:
        """Skip a comment: braces that come in pairs, else the line."""
        depth = 0
        if match["open"] == "{":
            for brace in _BRACES.finditer(self._text, match.end() - 1):
                depth += 1 if brace[0] == "{" else -1
                if not depth:
                    return brace.end()
        return (self._text.find("\n", match.end()) + 1) or len(self._text)

    def _string(self, match: re.Match[str]) -> int:
        name, offset = self._name(_skip(self._text, match.end()), "string")
        value, offset = self._value(self._equals(offset, name), match.start())
        self._strings[name] = value
        return self._close(offset, match)

    def _entry(self, kind: str, match: re.Match[str]) -> int:
        self._undefined = []
        key, offset = self._key(match)
        fields: dict[str, Field] = {}
        end = _CLOSED_BY[match["open"]]
        while True:
            offset = _skip(self._text, offset)
            if self._text[offset : offset + 1] == ",":
                offset += 1
            elif self._text[offset : offset + 1] == end:
                break
            else:
                offset = self._field(offset, match, fields)
        entry = Entry(kind, key, match.start(), fields, tuple(dict.fromkeys(self._undefined)))
        self._blocks.entries.append(entry)
        return offset + 1

    def _key(self, match: re.Match[str]) -> tuple[str, int]:
        start = _SPACE.match(self._text, match.end()).end()  # type: ignore[union-attr]  # it matches anywhere
        found = _ENTRY_KEY.match(self._text, start)
        end = found.end() if found else start
        following = self._text[end : end + 1]
        if following == "=":
            words = self._text[start:end].split()
            if len(words) == 1:
                return "", start
            end = start + len(words[0]) if words else end
            following = "\n"
        if following not in {",", "}", "\n"}:
            raise self._broken(end, match, "an entry has a key and a comma before its fields")
        key = self._text[start:end].strip()
        if following == "\n" and key:
            self._blocks.fault(end, f"there is no comma after the key `{key}`", "add one")
        return key, end

    def _field(self, offset: int, match: re.Match[str], fields: dict[str, Field]) -> int:
        name, after = self._name(offset, "field", match)
        value, after = self._value(self._equals(after, name, match), match.start())
        following = _skip(self._text, after)
        if self._text[following : following + 1] not in {",", _CLOSED_BY[match["open"]]}:
            if not (found := _FIELD_NAME.match(self._text, following)):
                raise self._broken(following, match, f"the entry cannot be read after its field `{name}`")
            self._blocks.fault(following, f"there is no comma before the field `{found[0]}`", "add one")
        if first := fields.get(name):
            hint = "keep one of the two; the first counts"
            self._blocks.fault(offset, f"the field `{name}` stands twice in this entry", hint, first.offset)
        else:
            fields[name] = Field(name, value, offset)
        return after

    def _name(self, offset: int, what: str, match: re.Match[str] | None = None) -> tuple[str, int]:
        found = _FIELD_NAME.match(self._text, offset) or _NAME.match(self._text, offset)
        if found is None:
            raise self._broken(offset, match, f"here the name of a {what} should stand")
        return found[0].lower(), found.end()

    def _equals(self, offset: int, name: str, match: re.Match[str] | None = None) -> int:
        offset = _skip(self._text, offset)
        if self._text[offset : offset + 1] != "=":
            raise self._broken(offset, match, f"`{name}` has no `=` behind it")
        return offset + 1

    def _broken(self, offset: int, match: re.Match[str] | None, message: str) -> _BrokenError:
        """Say why an entry ends here; where the file ends, or another entry begins, it was not closed."""
        if offset >= len(self._text) or self._text[offset] == "@":
            begin = match.start() if match else offset
            return _BrokenError(
                begin, "this entry does not end", "look for a brace or quote that is not closed"
            )
        return _BrokenError(offset, message, "the rest of this entry is not read, nor what came before it")

    def _value(self, offset: int, begin: int) -> tuple[str, int]:
        """Read a value, whose parts `#` joins, and give where it ends."""
        parts: list[str] = []
        while True:
            part, offset = self._part(_skip(self._text, offset), begin)
            parts.append(part)
            after = _skip(self._text, offset)
            if self._text[after : after + 1] != "#":
                return single_blanks("".join(parts)), offset
            offset = after + 1

    def _part(self, offset: int, begin: int) -> tuple[str, int]:
        sign = self._text[offset : offset + 1]
        if sign == "{":
            end = self._braced(offset, begin)
            return self._text[offset + 1 : end], end + 1
        if sign == '"':
            end = self._quoted(offset, begin)
            return self._text[offset + 1 : end], end + 1
        if found := _NUMBER.match(self._text, offset):
            return found[0], found.end()
        found = _NAME.match(self._text, offset)
        if found is None:
            message = "here a value should stand"
            raise _BrokenError(offset, message, "a value is in braces or quotes, a number or a string's name")
        name = found[0].lower()
        if name not in self._strings:
            self._undefined.append(found[0])
        return self._strings.get(name, found[0]), found.end()

    def _braced(self, offset: int, begin: int) -> int:
        depth = 0
        for brace in _BRACES.finditer(self._text, offset):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                return self._checked(offset, brace.start(), begin)
        raise self._endless(begin)

    def _quoted(self, offset: int, begin: int) -> int:
        depth = 0
        for sign in _QUOTED.finditer(self._text, offset + 1):
            if sign[0] == '"' and not depth:
                return self._checked(offset, sign.start(), begin)
            depth += (sign[0] == "{") - (sign[0] == "}")
            if depth < 0:
                break
        raise self._endless(begin)

    def _checked(self, start: int, end: int, begin: int) -> int:
        """Refuse a value in which the next entry begins: its brace or quote was not closed."""
        if _NEXT_ENTRY.search(self._text, start, end):
            raise self._endless(begin)
        return end

    @staticmethod
    def _endless(begin: int) -> _BrokenError:
        return _BrokenError(begin, "this entry does not end", "look for a brace or quote that is not closed")

    def _close(self, offset: int, match: re.Match[str]) -> int:
        offset = _skip(self._text, offset)
        if self._text[offset : offset + 1] != _CLOSED_BY[match["open"]]:
            raise self._broken(offset, match, f"`@{match['kind']}` does not end here")
        return offset + 1


def _skip(text: str, offset: int) -> int:
    """Skip blanks, and comments as biber does."""
    match = _BLANK_OR_COMMENT.match(text, offset)
    return match.end() if match else offset


def repeated(blocks: Blocks) -> Iterator[tuple[Entry, Entry]]:
    """Give each entry whose key another one before it has, with that one."""
    first: dict[str, Entry] = {}
    for entry in blocks.entries:
        if entry.key in first:
            yield entry, first[entry.key]
        elif entry.key:
            first[entry.key] = entry
