"""Read on after a syntax error: with the line as it was probably meant, else without the record around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from yaml import MarkedYAMLError

from argmap.diagnostics import Diagnostic, Location
from argmap.files.faults.line_causes import SECTION
from argmap.files.faults.unread_names import UnreadNames
from argmap.files.faults.yaml_errors import explain_syntax_error
from argmap.files.records.conflicts import settle_conflicts
from argmap.files.records.file_records import FileRecords
from argmap.files.yaml.decoding import split_lines
from argmap.files.yaml.document import Document, SyntaxFaultError
from argmap.files.yaml.mended import AsItStands, Line
from argmap.files.yaml.strict_yaml import read_document

_MOST_ROUNDS: Final = 40
_MOST_CHARACTERS: Final = 20_000_000
"""What reading up to the errors may cost in all; two readings are always granted."""

_FEWEST_ROUNDS: Final = 2

_WORD: Final = re.compile(r"[^\s,:\[\]{}'\"#]+")
_CONTENT: Final = re.compile(r"^(\s*)[^\s#]")
_ANY_SECTION: Final = re.compile(
    r"(?:^|[\r\n])[^\w\r\n]*(?:map|people|persons?|sources?|claims?|rebuttals?|attacks?)\W?\s*[:=\uff1a]",
    re.IGNORECASE,
)
"""It goes over no end of a line, lest thousands of lines of mere signs are gone through for each of them."""
_ENTRY: Final = re.compile(r"\s*(?:-\s|[^\s:]+:(?:\s|$))")


@dataclass
class Recovered:
    """What could be read of a damaged file.

    Args:
        document: the sections, without the records that were given up; its faults have their places in the
            text as it was finally read.
        faults: the syntax errors, at their places in the text as it was written.
        unread: ids that the lost records seem to have had, so that nobody is blamed for naming them.
        text: the text as it was finally read: mended, and with the lost lines emptied.
        mentioned: every word of the lost records.
        mended: the lines, counted from 1, that were read as they were probably meant.
        records: what stands in the text as it was finally read, where that was read without a document.
    """

    document: Document = field(default_factory=Document)
    faults: list[Diagnostic] = field(default_factory=list)
    unread: UnreadNames = field(default_factory=UnreadNames)
    text: str = ""
    mentioned: set[str] = field(default_factory=set)
    mended: set[int] = field(default_factory=set)
    records: FileRecords | None = None

    def lose(self, lines: list[str]) -> None:
        """Note what the lines of a lost record say."""
        ids = _ids(lines)
        self.unread.add(ids)
        self.unread.has_nameless = self.unread.has_nameless or not ids
        self.mentioned.update(word for line in lines for word in _WORD.findall(line))


def read_with_recovery(
    text: str,
    file: str,
    error: MarkedYAMLError | SyntaxFaultError | None = None,
    again: Callable[[str], FileRecords | None] | None = None,
) -> Recovered:
    """Read a document; after each syntax error mend the line or empty the record around it, and read again.

    Args:
        text: the text, free of control characters.
        file: its name, for locations.
        error: where reading the text stopped, if that is known.
        again: reads the text with lines mended, where only a part of it is to be read.

    Returns:
        The document, and what forbade reading it as it was.
    """
    settled = settle_conflicts(text, file)
    found = Recovered(text=settled.text, faults=settled.faults)
    if settled.dropped:
        found.lose(settled.dropped)
    _read(found, file, error if settled.text == text else None, again)
    return found


def _read(
    found: Recovered,
    file: str,
    known: MarkedYAMLError | SyntaxFaultError | None,
    again: Callable[[str], FileRecords | None] | None,
) -> None:
    """Read the text of what is to be found, in several rounds where it has errors."""
    lines: list[str] = []
    written: list[str] = []
    budget = _MOST_CHARACTERS
    for number in range(_MOST_ROUNDS):
        if number >= _FEWEST_ROUNDS and budget < 0:
            break
        try:
            if number and again and (records := again(found.text)) and records.is_sound:
                found.records = records
                return
            document = _read_explained(found.text, file, None if number else known)
        except SyntaxFaultError as error:
            if error.fault.code == "Y105" and not _ANY_SECTION.search(found.text):
                found.faults.append(_no_map(file))
                break
            lines, written = lines or split_lines(found.text), written or split_lines(found.text)
            budget -= len(found.text) * (error.line + 1) // len(lines)
            if error.line + 1 not in found.mended:
                found.faults.append(AsItStands(_numbered(lines), _numbered(written)).finding(error.fault))
            if not _mend(lines, error, found.mended) and not _empty(lines, error.line, found):
                break
        else:
            second = document.second
            if second is None or second.location.line in found.mended:
                found.document = document
                return
            lines, written = lines or split_lines(found.text), written or split_lines(found.text)
            budget -= len(found.text)
            lines[second.location.line - 1] = ""
            found.mended.add(second.location.line)
            found.faults.append(second)
        found.text = "\n".join(lines)
    found.document, found.text = Document(), "\n" * (len(split_lines(found.text)) - 1)


def _numbered(lines: list[str]) -> Line:
    """Give lines by their numbers, counted from 1; nothing beyond the last one."""
    return lambda number: lines[number - 1] if number <= len(lines) else ""


def _read_explained(text: str, file: str, known: MarkedYAMLError | SyntaxFaultError | None) -> Document:
    """Read a document; what YAML forbids is told in words that help.

    Args:
        text: the text.
        file: its name, for locations.
        known: where reading it stops, if that is known.

    Raises:
        SyntaxFaultError: at the first place that YAML forbids.
    """
    try:
        if known is not None:
            raise known
        return read_document(text, file)
    except MarkedYAMLError as error:
        raise explain_syntax_error(error, file, text) from error


def _mend(lines: list[str], error: SyntaxFaultError, mended: set[int]) -> bool:
    """Put lines as they were probably meant; each only once, in case that does not help."""
    numbers = {number + 1 for number in error.mended}
    if not numbers or not mended.isdisjoint(numbers):
        return False
    for number, line in error.mended.items():
        lines[number] = line
    mended.update(numbers)
    return True


def _empty(lines: list[str], line: int, found: Recovered) -> bool:
    """Give up the record around a line; False where nothing is left to give up."""
    if next((line for line in lines if line.strip()), "").startswith(("{", "[")):
        return False
    start, end = _record_around(lines, line)
    if not any(line.strip() for line in lines[start:end]):
        return False
    found.lose(lines[start:end])
    lines[start:end] = [""] * (end - start)
    return True


def _no_map(file: str) -> Diagnostic:
    hint = "start with `claims:`; files in other formats are read by `argmap import`"
    return Diagnostic(Location(file, 1, 1), "F201", "the file holds no section of a map", hint=hint)


def _record_around(lines: list[str], line: int) -> tuple[int, int]:
    """Give the lines (from 0, end exclusive) of the list item or entry that a line belongs to."""
    line = min(line, len(lines) - 1)
    while line > 0 and _indent(lines[line]) is None:
        line -= 1
    section = next((at for at in range(line, -1, -1) if SECTION.match(lines[at])), 0)
    inside = [at for at in range(section + 1, len(lines)) if _indent(lines[at]) is not None]
    depth = _indent(lines[inside[0]]) if inside else None
    if line == section or depth is None:
        return line, line + 1
    start = next((at for at in range(line, section, -1) if _starts_item(lines[at], depth)), line)
    end = next(
        (
            at
            for at in range(start + 1, len(lines))
            if _starts_item(lines[at], depth) or SECTION.match(lines[at])
        ),
        len(lines),
    )
    return start, max(end, line + 1)


def _indent(line: str) -> int | None:
    """Give the depth of a line's first character; None for blank and comment lines."""
    match = _CONTENT.match(line)
    return len(match.group(1)) if match else None


def _starts_item(line: str, depth: int) -> bool:
    """Tell whether a line begins an item or entry; what stands at the margin by mistake does not."""
    indent = _indent(line)
    if indent is None or "\t" in line[:indent] or line[indent:].startswith(("}", "]")):
        return False
    return indent == depth or (indent < depth and bool(_ENTRY.match(line)))


def _ids(lines: list[str]) -> set[str]:
    """Guess the ids in the lines of a lost record: after ``id:``, or its own key."""
    found = {match.group(1) for line in lines if (match := re.search(r"\bid:\s*['\"]?([^\s'\",#}]+)", line))}
    if first := re.match(r"\s+([^\s:'\"#-][^\s:]*):", lines[0]):
        found.add(first.group(1))
    return found
