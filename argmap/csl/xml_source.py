"""XML of styles and locales: parsed fast, with places found only when something is wrong."""

import os
from contextlib import suppress
from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLParser

from argmap.csl.errors import CslError

NAMESPACE: Final = "{http://purl.org/net/xbiblio/csl}"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def read_data(*names: str) -> bytes:
    """Read one of the files that come with the package.

    Args:
        names: the folder and the file.
    """
    path = os.path.join(os.path.dirname(__file__), "data", *names)  # noqa: PTH118, PTH120 — as fast as can be
    with open(path, "rb") as file:  # noqa: PTH123 — the same
        return file.read()


def parse_xml(data: bytes) -> Element:
    """Parse XML.

    Args:
        data: the file.

    Raises:
        CslError: it is not XML.
    """
    parser = XMLParser()  # noqa: S314 — what is not of the package goes through `refuse_entities` before
    try:
        parser.feed(data)
        return parser.close()
    except (ParseError, ValueError, LookupError) as error:
        line, column = getattr(error, "position", (1, 0))
        reason = str(error).split(":")[0]
        raise CslError(f"this is not well-formed XML: {reason}", line, column + 1) from None


def refuse_entities(data: bytes) -> None:
    """Refuse a file that declares entities, in whatever encoding, before any is expanded.

    Args:
        data: the file.

    Raises:
        CslError: it declares some.
    """
    from xml.parsers import expat

    parser = expat.ParserCreate()

    def declared(*_: object) -> None:
        message = "a style may declare no entities; write the signs themselves"
        raise CslError(message, parser.CurrentLineNumber, 1)

    parser.EntityDeclHandler = declared
    with suppress(expat.ExpatError, ValueError, LookupError):  # whoever parses it tells
        parser.Parse(data, True)  # noqa: FBT003 — the standard library's own signature


def local_name(element: Element) -> str:
    """Give an element's name without its namespace; nothing for a comment."""
    tag: object = element.tag  # a function, for comments
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def place_of(data: bytes, root: Element, element: Element) -> tuple[int, int]:
    """Find where an element begins: line and column, counted from 1.

    Args:
        data: the file that was parsed.
        root: its root.
        element: one of its elements.
    """
    wanted = next((index for index, other in enumerate(root.iter()) if other is element), -1)
    from xml.parsers import expat

    seen = -1
    found = (0, 0)
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal seen, found
        seen += 1
        if seen == wanted:
            found = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    parser.StartElementHandler = start
    parser.Parse(data, True)  # noqa: FBT003 — the standard library's own signature
    return found
