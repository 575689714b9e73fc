"""One file of a map, from its text to its records: a pure function."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Final

from yaml import MarkedYAMLError

from argmap.diagnostics import Diagnostic, Location
from argmap.files.records.file_records import FileRecords, Found
from argmap.files.records.validate import validate_document
from argmap.files.yaml.decoding import decode, replace_forbidden
from argmap.files.yaml.document import Document, SyntaxFaultError
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document

Reread = Callable[[str], FileRecords | None]
"""Gives what `read_text` would give; None where that takes reading all of the text."""

Stop = MarkedYAMLError | SyntaxFaultError
_CONFLICT_SIGNS: Final = ("<<<<<<<", ">>>>>>>")


def read_bytes(name: str, path: Path | None, raw: bytes) -> FileRecords:
    """Read the content of a file, a blob or an archive's member, which should be UTF-8.

    Args:
        name: what findings call it.
        path: where it is on disk; None for what is not a file.
        raw: all of its bytes.
    """
    text, faults = decode(raw, name)
    if faults and not text.strip():
        return FileRecords(ReadFile(name, "", "", path=path), faults=faults)
    return _read(name, path, text, faults)


def read_text(name: str, path: Path | None, text: str, again: Reread | None = None) -> FileRecords:
    """Read one file of a map as far as it can be read; faults are data and never stop the reading.

    An unsaved buffer, a git blob and a file are the same to it. Join what it gives with `assemble`.

    Args:
        name: what findings call the text.
        path: where the file is on disk, to which changes are written back; None for what is not a file.
        text: what it holds.
        again: reads the text as it was mended after a syntax error, where only a part of that is to be read.
    """
    return _read(name, path, *replace_forbidden(text, name), again)


def _read(
    name: str, path: Path | None, text: str, faults: list[Diagnostic], again: Reread | None = None
) -> FileRecords:
    if not text.strip():
        hint = "write at least `claims:`, or delete the file"
        fault = Diagnostic(Location(name, 1, 1), "Y112", "the file is empty", hint=hint)
        return FileRecords(ReadFile(name, "", "", path=path), faults=[*faults, fault])
    document = _read_whole(text, name)
    if not isinstance(document, Document):
        return _recover(text, name, path, faults, document, again)
    records = validate_document(document, ReadFile(name, text, text, document.starts, path))
    records.faults[:0] = [*faults, *document.faults]
    return records


def _read_whole(text: str, name: str) -> Document | Stop | None:
    """Read the document of a text; where it has to be mended first give the error, if there is one."""
    if any(sign in text for sign in _CONFLICT_SIGNS):
        return None
    try:
        document = read_document(text, name)
    except (MarkedYAMLError, SyntaxFaultError) as error:
        return error
    return None if document.second else document


def _recover(
    text: str,
    name: str,
    path: Path | None,
    faults: list[Diagnostic],
    error: Stop | None,
    again: Reread | None,
) -> FileRecords:
    """Read what can be read of a damaged text; what that takes is imported only here."""
    from argmap.files.records.recovery import read_with_recovery

    recovered = read_with_recovery(text, name, error, again)
    if recovered.records is None:
        file = ReadFile(name, recovered.text, text, recovered.document.starts, path)
        records = validate_document(recovered.document, file)
    else:
        records = _written_as(recovered.records, text, recovered.mended)
        file = records.file
    records.faults[:0] = [
        *faults,
        *recovered.faults,
        *map(file.shown_finding, recovered.document.faults),
    ]
    records.unread.update(recovered.unread)
    records.mentioned |= recovered.mentioned
    records.misnamed = [one for one in records.misnamed if one.fault.location.line not in recovered.mended]
    return records


def _written_as(sound: FileRecords, original: str, mended: Collection[int]) -> FileRecords:
    """Give the sound records of a mended text as those of the text that was written."""
    file = sound.file.standing_for(original)

    def written(one: Found) -> Found:
        return replace(one, start=file.shown(one.start)) if one.start.line in mended else one

    return FileRecords(file, {name: list(map(written, found)) for name, found in sound.sections.items()})
