"""Edits of a map as the editor makes them: the same text in the end that the command would write."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from lsprotocol.types import (
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from argmap.editing.map_edit import MapEdit
from argmap.editing.plan import Change
from argmap.files.yaml.decoding import line_starts
from argmap.lsp.buffers import Buffer
from argmap.lsp.map_of_document import uri_of
from argmap.lsp.protocol import RefusedError
from argmap.lsp.state import State

_COMPARED: Final = 4000
"""Where more lines than this differ, they are replaced as one piece."""


def workspace_edit(
    state: State, edit: MapEdit, others: Mapping[Path, tuple[str, str]] | None = None
) -> WorkspaceEdit:
    """Turn an edit of a map into one that the editor makes.

    Args:
        state: the map.
        edit: the edit.
        others: other files, with what they hold and what they have to hold.

    Raises:
        EditRefusedError: it cannot be made.
        RefusedError: what stands in the editor is not what was read.
    """
    found: dict[str, tuple[int | None, list[TextEdit]]] = {}
    for name, new in edit.verified().items():
        file = state.loaded.places.files[name]
        uri = state.uri(name)
        buffer = state.buffers.get(name) or Buffer(uri, file.path, file.text)
        if buffer.text != file.text:
            raise RefusedError(f"{name} cannot be changed: it holds characters that no map may hold")
        changes = new.changes if new.changes is not None else difference(file.text, new.text)
        found[uri] = state.version(name), text_edits(state, buffer, changes)
    for path, (before, after) in (others or {}).items():
        buffer = Buffer(uri_of(path), path, before)
        found[buffer.uri] = None, text_edits(state, buffer, difference(before, after))
    return edits_by_document(state, found)


def edits_by_document(state: State, found: Mapping[str, tuple[int | None, list[TextEdit]]]) -> WorkspaceEdit:
    """Put edits of documents together.

    Args:
        state: the map.
        found: the address of each document, to the editor's number of its text and the edits.
    """
    if not state.agreement.versioned:
        return WorkspaceEdit(changes={uri: edits for uri, (_, edits) in found.items()})
    return WorkspaceEdit(
        document_changes=[
            TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri=uri, version=version), edits)
            for uri, (version, edits) in found.items()
        ]
    )


def text_edits(state: State, buffer: Buffer, changes: Iterable[Change]) -> list[TextEdit]:
    """Turn changes of a text into edits; several at one place become one."""
    merged: list[Change] = []
    for change in changes:
        if merged and merged[-1].end == change.start:
            last = merged.pop()
            merged.append(Change(last.start, change.end, last.text + change.text))
        else:
            merged.append(change)
    return [TextEdit(buffer.range(one.start, one.end, state.units), one.text) for one in merged]


def difference(before: str, after: str) -> list[Change]:
    """Give the lines that differ between two texts."""
    old, new = _lines(before), _lines(after)
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    starts = [*line_starts(before)[: len(old)], len(before)]
    return list(_hunks(old[first : len(old) - last], new[first : len(new) - last], starts[first:]))


def _lines(text: str) -> list[str]:
    starts = line_starts(text)
    cut = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return cut if cut[-1] else cut[:-1]


def _hunks(old: list[str], new: list[str], starts: list[int]) -> Iterator[Change]:
    if not old and not new:
        return
    if max(len(old), len(new)) > _COMPARED:
        yield Change(starts[0], starts[len(old)], "".join(new))
        return
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(starts[first], starts[last], "".join(new[begin:end]))
