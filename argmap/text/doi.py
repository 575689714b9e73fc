"""Digital object identifiers (ISO 26324; DOI Handbook, section 2.2)."""

import re
from typing import Final

_RESOLVER: Final = re.compile(
    r"(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|info:doi/|doi[:\s]\s*|urn:doi:)+(?=10\.\d)", re.IGNORECASE
)
_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_OPENING: Final = {")": "(", "]": "[", ">": "<"}


def without_resolver(text: str) -> str:
    """Give a DOI without the address or the word that was written before it.

    Args:
        text: a DOI, an address of a resolver, or anything else, which stays as it is.
    """
    text = text.strip()
    match = _RESOLVER.match(text)
    return text[match.end() :] if match else text


def is_doi(text: str) -> bool:
    """Tell whether a text is a DOI: a prefix, a stroke and a suffix without spaces."""
    return _DOI.fullmatch(text) is not None


def likely_doi(text: str) -> str:
    """Give the DOI that somebody meant whose text holds more than that; nothing where there is none.

    Args:
        text: what was written for a DOI.
    """
    match = _DOI.search(text)
    if match is None:
        return ""
    found = match[0].rstrip(".,;")
    while found and found[-1] in _OPENING and found.count(_OPENING[found[-1]]) < found.count(found[-1]):
        found = found[:-1].rstrip(".,;")
    return found
