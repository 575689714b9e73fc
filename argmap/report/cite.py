"""Works as scholars cite them."""

from argmap.argument_map import ArgumentMap
from argmap.model import Citation, Source

_MOST_NAMED = 2


def short_citation(argument_map: ArgumentMap, citation: Citation) -> str:
    """Cite a place in a work by author and year: ``Arshakuni and Shapiro 2019, para. 3``.

    Args:
        argument_map: the map that lists the work.
        citation: the work and the place in it.

    Returns:
        The citation; the work's key stands for a work that the map does not list.
    """
    source = argument_map.sources.get(citation.work)
    work = f"{_authors(source) or source.title} {source.year or 'n.d.'}" if source else citation.work
    return f"{work}, {citation.locator}" if citation.locator else work


def full_reference(source: Source) -> str:
    """Describe a work in full: authors, title, container, publisher and date."""
    parts = (
        ", ".join(source.authors),
        f"“{source.title}”",
        source.container,
        ": ".join(part for part in (source.place, source.publisher) if part),
        source.date,
    )
    return ", ".join(part for part in parts if part) + "."


def source_address(source: Source) -> str | None:
    """Give the address under which a work can be read, if it has one."""
    return f"https://doi.org/{source.doi}" if source.doi else source.url


def _authors(source: Source) -> str:
    names = [author.rpartition(" ")[2] for author in source.authors]
    if len(names) > _MOST_NAMED:
        return f"{names[0]} et al."
    return " and ".join(names)
