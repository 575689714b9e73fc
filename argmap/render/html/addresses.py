"""Addresses as a page links to them."""

from argmap.model import Source
from argmap.render.links import safe_link

_PAGES = ("http:", "https:", "mailto:")


def web_address(address: str | None) -> str | None:
    """Return an address that a page may link to: of the web or of mail, whole; None for any other."""
    found = safe_link(address) if address else None
    return found if found and found.lower().startswith(_PAGES) else None


def read_at(source: Source) -> str | None:
    """Return the address under which a work can be read, by its identifier if it has one."""
    return web_address(source.address)
