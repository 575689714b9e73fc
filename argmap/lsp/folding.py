"""What can be folded: sections, records, and blocks of comments."""

from collections.abc import Iterator

from lsprotocol.types import FoldingRange, FoldingRangeKind, FoldingRangeParams

from argmap.lsp.state import Document
from argmap.lsp.symbols import lines_of


def folds(document: Document, _: FoldingRangeParams) -> list[FoldingRange]:
    """Give the folds of a document: each section, each record, and blocks of comments."""
    found = [*_records(document), *_comments(document)]
    return sorted(found, key=lambda one: (one.start_line, -one.end_line))


def _records(document: Document) -> Iterator[FoldingRange]:
    file = document.state.loaded.places.files[document.name]
    ends: dict[str, int] = {}
    for (section, _key), (holder, _path, start) in document.state.loaded.places.records.items():
        if holder is not file or section == "map":
            continue
        place = lines_of(document, start.line)
        ends[section] = max(ends.get(section, 0), place.end_line)
        if place.end_line > place.line:
            yield FoldingRange(place.line - 1, place.end_line - 1)
    for section, end in ends.items():
        first = file.locate((section,), key=True).line
        if end > first:
            yield FoldingRange(first - 1, end - 1, kind=FoldingRangeKind.Region)


def _comments(document: Document) -> Iterator[FoldingRange]:
    first = 0
    for number in range(1, len(document.buffer.starts) + 2):
        if document.buffer.line(number).lstrip().startswith("#"):
            first = first or number
            continue
        if first and number - first > 1:
            yield FoldingRange(first - 1, number - 2, kind=FoldingRangeKind.Comment)
        first = 0
