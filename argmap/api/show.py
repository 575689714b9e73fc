"""`argmap.show`: a person, claim, rebuttal, source or tag, whole."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.api.citing import Style, works_of
from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.queries.find import Match
from argmap.queries.select import matches_meant
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document
from argmap.report.show import print_matches
from argmap.report.show_json import show_document


@dataclass(frozen=True, eq=False)
class Shown(Answer):
    """What `argmap.show` found.

    Args:
        map: the map.
        matches: what the names mean.
        works: the works of the map, as they are cited.
    """

    map: ArgumentMap = field(repr=False)
    matches: tuple[Match, ...]
    works: Bibliography = field(repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        print_matches(self.map, self.matches, console, self.works)

    def _document(self) -> Document:
        """Describe the results."""
        return show_document(self.map, self.matches)


def show(argument_map: ArgumentMap, name: str, *names: str, style: Style | None = None) -> Shown:
    """Show what names mean: people, claims, rebuttals, sources and tags.

    Args:
        argument_map: the map.
        name: an id, a name or a part of one, in any script and case.
        *names: further ones.
        style: how to cite, by default chicago.

    Raises:
        NoMatchError: a name means nothing in this map.
        CslError: there is no such style, or it cannot be used.
    """
    matches = tuple(matches_meant(argument_map, (name, *names)))
    return Shown(argument_map, matches, works_of(argument_map, style))
