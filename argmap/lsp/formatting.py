"""Formatting, as `argmap fmt` does it."""

from lsprotocol.types import DocumentFormattingParams, TextEdit

from argmap.editing.formatting import formatted
from argmap.editing.refusal import EditRefusedError
from argmap.lsp.edits import difference, text_edits
from argmap.lsp.protocol import RefusedError
from argmap.lsp.state import Document


def format_document(document: Document, _: DocumentFormattingParams) -> list[TextEdit]:
    """Write a document in the one style."""
    file = document.state.loaded.places.files[document.name]
    try:
        new = formatted(file)
    except EditRefusedError as error:
        raise RefusedError(str(error)) from error
    if document.buffer.text != file.text:
        raise RefusedError(f"{document.name} cannot be changed: it holds characters that no map may hold")
    return text_edits(document.state, document.buffer, difference(file.text, new))
