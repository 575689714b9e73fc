"""Characters that may stand in XML and on a terminal, and those that may not."""

REPLACEMENT = "\ufffd"

_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_FORBIDDEN = [code for code in range(0x20) if chr(code) not in "\t\n\r"]
_FORBIDDEN += [*range(0xD800, 0xE000), 0xFFFE, 0xFFFF]
_LEGAL = str.maketrans(dict.fromkeys(_FORBIDDEN, REPLACEMENT))
_PRINTABLE = str.maketrans(dict.fromkeys(set(_CONTROLS) - {ord("\n")}, " "))


def legal(text: str) -> str:
    """Replace every character that XML 1.0 forbids (section 2.2), lone surrogates included."""
    return text.translate(_LEGAL)


def printable(text: str) -> str:
    """Replace control characters other than line breaks by spaces, so that text cannot steer a terminal."""
    return text.translate(_PRINTABLE)
