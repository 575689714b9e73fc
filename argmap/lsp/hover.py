"""What stands under the pointer: a thing as `show` prints it, a field, or a finding's rule."""

from lsprotocol.types import Hover, HoverParams, MarkupContent, MarkupKind

from argmap.lsp.cards import card
from argmap.lsp.cursor import where
from argmap.lsp.fields import SECTIONS, fields_of, held_at, record_in
from argmap.lsp.occurrences import occurrence_at
from argmap.lsp.state import Document


def hover(document: Document, params: HoverParams) -> Hover | None:
    """Describe what stands at a place."""
    line, column = document.at(params.position)
    found = occurrence_at(document, line, column)
    if found:
        described = card(document.state, found.space, found.name)
        return Hover(described, document.state.range(found.place)) if described else None
    return _field(document, line, column)


def _field(document: Document, line: int, column: int) -> Hover | None:
    """Describe the field whose key stands at a place."""
    buffer = document.buffer
    here = where(buffer, line, column)
    text = buffer.line(line)
    if here.is_prose or not here.at_key or text[here.end - 1 : here.end] != ":":
        return None
    key = text[here.start - 1 : here.end - 1]
    held = held_at(here.section, here.keys)
    if held is None or (not here.keys and here.section in {"people", "sources"} and not here.top):
        return None
    info = fields_of(SECTIONS[here.section] if not here.keys else record_in(held)).get(key)
    if info is None or not info.description:
        return None
    return Hover(MarkupContent(MarkupKind.Markdown, f"`{key}`: {info.description}"))
