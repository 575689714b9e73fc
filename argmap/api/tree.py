"""`argmap.tree`: claims with their reasons, challenges and replies."""

from dataclasses import dataclass, field
from typing import Unpack

from argmap.api.answer import Answer
from argmap.api.choosing import Part, as_selection
from argmap.argument_map import ArgumentMap
from argmap.queries.roots import find_roots
from argmap.queries.select import select, statements_meant
from argmap.queries.unanswered import Standing, find_standing
from argmap.report.answer_documents import tree_document
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import NOTHING_FITS
from argmap.report.tree import print_trees


@dataclass(frozen=True, eq=False)
class Trees(Answer):
    """What `argmap.tree` found.

    Args:
        map: the map.
        standing: every claim and challenge of it in its bucket.
        roots: the statements at which the trees begin.
        ids: the statements that may appear in them.
    """

    map: ArgumentMap = field(repr=False)
    standing: Standing = field(repr=False)
    roots: tuple[str, ...]
    ids: tuple[str, ...] = field(repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_trees(self.map, self.standing, self.roots, self.ids, console)

    def _document(self) -> Document:
        """Describe the results."""
        return tree_document(self.map, self.standing, self.roots, self.ids)


def tree(argument_map: ArgumentMap, *names: str, **part: Unpack[Part]) -> Trees:
    """Lay claims out with their reasons, challenges and replies as trees.

    Args:
        argument_map: the map.
        *names: where the trees begin; by default at the claims that are not a reason for another.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    selection = as_selection(part)
    ids = select(argument_map, selection)
    roots = tuple(statements_meant(argument_map, names) if names else find_roots(argument_map, ids))
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    return Trees(argument_map, standing, roots, ids, notes=() if roots else (NOTHING_FITS,))
