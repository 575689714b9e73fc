"""Where what a name stands for is declared, and where it is used."""

from lsprotocol.types import (
    DefinitionParams,
    DocumentHighlight,
    DocumentHighlightKind,
    DocumentHighlightParams,
    ReferenceParams,
)
from lsprotocol.types import Location as Place

from argmap.lsp.occurrences import occurrence_at, occurrences_of
from argmap.lsp.spaces import declared_at
from argmap.lsp.state import Document


def definition(document: Document, params: DefinitionParams) -> Place | None:
    """Find the declaration of the name at a place."""
    found = occurrence_at(document, *document.at(params.position))
    place = declared_at(document.state, found.space, found.name) if found else None
    return document.state.place(place) if place else None


def find_references(document: Document, params: ReferenceParams) -> list[Place] | None:
    """Find every place where the name at a place stands: attackers, uses as premise, authors, citations."""
    found = occurrence_at(document, *document.at(params.position))
    if found is None:
        return None
    state = document.state
    return [
        state.place(one.place)
        for one in occurrences_of(state, found.space, found.name)
        if params.context.include_declaration or not one.declares
    ]


def highlight(document: Document, params: DocumentHighlightParams) -> list[DocumentHighlight] | None:
    """Find the places of the same document where the name at a place stands."""
    found = occurrence_at(document, *document.at(params.position))
    if found is None:
        return None
    state = document.state
    return [
        DocumentHighlight(
            state.range(one.place),
            DocumentHighlightKind.Write if one.declares else DocumentHighlightKind.Read,
        )
        for one in occurrences_of(state, found.space, found.name)
        if one.place.file == document.name
    ]
