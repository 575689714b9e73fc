"""Ignore a finding where it stands, with a comment."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from lsprotocol.types import WorkspaceEdit

from argmap.diagnostics import Diagnostic, Severity
from argmap.editing.plan import Change
from argmap.editing.verifying import apply_changes
from argmap.editing.written import newline_of
from argmap.files.records.file_records import FileRecords
from argmap.files.records.read_text import read_text
from argmap.lsp.actions.offer import QUICK_FIX, Asked, Offer
from argmap.lsp.edits import edits_by_document, text_edits
from argmap.lsp.protocol import RefusedError
from argmap.lsp.state import Document
from argmap.rules.engine.ignores import find_ignores
from argmap.rules.engine.registry import BY_CODE

_IGNORE: Final = re.compile(r"#[ \t]*argmap:[ \t]*ignore(?!-)[ \t:]*\S+")


def ignoring(asked: Asked) -> Iterator[Offer]:
    """Offer to ignore the findings at a place that are no errors."""
    seen: set[str] = set()
    for finding in asked.findings:
        rule = BY_CODE.get(finding.code)
        if rule is None or finding.severity is Severity.ERROR or finding.code in seen:
            continue
        seen.add(finding.code)
        yield Offer(
            f"Ignore `{rule.name}` here", QUICK_FIX, partial(_ignored, asked.document, finding), finding
        )


def _ignored(document: Document, finding: Diagnostic) -> WorkspaceEdit:
    """Write the comment, at the end of the line or above the record, wherever it does what it says."""
    before = read_text(document.name, document.buffer.path, document.buffer.text)
    for change, line in _candidates(document, before, finding):
        text = apply_changes(document.buffer.text, [change])
        after = read_text(document.name, document.buffer.path, text)
        if _records(after) == _records(before) and _covers(after, finding, line):
            edits = text_edits(document.state, document.buffer, [change])
            return edits_by_document(document.state, {document.buffer.uri: (document.buffer.version, edits)})
    raise RefusedError("no comment can stand here; write `argmap: ignore-file` at the top of the file")


def _candidates(document: Document, before: FileRecords, finding: Diagnostic) -> Iterator[tuple[Change, int]]:
    """Give the ways to write the comment, each with the line on which the finding then stands."""
    buffer, line = document.buffer, finding.location.line
    text = buffer.line(line)
    start = buffer.starts[line - 1]
    if there := _IGNORE.search(text):
        yield Change(start + there.end(), start + there.end(), f", {finding.code}"), line
    elif "#" not in text:
        end = start + len(text.rstrip())
        yield Change(end, start + len(text), f"  # argmap: ignore {finding.code}"), line
    record = before.file.record_at(line)
    if record:
        first = buffer.line(record[0])
        at = buffer.starts[record[0] - 1]
        indent = first[: len(first) - len(first.lstrip())]
        comment = f"{indent}# argmap: ignore {finding.code}{newline_of(before.file)}"
        yield Change(at, at, comment), line + 1


def _records(read: FileRecords) -> object:
    return {section: [(one.key, one.record) for one in found] for section, found in read.sections.items()}


def _covers(read: FileRecords, finding: Diagnostic, line: int) -> bool:
    return any(
        finding.code in one.codes and one.lines[0] <= line <= one.lines[1] for one in find_ignores(read.file)
    )
