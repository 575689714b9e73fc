"""Text that is safe in XML."""

import re
from typing import Final
from xml.sax.saxutils import quoteattr

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def attribute(name: str, value: str) -> str:
    """Write an attribute with its value."""
    whole = quoteattr(legal(value), {"\n": "&#10;", "\t": "&#9;", '"': "&quot;"})
    return f"{name}={whole}"


def cdata(text: str) -> str:
    """Write a text of any length and kind as a CDATA section, or several where it holds the end of one."""
    return "<![CDATA[" + legal(text).replace("]]>", "]]]]><![CDATA[>") + "]]>"


def legal(text: str) -> str:
    """Replace characters that no XML file may hold, not even escaped; line ends become newlines."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
