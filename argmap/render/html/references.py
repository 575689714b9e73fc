"""Works as a page cites them."""

from argmap.argument_map import ArgumentMap
from argmap.model import Citation, Source
from argmap.render.links import safe_link

_PAGES = ("http:", "https:", "mailto:")


def place(argument_map: ArgumentMap, citation: Citation) -> str:
    """Name a place in a work: the work's title, else its key, and the locator."""
    work = argument_map.sources.get(citation.work)
    name = work.title if work else citation.work
    return f"{name}, {citation.locator}" if citation.locator else name


def web_address(address: str | None) -> str | None:
    """Return an address that a page may link to: of the web or of mail, whole; None for any other."""
    found = safe_link(address) if address else None
    return found if found and found.lower().startswith(_PAGES) else None


def imprint(source: Source) -> str:
    """Say where and when a work appeared: what follows its title in a reference."""
    published = ": ".join(filter(None, (source.place, source.publisher)))
    return ", ".join(filter(None, (source.container, published, source.date)))


def read_at(source: Source) -> str | None:
    """Return the address under which a work can be read, by its identifier if it has one."""
    return web_address(f"https://doi.org/{source.doi}" if source.doi else source.url)
