"""Links: addresses, identifiers, and the place of a citation in the local copy of its work."""

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import DocumentLink, DocumentLinkParams

from argmap.diagnostics import Location
from argmap.files.copies.source_copies import Copy
from argmap.lsp.map_of_document import uri_of
from argmap.lsp.state import Document, RecordName, State
from argmap.model import Citation, Person, Rebuttal, Source, Statement
from argmap.rules.engine.linter import copies_of
from argmap.text.locators import Unit, parse_locator

_ADDRESSES = ("http://", "https://")


def links(document: Document, _: DocumentLinkParams) -> list[DocumentLink]:
    """Give the links of a document; where those of citations lead is told when one is asked for."""
    state = document.state
    found = []
    for record, (file, _path, _start) in state.loaded.places.records.items():
        if file.name == document.name:
            for place, target in _of(state, record):
                link = DocumentLink(state.range(place))
                if isinstance(target, str):
                    link.target = target
                else:
                    link.data = {"uri": document.buffer.uri, "work": target.work, "locator": target.locator}
                found.append(link)
    return found


def resolve_link(state: State, link: DocumentLink) -> DocumentLink:
    """Tell where the link of a citation leads: to the page of the copy, else to the address of the work."""
    data: Any = link.data
    work, locator = str(data["work"]), data["locator"]
    copy = copies_of(state.loaded, state.settings).of(work)
    source = state.map.sources.get(work)
    if copy is not None and copy.text is not None:
        link.target = uri_of(copy.path) + _page(copy, locator)
    elif source is not None and _is_address(source.address):
        link.target = source.address
    return link


def _of(state: State, record: RecordName) -> Iterator[tuple[Location, str | Citation]]:
    one = state.map.record(*record)
    places = state.loaded.places
    if isinstance(one, Source):
        if one.doi:
            yield places.find(*record, "doi"), f"https://doi.org/{one.doi}"
        if _is_address(one.url):
            yield places.find(*record, "url"), str(one.url)
        if one.copy_of:
            yield places.find(*record, "copy"), Citation(work=record[1])
    if isinstance(one, Person) and _is_address(one.url):
        yield places.find(*record, "url"), str(one.url)
    if isinstance(one, Statement):
        for field, cited in _citations(one):
            source = state.map.sources.get(cited.work)
            if source and (source.copy_of or state.settings.check.sources or _is_address(source.address)):
                yield places.find(*record, field), cited


def _citations(one: Statement) -> Iterator[tuple[str, Citation]]:
    if one.source:
        yield "source", one.source
    if isinstance(one, Rebuttal):
        ends = {
            "conceded": one.conceded,
            "withdrawn": one.withdrawn,
            "answered-elsewhere": one.answered_elsewhere,
        }
        yield from ((field, cited) for field, cited in ends.items() if cited)


def _is_address(address: str | None) -> bool:
    return address is not None and address.startswith(_ADDRESSES)


def _page(copy: Copy, locator: object) -> str:
    """Give the page of a PDF, counted as the file counts."""
    place = parse_locator(locator) if isinstance(locator, str) else None
    if (
        copy.text is None
        or place is None
        or place.unit is not Unit.PAGE
        or copy.path.suffix.lower() != ".pdf"
    ):
        return ""
    page = place.first - copy.text.first_page + 1
    return f"#page={page}" if 0 < page <= len(copy.text.pages) else ""
