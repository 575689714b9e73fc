"""XML files read event by event: no entities, no external files, and a line for everything."""

import re
from collections.abc import Callable
from typing import Final, NoReturn
from xml.parsers import expat

from argmap.formats.base import FormatError, fault

Place = tuple[int, int]
_TAG: Final = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_ENTITY: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([^\s#;&][^\s;&]*);")


def read_xml(
    data: bytes,
    file: str,
    start: Callable[[str, dict[str, str], Place], None],
    text: Callable[[str], None],
    end: Callable[[str], None],
) -> None:
    """Read an XML file and hand over what stands in it, in its order.

    A document type may be named, but neither it nor anything else outside the file is fetched, and a file
    that declares entities is refused: an argument graph needs none, an attack on the reader does. So is one
    with entities that it does not define, for nobody could say what they mean.

    Args:
        data: what the file holds.
        file: its name.
        start: takes the name of each element, its attributes, and its line and column.
        text: takes each piece of text.
        end: takes the name of each element that ends.

    Raises:
        FormatError: the file is not well-formed XML, declares entities, or uses such as are not defined.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    # Parameter entities are never read, so that no document type can bring others in.
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def place() -> Place:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def refuse(message: str) -> NoReturn:
        raise FormatError(fault(file, place(), message, "write the text out instead"))

    def begin(name: str, attributes: dict[str, str]) -> None:
        if entity := skips and _unknown_entity(data, parser.CurrentByteIndex):
            refuse(f"the entity `{entity}` is not defined in this file")
        start(name, attributes, place())

    # With a document type elsewhere, entities that are not known count as defined there, and are left out.
    skips: list[str] = []
    parser.StartDoctypeDeclHandler = lambda name, system, *_: skips.extend([name] if system else [])
    parser.EntityDeclHandler = lambda name, *_: refuse(
        f"the entity `{name}` is declared, which is not allowed"
    )
    parser.SkippedEntityHandler = lambda name, *_: refuse(f"the entity `{name}` is not defined in this file")
    parser.StartElementHandler = begin
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)  # noqa: FBT003 — expat takes it by position
    except expat.ExpatError as error:
        what = (
            "the file is empty" if not data.strip() else f"this is not XML: {expat.ErrorString(error.code)}"
        )
        raise FormatError(fault(file, (error.lineno, error.offset + 1), what)) from None
    except (LookupError, ValueError) as error:
        raise FormatError(fault(file, (1, 1), f"{error}", "save the file as UTF-8")) from None


def _unknown_entity(data: bytes, begin: int) -> str:
    """Give the first entity in the tag at a place that is none of XML itself; empty without one."""
    tag = _TAG.match(data, begin)
    found = _ENTITY.search(tag[0].replace(b"\0", b"")) if tag else None
    return found[1].decode("utf-8", errors="replace") if found else ""
