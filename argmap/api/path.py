"""`argmap.path`: how two statements bear on each other."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.argument_map import ArgumentMap
from argmap.queries.paths import Chain, find_chain
from argmap.queries.select import statements_named
from argmap.report.answer_documents import path_document
from argmap.report.chain import print_chain
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.notes import nothing_connects


@dataclass(frozen=True, eq=False)
class Connection(Answer):
    """What `argmap.path` found.

    Args:
        map: the map.
        chain: the shortest chain; None where nothing connects the two.
    """

    map: ArgumentMap = field(repr=False)
    chain: Chain | None

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        if self.chain:
            print_chain(self.map, self.chain, console)

    def _document(self) -> Document:
        """Describe the results."""
        return path_document(self.chain)


def path(argument_map: ArgumentMap, start: str, end: str) -> Connection:
    """Find the shortest chain of attacks and inferences between two statements.

    Args:
        argument_map: the map.
        start: a statement, or a person, source or tag, of whose statements the nearest is taken.
        end: the same.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    starts, ends = statements_named(argument_map, start), statements_named(argument_map, end)
    chain = find_chain(argument_map, starts, ends)
    return Connection(argument_map, chain, notes=() if chain else (nothing_connects(start, end),))
