"""Change a few words of a YAML file and leave every other character as it is."""

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from argmap.files.disk.listing import shown_name
from argmap.files.disk.writing import write_atomically
from argmap.files.yaml.decoding import decode
from argmap.files.yaml.document import Document, SyntaxFaultError
from argmap.files.yaml.marks import Marked
from argmap.files.yaml.places import ReadFile
from argmap.files.yaml.strict_yaml import read_document

_BOM: Final = b"\xef\xbb\xbf"

RecordPath = tuple[str | int, ...]


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """Other text in place of some characters.

    Args:
        start: the offset of the first character that goes.
        end: the offset after the last one.
        text: what comes instead.
        record: the section and the position or key of the only record that it may change; none by default.
        field: the only field of that record that it may change.
    """

    start: int
    end: int
    text: str
    record: RecordPath = ()
    field: str = ""


def edit_text(text: str, edits: Collection[Edit]) -> str | None:
    """Change a text, and make sure that only what was meant has changed.

    Args:
        text: a YAML file's.
        edits: the changes, which must not overlap.

    Returns:
        The new text; None where it would no longer be read as the same map but for the fields meant.
    """
    changed = text
    limit = len(text)
    for edit in sorted(edits, reverse=True):
        if edit.end > limit:
            return None
        changed = changed[: edit.start] + edit.text + changed[edit.end :]
        limit = edit.start
    return changed if _changes_only(text, changed, edits) else None


def edit_as_far_as_safe(text: str, edits: Sequence[Edit]) -> tuple[str, list[Edit]]:
    """Make all changes at once, or where that would break something, each that breaks nothing.

    Returns:
        The new text, and the changes that were made.
    """
    whole = edit_text(text, edits)
    if whole is not None:
        return whole, list(edits)
    made: list[Edit] = []
    for edit in edits:
        if edit_text(text, [*made, edit]) is not None:
            made.append(edit)
    return edit_text(text, made) or text, made


def save_edited(file: ReadFile, text: str) -> None:
    """Write a changed file in place of the one that was read.

    Args:
        file: the file as it was read.
        text: the new text.

    Raises:
        OSError: it cannot be written, or has changed since it was read.
    """
    path = Path(file.name)
    raw = path.read_bytes()
    if decode(raw, shown_name(path))[0] != file.original:
        raise OSError(0, "it has changed meanwhile", file.name)
    write_atomically(path, (_BOM if raw.startswith(_BOM) else b"") + text.encode())


def set_field(file: ReadFile, record: RecordPath, field: str, value: str, after: str) -> Edit | None:
    """Plan to give a field of a record a value, written in one line.

    Args:
        file: the file of the record.
        record: the section and the position or key of the record.
        field: the field, which may be there already.
        value: its value as YAML.
        after: the field after which a new one is put.

    Returns:
        The change; None where the record has no field to put it after.
    """
    root = file.record(record)
    if root is None:
        return None
    present = root.parts.get(field)
    if present is not None and present.key is not None:
        start = file.offset(present.key.line, present.key.column)
        return Edit(start, _end(file, present), f"{field}: {value}", record, field)
    before = root.parts.get(after)
    if before is None or before.key is None:
        return None
    end = _end(file, before)
    if file.text[file.offset(root.place.line, root.place.column)] == "{":
        return Edit(end, end, f", {field}: {value}", record, field)
    line = file.line_at(end)
    at = file.offset(line, 1) + len(file.line(line))
    newline = "\r\n" if file.text[at : at + 2] == "\r\n" else "\n"
    return Edit(at, at, f"{newline}{' ' * (before.key.column - 1)}{field}: {value}", record, field)


def _end(file: ReadFile, mark: Marked) -> int:
    """Find where a value ends, with all its parts."""
    ends = [_end(file, part) for part in mark.parts.values()]
    start, end = mark.place.line, mark.place.end_line
    if ends and file.text[file.offset(start, mark.place.column)] not in "[{":
        return max(ends)
    return file.offset(end, mark.place.end_column)


def _changes_only(old: str, new: str, edits: Collection[Edit]) -> bool:
    try:
        before, after = read_document(old, ""), read_document(new, "")
    except SyntaxFaultError:
        return False
    if len(after.faults) > len(before.faults) or list(before.sections) != list(after.sections):
        return False
    return _without(before, edits) == _without(after, edits)


def _without(document: Document, edits: Collection[Edit]) -> dict[str, object]:
    """Give the sections without the fields that edits may change."""
    sections: dict[str, object] = {name: copy(section) for name, section in document.sections.items()}
    for edit in edits:
        if not edit.record:
            continue
        section: Any = sections.get(str(edit.record[0]))
        record = section[edit.record[1]]
        if isinstance(record, dict):
            section[edit.record[1]] = {key: value for key, value in record.items() if key != edit.field}
    return sections
