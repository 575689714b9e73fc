"""`argmap.dropped`: what was passed over."""

from dataclasses import dataclass, field
from typing import Unpack

from argmap.api.answer import Answer
from argmap.api.choosing import Names, PartWithoutBy, as_names, as_selection
from argmap.argument_map import ArgumentMap
from argmap.queries.dropped import Drops
from argmap.queries.select import people_named, select
from argmap.queries.unanswered import Standing, find_standing, narrow_drops
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.dropped import dropped_document, print_dropped


@dataclass(frozen=True, eq=False)
class Dropped(Answer):
    """What `argmap.dropped` found.

    Args:
        map: the map.
        standing: every claim and challenge of it in its bucket.
        drops: what was passed over, and what the order of works does not tell.
    """

    map: ArgumentMap = field(repr=False)
    standing: Standing = field(repr=False)
    drops: Drops

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_dropped(self.map, self.standing, console)

    def _document(self) -> Document:
        """Describe the results."""
        return dropped_document(self.map, self.standing)


def dropped(argument_map: ArgumentMap, *, by: Names = (), **part: Unpack[PartWithoutBy]) -> Dropped:
    """List the challenges and replies that were passed over: nobody answered, and who owes it spoke again.

    Args:
        argument_map: the map.
        by: only what one of these people passed over.
        **part: `tag`, `source`, `focus`, `depth` and `include_inferred`, as of the command.

    Raises:
        NoMatchError: a name means nothing in this map.
    """
    selection = as_selection(part)
    inferred = selection.include_inferred
    standing = narrow_drops(
        argument_map,
        find_standing(argument_map, include_inferred=inferred),
        select(argument_map, selection),
        by=people_named(argument_map, as_names(by)),
        include_inferred=inferred,
    )
    return Dropped(argument_map, standing, standing.drops)
