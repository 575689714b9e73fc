"""The documents of the answers whose records are described by `documents` alone."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from argmap.argument_map import ArgumentMap
from argmap.queries.unanswered import Standing
from argmap.report.documents import Document, document, statement_document

if TYPE_CHECKING:
    # What counts and what finds chains is imported by who needs it.
    from argmap.queries.paths import Chain
    from argmap.queries.search import Hit
    from argmap.queries.stats import Stats


def list_document(argument_map: ArgumentMap, standing: Standing, keys: Sequence[str]) -> Document:
    """Describe statements as ``argmap list`` does."""
    return document("list", statements=[statement_document(argument_map, standing, key) for key in keys])


def search_document(argument_map: ArgumentMap, standing: Standing, hits: "Sequence[Hit]") -> Document:
    """Describe the statements that a search found, and in which fields."""
    found = [
        statement_document(argument_map, standing, hit.id) | {"fields": list(hit.fields)} for hit in hits
    ]
    return document("search", matches=found)


def tree_document(
    argument_map: ArgumentMap, standing: Standing, roots: Sequence[str], chosen: Sequence[str]
) -> Document:
    """Describe the statements of trees, and where these begin."""
    statements = [statement_document(argument_map, standing, key) for key in chosen]
    return document("tree", roots=list(roots), statements=statements)


def path_document(chain: "Chain | None") -> Document:
    """Describe a chain between two statements; None where there is none."""
    return document("path", chain=asdict(chain) if chain else None)


def stats_document(counts: "Stats") -> Document:
    """Describe what a map holds, counted."""
    return document("stats", **asdict(counts))
