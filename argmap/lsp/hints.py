"""Titles beside the ids that stand for statements and steps."""

from typing import Final

from lsprotocol.types import InlayHint, InlayHintParams

from argmap.lsp.occurrences import Occurrence, occurrences_in
from argmap.lsp.spaces import Space
from argmap.lsp.state import Document, State
from argmap.text.clean import one_line
from argmap.text.graphemes import cut_before

_LONGEST: Final = 40


def hints(document: Document, params: InlayHintParams) -> list[InlayHint]:
    """Give the hints of some lines."""
    state, lines = document.state, document.lines(params.range)
    found = []
    for record in _records(document, lines):
        for one in occurrences_in(state, record):
            label = _label(state, one)
            if label and one.place.line in lines:
                found.append(InlayHint(state.range(one.place).end, label, padding_left=True))
    return found


def _records(document: Document, lines: range) -> list[tuple[str, str]]:
    """Give the records that lie on some lines, in the order of the file."""
    file = document.state.loaded.places.files[document.name]
    found = []
    line = lines.start
    while line < min(lines.stop, file.line_count + 1):
        record = document.state.record_at(document.name, line)
        if record:
            found.append(record)
        span = file.record_at(line)
        line = span[1] + 1 if span else line + 1
    return list(dict.fromkeys(found))


def _label(state: State, one: Occurrence) -> str:
    if one.declares or one.space is not Space.NODE:
        return ""
    statement = state.map.statements.get(one.name)
    step = state.map.inferences.get(one.name)
    if statement and statement.title:
        return _short(statement.title)
    return f"the step to {_short(state.map.statements[step.conclusion].label)}" if step else ""


def _short(title: str) -> str:
    line = one_line(title)
    return line if len(line) <= _LONGEST else cut_before(line, _LONGEST - 1).rstrip() + "…"
