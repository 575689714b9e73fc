"""Characters that may stand in XML and on a terminal, and those that may not."""

import re

REPLACEMENT = "\ufffd"

_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PRINTABLE = str.maketrans(dict.fromkeys(set(_CONTROLS) - {ord("\n")}, " "))


def legal(text: str) -> str:
    """Replace every character that XML 1.0 forbids (section 2.2), lone surrogates included."""
    return _FORBIDDEN.sub(REPLACEMENT, text)


def printable(text: str) -> str:
    """Replace control characters other than line breaks by spaces, so that text cannot steer a terminal."""
    return text.translate(_PRINTABLE)
