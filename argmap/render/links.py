"""Which addresses a picture may link to."""

import re

_SCHEMES = frozenset({"http", "https", "mailto", "file"})
_SCHEME = re.compile(r"([^/?#]*?):")
_INVISIBLE = str.maketrans(dict.fromkeys([*range(0x21), *range(0x7F, 0xA1), 0xFEFF]))


def safe_link(address: str) -> str | None:
    """Return an address without the characters that browsers skip, or None if it may not be linked to.

    Web, mail and file addresses pass, and those relative to the picture; whatever could run a program in
    the reader's browser (`javascript:`, `data:`) or is unknown does not.
    """
    plain = address.translate(_INVISIBLE)
    scheme = _SCHEME.match(plain)
    if not plain or (scheme and scheme[1].lower() not in _SCHEMES):
        return None
    return plain
