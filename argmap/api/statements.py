"""`argmap.statements`: a selection of statements, as `argmap list` has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Unpack

from argmap.api.answer import Answer
from argmap.api.choosing import Part, as_selection, one_of
from argmap.argument_map import ArgumentMap
from argmap.model import Claim, Rebuttal
from argmap.queries.listing import list_statements
from argmap.queries.part import part_of
from argmap.queries.select import Selection
from argmap.queries.unanswered import Standing, find_standing
from argmap.report.answer_documents import list_document
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.listing import print_list
from argmap.report.notes import NOTHING_FITS


@dataclass(frozen=True, eq=False)
class Statements(Answer):
    """A selection: some statements of a map, in its order.

    Args:
        map: the map.
        standing: every claim and challenge of it in its bucket.
        ids: the statements.
        selection: what was chosen.
        can_be_drawn: whether a picture shows just that.
    """

    map: ArgumentMap = field(repr=False)
    standing: Standing = field(repr=False)
    ids: tuple[str, ...]
    selection: Selection = field(repr=False)
    can_be_drawn: bool = field(repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_list(self.map, self.standing, self.ids, console)

    def _document(self) -> Document:
        """Describe the results."""
        return list_document(self.map, self.standing, self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Claim | Rebuttal]:
        return (self.map.statements[key] for key in self.ids)

    @property
    def part(self) -> ArgumentMap:
        """The selection as a map of its own, with the relations among its statements."""
        return part_of(self.map, self.ids).map

    def _repr_mimebundle_(self, **_: object) -> Mapping[str, object]:
        """Show the selection in a notebook: its picture, where it is small, and a line for each statement."""
        from argmap.api.notebook import bundle_of_selection

        return bundle_of_selection(self)


def statements(
    argument_map: ArgumentMap,
    *,
    type: Literal["claim", "rebuttal"] | None = None,  # noqa: A002 — the name of the option
    main: bool = False,
    **part: Unpack[Part],
) -> Statements:
    """Select statements.

    Args:
        argument_map: the map.
        type: only claims, or only rebuttals.
        main: only the main theses of their authors.
        **part: `by`, `tag`, `source`, `focus`, `depth` and `include_inferred`, as of `argmap list`.

    Raises:
        NoMatchError: a name means nothing in this map.
        ValueError: there is no such type.
    """
    kind = one_of("type", type, ("claim", "rebuttal")) if type else None
    selection = as_selection(part)
    ids = tuple(list_statements(argument_map, selection, kind, main=main))
    standing = find_standing(argument_map, include_inferred=selection.include_inferred)
    can_be_drawn = kind is None and not main
    return Statements(
        argument_map, standing, ids, selection, can_be_drawn, notes=() if ids else (NOTHING_FITS,)
    )
