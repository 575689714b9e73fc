"""Read on after a syntax error: give up the record that it stands in, and only that."""

import re
from dataclasses import dataclass, field
from typing import Final

from argmap.diagnostics import Diagnostic
from argmap.files.document import Document, SyntaxFaultError
from argmap.files.strict_yaml import read_document

_MOST_ROUNDS: Final = 40
_MOST_CHARACTERS: Final = 20_000_000
"""What reading again may cost in all: a file of 20 MB is read twice, a small one as often as it needs."""

_WORD: Final = re.compile(r"[^\s,:\[\]{}'\"#]+")
_CONTENT: Final = re.compile(r"^(\s*)[^\s#]")


@dataclass
class Recovered:
    """What could be read of a damaged file.

    Args:
        document: the sections, without the records that were given up.
        lost: ids that the lost records seem to have had, so that nobody is blamed for naming them.
        text: the text as it was finally read, with the lost lines emptied.
        mentioned: every word of the lost records.
    """

    document: Document = field(default_factory=Document)
    lost: set[str] = field(default_factory=set)
    text: str = ""
    mentioned: set[str] = field(default_factory=set)


def read_with_recovery(text: str, file: str) -> Recovered:
    """Read a document; after each syntax error empty the record around it and read again.

    Args:
        text: the text, free of control characters.
        file: its name, for locations.

    Returns:
        The document, whose faults begin with the syntax errors.
    """
    lines: list[str] | None = None
    syntax: list[Diagnostic] = []
    lost: set[str] = set()
    mentioned: set[str] = set()
    rounds = max(2, min(_MOST_ROUNDS, _MOST_CHARACTERS // (len(text) + 1)))
    for _ in range(rounds):
        try:
            document = read_document(text, file)
        except SyntaxFaultError as error:
            syntax.append(error.fault)
            lines = lines or text.splitlines()
            start, end = _record_around(lines, error.line)
            if not any(line.strip() for line in lines[start:end]):
                break
            lost.update(_ids(lines[start:end]))
            mentioned.update(word for line in lines[start:end] for word in _WORD.findall(line))
            lines[start:end] = [""] * (end - start)
            text = "\n".join(lines) + "\n"
        else:
            document.faults[:0] = syntax
            return Recovered(document, lost, text, mentioned)
    return Recovered(Document(faults=syntax), lost, "", mentioned)


def _record_around(lines: list[str], line: int) -> tuple[int, int]:
    """Give the lines (from 0, end exclusive) of the list item or entry that a line belongs to."""
    line = min(line, len(lines) - 1)
    while line > 0 and _indent(lines[line]) is None:
        line -= 1
    section = next((at for at in range(line, -1, -1) if _is_section(lines[at])), 0)
    inside = [at for at in range(section + 1, len(lines)) if _indent(lines[at]) is not None]
    depth = _indent(lines[inside[0]]) if inside else None
    if line == section or depth is None:
        return line, line + 1
    start = next((at for at in range(line, section, -1) if _starts_item(lines[at], depth)), line)
    end = next(
        (
            at
            for at in range(start + 1, len(lines))
            if _starts_item(lines[at], depth) or _is_section(lines[at])
        ),
        len(lines),
    )
    return start, max(end, line + 1)


def _indent(line: str) -> int | None:
    """Give the depth of a line's first character; None for blank and comment lines."""
    match = _CONTENT.match(line)
    return len(match.group(1)) if match else None


def _is_section(line: str) -> bool:
    return bool(re.match(r"(map|people|sources|claims|rebuttals)\s*:", line))


def _starts_item(line: str, depth: int) -> bool:
    indent = _indent(line)
    return indent is not None and (
        indent < depth or (indent == depth and not line[indent:].startswith(("}", "]")))
    )


def _ids(lines: list[str]) -> set[str]:
    """Guess the ids in the lines of a lost record: after ``id:``, or its own key."""
    found = {match.group(1) for line in lines if (match := re.search(r"\bid:\s*['\"]?([^\s'\",#}]+)", line))}
    if first := re.match(r"\s+([^\s:'\"#-][^\s:]*):", lines[0]):
        found.add(first.group(1))
    return found
