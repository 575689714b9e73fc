"""`argmap.cite`: statements and works as a citation style has them."""

from dataclasses import dataclass, field

from argmap.api.answer import Answer
from argmap.api.citing import Style, works_of
from argmap.argument_map import ArgumentMap
from argmap.citations.bibliography import Bibliography
from argmap.model import Citation
from argmap.queries.find import Thing
from argmap.queries.select import matches_meant, statements_named
from argmap.report.console import PaintingConsole
from argmap.report.documents import Document, citation_document, document
from argmap.report.page import Page
from argmap.text.clean import one_line


@dataclass(frozen=True, eq=False)
class Citations(Answer):
    """What `argmap.cite` found.

    Args:
        places: the statements that have a source, by id, with the place in it.
        works: the works that they are traced to, and those that were asked for.
        style: the works of the map, as they are cited.
    """

    places: dict[str, Citation]
    works: tuple[str, ...]
    style: Bibliography = field(repr=False)

    def print_to(self, console: PaintingConsole) -> None:
        """Print the results."""
        page = Page(console)
        for key, citation in self.places.items():
            page.entry(one_line(self.style.short(citation).text()), key=key)
        if self.places and self.works:
            page.blank()
        for entry in self.style.entries(self.works):
            page.entry(one_line(entry.formatted.text()), key=entry.id)

    def _document(self) -> Document:
        """Describe the results."""
        cited = [
            {"id": key, "source": citation_document(citation), "cited": self.style.short(citation).text()}
            for key, citation in self.places.items()
        ]
        entries = self.style.entries(self.works)
        works = [{"id": entry.id, "reference": entry.formatted.text()} for entry in entries]
        return document("cite", statements=cited, works=works)


def cite(argument_map: ArgumentMap, *names: str, style: Style | None = None) -> Citations:
    """Cite statements, and the works that they are traced to.

    Args:
        argument_map: the map.
        *names: statements, sources, or people and tags, whose statements are taken; by default every source.
        style: how to cite, by default chicago.

    Raises:
        NoMatchError: a name means nothing in this map.
        CslError: there is no such style, or it cannot be used.
    """
    places: dict[str, Citation] = {}
    works = {} if names else dict.fromkeys(argument_map.sources)
    for match in matches_meant(argument_map, names) if names else ():
        if match.thing is Thing.SOURCE:
            works[match.id] = None
            continue
        for key in statements_named(argument_map, match.id):
            if place := argument_map.statements[key].source:
                places[key] = place
                works[place.work] = None
    listed = tuple(work for work in works if work in argument_map.sources)
    return Citations(places, listed, works_of(argument_map, style))
