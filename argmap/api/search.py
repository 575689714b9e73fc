"""`argmap.search`: the statements that hold some words."""

from dataclasses import dataclass, field
from typing import Unpack

from argmap.api.answer import Answer
from argmap.api.choosing import Part, as_selection
from argmap.argument_map import ArgumentMap
from argmap.queries.search import Hit
from argmap.queries.search import search as find_hits
from argmap.queries.select import select_whatever_basis
from argmap.queries.unanswered import Standing, find_standing
from argmap.report.answer_documents import search_document
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import nothing_holds


@dataclass(frozen=True, eq=False)
class Hits(Answer):
    """What `argmap.search` found.

    Args:
        map: the map.
        standing: every claim and challenge of it in its bucket.
        query: the words.
        hits: the statements that hold all of them, and in which fields.
    """

    map: ArgumentMap = field(repr=False)
    standing: Standing = field(repr=False)
    query: str
    hits: tuple[Hit, ...]

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        if self.hits:
            from argmap.report.hits import print_hits

            print_hits(self.map, self.standing, self.hits, self.query, console)

    def _document(self) -> Document:
        """Describe the results."""
        return search_document(self.map, self.standing, self.hits)


def search(argument_map: ArgumentMap, word: str, *words: str, **part: Unpack[Part]) -> Hits:
    """Search titles, texts, quotes, tags and notes.

    Args:
        argument_map: the map.
        word: what must occur, as the beginning of a word.
        *words: what else must occur.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    selection = as_selection(part)
    wanted = (word, *words)
    query = " ".join(wanted)
    hits = tuple(find_hits(argument_map, query, select_whatever_basis(argument_map, selection)))
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    notes = () if hits else (nothing_holds(wanted),)
    return Hits(argument_map, standing, query, hits, notes=notes)
